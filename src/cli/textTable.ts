import type { Table, TableCell } from '../analysis/table';
import { shortened } from '../model/shortened';
import { printable } from './command';

/** No column is wider; more of a text tells nothing in a table. */
const MOST = 60;

/** A table as a terminal shows it: columns side by side, numbers to the right. */
export function textTable({ columns, rows }: Table): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => [...(line[index] ?? '')].length)));
  const right = columns.map((_, index) => typeof rows[0]?.[index] === 'number');
  return lines
    .map((line) =>
      line
        .map((text, index) => {
          const fill = ' '.repeat((widths[index] ?? 0) - [...text].length);
          return right[index] === true ? fill + text : text + fill;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(cell: TableCell): string {
  return cell === undefined ? '' : printable(shortened(String(cell), MOST));
}
