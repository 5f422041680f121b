import type { Table, TableCell } from '../../analysis/table';
import { escapeMarkdown } from '../writing/escape';

/** A table as GitHub's Markdown has them: a row at a time. Cells show what they hold and do nothing; columns with a number in the first
 * row are aligned to the right. */
export function* markdownOfTable({ columns, rows }: Table): Iterable<string> {
  yield line(columns.map(({ label }) => escapeMarkdown(label)));
  yield line(columns.map((_, index) => (typeof rows[0]?.[index] === 'number' ? '--:' : '---')));
  for (const row of rows) yield line(row.map(cell));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Figures, also with an interval, do nothing as they are. */
const FIGURE = /^-?\d[\d.]*(?: \[[-\d., ]+\])?$/;

function cell(value: TableCell): string {
  if (value === undefined) return '';
  const text = String(value);
  return FIGURE.test(text) ? text : escapeMarkdown(text);
}
