/** What exports. Loaded at the first export. */
export { exportBytes, runExport } from '../commands/exporting';
