import { Growing, float64s, uint32s } from '../growing';
import { cellsOf, type Cells, type Numbering } from './cells';
import type { Levels } from './levels';
import type { Edges } from './network';
import type { NetworkSettings } from './settings';
import type { Statements } from './statements';

/** The edges between rows and columns. Takes time and room for the statements. */
export function twoModeEdges(statements: Statements, numbering: Omit<Numbering, 'levelless'>): Edges {
  const { settings, levels } = statements;
  const valueOf = cellValue(settings, levels);
  const cells = cellsOf(statements, { ...numbering, levelless: settings.aggregation === 'ignore' });
  const by = divisors(settings, cells);
  const [from, to, weight] = [new Growing(uint32s), new Growing(uint32s), new Growing(float64s)];
  let sum = 0;
  for (let at = 0; at < cells.row.length; at++) {
    const [row, column] = [cells.row[at] ?? 0, cells.column[at] ?? 0];
    sum += valueOf(cells.level[at] ?? 0, cells.count[at] ?? 0);
    if (cells.row[at + 1] === row && cells.column[at + 1] === column) continue;
    const divisor = by(row, column);
    if (sum !== 0 && divisor !== 0) {
      from.push(row);
      to.push(column);
      weight.push(sum / divisor);
    }
    sum = 0;
  }
  return { from: from.taken(), to: to.taken(), weight: weight.taken() };
}

/** What a cell adds to the weight. */
function cellValue({ aggregation }: NetworkSettings, levels: Levels): (level: number, count: number) => number {
  const last = levels.values.length - 1;
  if (aggregation === 'ignore') return (_, count) => count;
  if (aggregation === 'combine') return (level) => 2 ** (last - level);
  if (aggregation !== 'subtract' || levels.kind === 'text')
    throw new RangeError(`No two-mode network by ${aggregation}.`);
  // Of a boolean, what is against counts as less.
  const values = levels.kind === 'boolean' ? [-1, 1] : levels.values;
  return (level, count) => (values[level] ?? 0) * count;
}

/** What a weight is divided by: all that its row states, or that is stated of its column. */
function divisors({ normalisation }: NetworkSettings, cells: Cells): (row: number, column: number) => number {
  if (normalisation === 'no') return () => 1;
  const isActivity = normalisation === 'activity';
  const sums = new Float64Array(isActivity ? cells.rows : cells.columns);
  const keys = isActivity ? cells.row : cells.column;
  keys.forEach((key, at) => (sums[key] = (sums[key] ?? 0) + (cells.count[at] ?? 0)));
  return (row, column) => sums[isActivity ? row : column] ?? 0;
}
