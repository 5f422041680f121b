import type { Table } from '../analysis/table';
import { csvRow } from './writing/csv';

/** The figures of an analysis as CSV: a header row of the columns' ids, LF-free cells quoted as RFC 4180 says, commas. */
export function tableCsv({ columns, rows }: Table): string {
  return [csvRow(columns.map(({ id }) => id)), ...rows.map((row) => csvRow(row))].join('');
}
