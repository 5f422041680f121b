import type { Table, TableCell } from '../../analysis/table';
import { csvText } from '../writing/csv';

/** A table as CSV: a header row of the columns' ids, commas, LF, numbers in full. A text that a spreadsheet would take for a formula has an
 * apostrophe before it. */
export function* tableCsv({ columns, rows }: Table): Iterable<string> {
  yield `${columns.map(({ id }) => csvText(id)).join(',')}\n`;
  for (const row of rows) yield `${row.map(cellText).join(',')}\n`;
}

/** The rows as objects by the columns' ids; what is nothing is null. */
export function tableObjects({ columns, rows }: Table): readonly Readonly<Record<string, TableCell | null>>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ id }, n) => [id, row[n] ?? null])));
}

function cellText(cell: TableCell): string {
  return typeof cell === 'string' ? csvText(cell) : cell === undefined ? '' : String(cell);
}
