import { isTwoMode, type EdgeInFile } from './networkFile';
import type { Network } from '../../analysis/network/network';

/** The rows of a network's matrix, one after the other; the same array each time. Of a one-mode network both halves, and a
 * diagonal of 0. Memory follows the edges. */
export function* matrixRows(
  whole: Pick<Network, 'rows' | 'columns' | 'settings'>,
  edges: Iterable<EdgeInFile>,
): Iterable<Float64Array> {
  const isOfTwo = isTwoMode(whole as Network);
  const before = isOfTwo ? whole.rows.length : 0;
  const ofRows: { readonly at: number[]; readonly weights: number[] }[] = whole.rows.map(() => ({
    at: [],
    weights: [],
  }));
  const put = (row: number, at: number, weight: number): void => {
    ofRows[row]?.at.push(at);
    ofRows[row]?.weights.push(weight);
  };
  for (const { from, to, weight } of edges) {
    put(from, to - before, weight);
    if (!isOfTwo) put(to, from, weight);
  }
  const row = new Float64Array(isOfTwo ? whole.columns.length : whole.rows.length);
  for (const { at, weights } of ofRows) {
    row.fill(0);
    for (const [n, column] of at.entries()) row[column] = weights[n] ?? 0;
    yield row;
  }
}
