import { readFile } from 'node:fs/promises';
import initSqlJs, { type Database } from 'sql.js';
import { projectOf, type Layout, type ProjectOptions, type Rows } from './dnaTables';

/** The same as projectOf, with the library as it is in Node. */
export async function dnaFile(
  layout: Layout,
  rows: Rows,
  change?: (database: Database) => void,
  encoding: NonNullable<ProjectOptions['encoding']> = 'UTF-8',
): Promise<Uint8Array> {
  const wasmBinary = (await readFile(require.resolve('sql.js/dist/sql-wasm.wasm'))).slice().buffer;
  return projectOf(await initSqlJs({ wasmBinary }), layout, rows, { change, encoding });
}
