import { csvText } from '../writing/csv';
import { matrixRows } from './matrix';
import { daysOfWindow, edgesOf, isTwoMode, nodesOf, type NetworkFile } from './networkFile';

/** A matrix: a header row and a column of labels, the cell above that is empty; commas, LF, numbers in full. Of windows of time one long
 * table, with a row an edge and window; windows without edges have none. A label that a spreadsheet would take for a formula has an
 * apostrophe before it. */
export function* networkCsv(file: NetworkFile): Iterable<string> {
  const { whole, windows } = file;
  if (windows) {
    yield* longTable(file, windows);
    return;
  }
  const columns = isTwoMode(whole) ? whole.columns : whole.rows;
  yield `${['', ...columns.map(({ label }) => csvText(label))].join(',')}\n`;
  let n = 0;
  for (const row of matrixRows(file, whole)) {
    const label = csvText(whole.rows[n++]?.label ?? '');
    yield row.length === 0 ? `${label}\n` : `${label},${row.join(',')}\n`;
  }
}

function* longTable(file: NetworkFile, windows: readonly NetworkFile['whole'][]): Iterable<string> {
  const labels = nodesOf(file).map(({ node }) => csvText(node.label));
  yield 'window_start,window_end,source,target,weight\n';
  for (const window of windows) {
    const { start, end } = daysOfWindow(window);
    for (const { from, to, weight } of edgesOf(file, window)) {
      yield `${start},${end},${labels[from]},${labels[to]},${weight}\n`;
    }
  }
}
