/** What exports and imports. Loaded at the first export or import. */
export { exportBytes, runExport } from '../exchange/exporting';
export { runImport } from '../exchange/importing';
