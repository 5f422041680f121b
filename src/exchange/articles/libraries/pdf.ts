// It gives the other the side that reads, which would be a worker elsewhere.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
export { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
