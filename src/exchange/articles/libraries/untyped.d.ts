/** The build of mammoth that asks for no Node built-ins; it has the types of the other. */
declare module 'mammoth/mammoth.browser.js' {
  import mammoth from 'mammoth';
  export = mammoth;
}

/** The side of pdf.js that reads; evaluating it is all that is wanted of it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
