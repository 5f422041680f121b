import type { Table, TableCell } from '../analysis/table';
import { printable } from './command';

const WIDEST = 60;
const DIGITS = 3;

/** A table in columns for people: numbers to the right, long texts cut.
 * @param top how many rows */
export function tableText({ columns, rows }: Table, top = Infinity): string {
  const shown = rows.slice(0, top);
  const cells = [columns.map(({ label }) => label), ...shown.map((row) => row.map(inWords))].map((row) => row.map(cut));
  const isNumber = columns.map((_, n) => shown.every((row) => row[n] === undefined || typeof row[n] === 'number'));
  const widths = columns.map((_, n) => cells.reduce((most, row) => Math.max(most, [...(row[n] ?? '')].length), 0));
  const lines = cells.map((row) =>
    row
      .map((cell, n) => {
        const room = ' '.repeat((widths[n] ?? 0) - [...cell].length);
        return isNumber[n] === true ? room + cell : cell + room;
      })
      .join('  ')
      .trimEnd(),
  );
  const more = rows.length - shown.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}

function inWords(cell: TableCell): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : cell.toFixed(DIGITS);
  return cell ?? '';
}

function cut(text: string): string {
  const points = [...printable(text)];
  return points.length > WIDEST ? `${points.slice(0, WIDEST - 1).join('')}…` : points.join('');
}
