import type { Work } from '../../anchoring/slices';
import { Growing, float64s, uint32s } from '../growing';
import { cellsOf, type Cells, type Numbering } from './cells';
import { jaccard, measureOf } from './measures';
import type { Edges } from './network';
import { PairSums } from './pairSums';
import type { Statements } from './statements';

/** Additions between two pauses: some milliseconds. */
const SLICE = 1_000_000;
/** Below this share of what it is the difference of, a weight is what rounding left of 0. */
const ROUNDING = 1e-12;

/** The edges between rows that have columns in common; of measures of what they don't have in common, between all of them. Takes time
 * for each two cells of one column, and room for the edges. */
export function* oneModeEdges(statements: Statements, numbering: Omit<Numbering, 'levelless'>): Work<Edges> {
  const { settings, levels } = statements;
  const measure = measureOf(settings, levels);
  const cells = cellsOf(statements, { ...numbering, levelless: measure.isLevelless });
  const pairs = new PairSums(cells, measure);
  const totals = sumsByRow(cells, (count) => count);
  const own = measure.kind === 'apart' ? measure.own : 0;
  const scale = measure.kind === 'apart' ? 1 : measure.divisor;
  const divisor = divisorOf(statements, numbering, cells);

  const [from, to, weight] = [new Growing(uint32s), new Growing(uint32s), new Growing(float64s)];
  let done = 0;
  for (let row = 0; row < cells.rows; row++) {
    done += pairs.take(row) + divisor.take(row);
    const total = totals[row] ?? 0;
    const add = (other: number): void => {
      let sum = pairs.sums[other] ?? 0;
      if (own !== 0) {
        const both = total + (totals[other] ?? 0);
        sum += own * both;
        if (Math.abs(sum) <= both * ROUNDING) return;
      }
      if (sum === 0) return;
      const by = divisor.with(row, other);
      if (by === 0) return;
      from.push(row);
      to.push(other);
      weight.push(sum / scale / by);
    };
    if (pairs.met && own === 0) pairs.met.forEach(add);
    else {
      for (let other = row + 1; other < cells.rows; other++) add(other);
      done += cells.rows - row;
    }
    if (done > SLICE) {
      done = 0;
      yield row / cells.rows;
    }
  }
  return { from: from.taken(), to: to.taken(), weight: weight.taken() };
}

/** What the weight between two rows is divided by, as the rows are taken one after the other. */
interface Divisor {
  /** Gives how much was looked at. */
  take(row: number): number;
  with(row: number, other: number): number;
}

function divisorOf(statements: Statements, numbering: Omit<Numbering, 'levelless'>, cells: Cells): Divisor {
  const totals = sumsByRow(cells, (count) => count);
  const total = (row: number): number => totals[row] ?? 0;
  const plain = (by: Divisor['with']): Divisor => ({ take: () => 0, with: by });
  switch (statements.settings.normalisation) {
    case 'no':
      return plain(() => 1);
    case 'average':
      return plain((row, other) => (total(row) + total(other)) / 2);
    case 'cosine':
      return plain((row, other) => total(row) * total(other));
    case 'vector-cosine': {
      const norms = sumsByRow(cells, (count) => count * count).map(Math.sqrt);
      return plain((row, other) => (norms[row] ?? 0) * (norms[other] ?? 0));
    }
    case 'jaccard': {
      // Levels count here even where the aggregation ignores them.
      const shared = new PairSums(cellsOf(statements, { ...numbering, levelless: false }), jaccard);
      return {
        take: (row) => shared.take(row),
        with: (row, other) => total(row) + total(other) + (shared.sums[other] ?? 0),
      };
    }
    case 'activity':
    case 'prominence':
      throw new RangeError(`${statements.settings.normalisation} is for two-mode networks.`);
  }
}

/** Of each row the sum of what its cells count. */
function sumsByRow(cells: Cells, value: (count: number) => number): Float64Array {
  const sums = new Float64Array(cells.rows);
  cells.count.forEach((count, at) => {
    const row = cells.row[at] ?? 0;
    sums[row] = (sums[row] ?? 0) + value(count);
  });
  return sums;
}
