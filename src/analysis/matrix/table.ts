import { columnsOf, type Table } from '../table';
import type { Matrix } from './matrix';

const ownColumns: readonly string[] = ['row', 'column', 'claims', 'mean'];

/** One row for each cell, with a column for each level of the qualifier. */
export function matrixTable({ rows, columns, levels, cells }: Matrix): Table {
  return {
    columns: [
      ...columnsOf('row', 'column', 'claims'),
      // A level may be called like another column.
      ...levels.map(({ label }) => ({ id: ownColumns.includes(label) ? `${label} (level)` : label, label })),
      ...columnsOf('mean'),
    ],
    rows: cells.map(({ row, column, count, levels: counts, mean }) => [
      ...[rows[row]?.label, columns[column]?.label, count],
      ...counts,
      mean,
    ]),
  };
}
