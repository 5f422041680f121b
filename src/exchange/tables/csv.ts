import type { Table } from '../../analysis/table';
import { csvRow } from '../writing/csv';

/** A table as CSV (RFC 4180, commas), with a header row of the columns' ids: a row at a time, without a byte order mark, as
 * statistics programs take it. Texts that a spreadsheet would take for formulas are guarded, as in all our CSV. */
export function* csvOfTable({ columns, rows }: Table): Iterable<string> {
  yield csvRow(columns.map(({ id }) => id));
  for (const row of rows) yield csvRow(row);
}
