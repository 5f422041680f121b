import type { Network } from '../../analysis/network/network';
import { isTwoMode, placedEdges, type NetworkFile } from './networkFile';

/** The rows of a network's matrix, one after the other; the same array each time. Of a one-mode network both halves, and a diagonal of 0. Of a
 * window, with all rows and columns of the whole network. Memory follows the edges. */
export function* matrixRows(file: NetworkFile, network: Network): Iterable<Float64Array> {
  const isOfTwo = isTwoMode(network);
  const { from, to, weight } = placedEdges(file, network);
  const rows = file.whole.rows.length;
  const begin = new Uint32Array(rows + 1);
  const count = (row = 0): void => void (begin[row + 1] = (begin[row + 1] ?? 0) + 1);
  for (let n = 0; n < weight.length; n++) {
    count(from[n]);
    if (!isOfTwo) count(to[n]);
  }
  for (let row = 0; row < rows; row++) begin[row + 1] = (begin[row + 1] ?? 0) + (begin[row] ?? 0);

  const next = begin.slice(0, rows);
  const columns = new Uint32Array(begin[rows] ?? 0);
  const weights = new Float64Array(columns.length);
  const put = (row = 0, column = 0, own = 0): void => {
    const at = next[row] ?? 0;
    next[row] = at + 1;
    columns[at] = column;
    weights[at] = own;
  };
  for (let n = 0; n < weight.length; n++) {
    put(from[n], to[n], weight[n]);
    if (!isOfTwo) put(to[n], from[n], weight[n]);
  }

  const cells = new Float64Array(isOfTwo ? file.whole.columns.length : rows);
  for (let row = 0; row < rows; row++) {
    cells.fill(0);
    const end = begin[row + 1] ?? 0;
    for (let at = begin[row] ?? 0; at < end; at++) cells[columns[at] ?? 0] = weights[at] ?? 0;
    yield cells;
  }
}
