import type { NetworkNode } from '../../analysis/network/network';
import type { Losses } from '../losses';
import { matrixRows } from './matrix';
import { daysOfWindow, isTwoMode, type NetworkFile } from './networkFile';

/**
 * DL, as UCINET reads it: a full matrix with labels, each in quotation marks on its own line; of windows of time one matrix each, whose
 * labels are their days. Labels have no way to write a quotation mark (an apostrophe stands for it) or a line break (a space); what is
 * alike then gets a number; such labels are counted. Where there are no rows or no columns, it says 0.
 */
export function* networkDl(file: NetworkFile, losses: Losses): Iterable<string> {
  const { whole, windows } = file;
  const { rows, columns } = whole;
  const matrices = windows && windows.length !== 1 ? `, nm = ${windows.length}` : '';
  yield isTwoMode(whole)
    ? `dl nr = ${rows.length}, nc = ${columns.length}${matrices}, format = fullmatrix\n`
    : `dl n = ${rows.length}${matrices}, format = fullmatrix\n`;
  yield* labels(isTwoMode(whole) ? 'row labels' : 'labels', dlLabels(rows, losses));
  if (isTwoMode(whole)) yield* labels('col labels', dlLabels(columns, losses));
  if (windows && windows.length > 1) {
    yield* labels(
      'matrix labels',
      windows.map((one) => Object.values(daysOfWindow(one)).join(' to ')),
    );
  }
  yield 'data:\n';
  for (const network of windows ?? [whole]) {
    for (const row of matrixRows(file, network)) yield `${row.join(' ')}\n`;
  }
}

function* labels(title: string, all: readonly string[]): Iterable<string> {
  yield `${title}:\n`;
  for (const label of all) yield `"${label}"\n`;
}

function dlLabels(nodes: readonly NetworkNode[], losses: Losses): readonly string[] {
  const taken = new Set<string>();
  return nodes.map(({ label }) => {
    const plain = label.replaceAll('"', "'").replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
    let own = plain;
    // UCINET takes capitals and small letters for alike.
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${plain} (${n})`;
    taken.add(own.toLowerCase());
    if (own !== label) losses.add('labels as they are');
    return own;
  });
}
