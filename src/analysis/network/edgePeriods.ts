import type { Work } from '../../anchoring/slices';
import { beginsOf, cellsOf, type Cells, type Numbering } from './cells';
import { isInWeight, measureOf, type Measure } from './measures';
import type { Network, Period } from './network';
import { numberedNodes } from './nodes';
import { UNDATED, type Statements } from './statements';

/** Cells looked at between two pauses: some milliseconds. */
const SLICE = 1_000_000;

/**
 * When each edge of a network is there: from the first to the last day of the claims behind it (see `claimsBehind`); undefined where none of
 * these has a date. Takes time for each edge times the cells of its ends.
 * @param statements all of the same weight: not of a window with a kernel
 * @param network that of the statements
 */
export function* edgePeriods(
  statements: Statements,
  { edges: { from, to } }: Network,
): Work<readonly (Period | undefined)[]> {
  const { settings, levels } = statements;
  const { numbering } = numberedNodes(statements);
  const measure = settings.mode === 'one-mode' ? measureOf(settings, levels) : undefined;
  const numbers = { ...numbering, levelless: measure?.isLevelless ?? true };
  const cells = cellsOf(statements, numbers);
  const begins = beginsOf(cells.row, cells.rows);
  const rangeOf = (row: number): readonly [number, number] => [begins[row] ?? 0, begins[row + 1] ?? 0];
  const days = new Days(daysOfCells(statements, numbers, cells, begins));
  const periods: (Period | undefined)[] = [];
  let done = 0;
  for (let edge = 0; edge < from.length; edge++) {
    const [one, other] = [from[edge] ?? 0, to[edge] ?? 0];
    const [begin, end] = rangeOf(one);
    if (measure) {
      const [otherBegin, otherEnd] = rangeOf(other);
      addShared(cells, [begin, end], [otherBegin, otherEnd], measure, days);
      done += end - begin + otherEnd - otherBegin;
    } else {
      for (let at = begin; at < end; at++) if (cells.column[at] === other) days.add(at);
      done += end - begin;
    }
    periods.push(days.taken());
    if (done > SLICE) {
      done = 0;
      yield edge / from.length;
    }
  }
  return periods;
}

/** Adds the days of the cells of two rows (from the first place to before the second) that are in the weight between them. */
function addShared(
  cells: Cells,
  [begin, end]: readonly [number, number],
  [otherBegin, otherEnd]: readonly [number, number],
  measure: Measure,
  days: Days,
): void {
  const { column, level } = cells;
  const add = (at: number, until: number, met: number, metUntil: number): void => {
    for (let cell = at; cell < until; cell++) {
      // Most cells would change nothing: whether they count is asked of the others alone.
      if (days.misses(cell) && isInWeight(measure, level[cell] ?? 0, level, met, metUntil)) days.add(cell);
    }
  };
  let [at, other] = [begin, otherBegin];
  while (at < end || other < otherEnd) {
    const its = at < end ? (column[at] ?? 0) : Infinity;
    const others = other < otherEnd ? (column[other] ?? 0) : Infinity;
    let [until, otherUntil] = [at, other];
    if (its <= others) while (until < end && column[until] === its) until++;
    if (others <= its) while (otherUntil < otherEnd && column[otherUntil] === others) otherUntil++;
    add(at, until, other, otherUntil);
    add(other, otherUntil, at, until);
    at = until;
    other = otherUntil;
  }
}

/** The last day of what has none; the first one is `UNDATED`. */
const NO_DAY = -0x8000_0000;

/** The first and the last day of the statements of each cell that have one. */
interface CellDays {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** @param begins where the cells of each row begin */
function daysOfCells(
  { row, column, level, day }: Statements,
  { rowOf, columnOf, levelless }: Numbering,
  cells: Cells,
  begins: Uint32Array,
): CellDays {
  const first = new Int32Array(cells.row.length).fill(UNDATED);
  const last = new Int32Array(cells.row.length).fill(NO_DAY);
  for (const [at, its] of day.entries()) {
    if (its === UNDATED) continue;
    const node = rowOf[row[at] ?? 0] ?? 0;
    const [ofColumn, ofLevel] = [columnOf[column[at] ?? 0] ?? 0, levelless ? 0 : (level[at] ?? 0)];
    let [low, high] = [begins[node] ?? 0, begins[node + 1] ?? 0];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const apart = (cells.column[middle] ?? 0) - ofColumn || (cells.level[middle] ?? 0) - ofLevel;
      if (apart < 0) low = middle + 1;
      else high = middle;
    }
    first[low] = Math.min(first[low] ?? UNDATED, its);
    last[low] = Math.max(last[low] ?? NO_DAY, its);
  }
  return { first, last };
}

/** The first and the last of the days of cells that are added, until they are taken. */
class Days {
  #first = UNDATED;
  #last = NO_DAY;

  constructor(private readonly of: CellDays) {}

  add(cell: number): void {
    this.#first = Math.min(this.#first, this.of.first[cell] ?? UNDATED);
    this.#last = Math.max(this.#last, this.of.last[cell] ?? NO_DAY);
  }

  /** Whether adding this would change anything. */
  misses(cell: number): boolean {
    return (this.of.first[cell] ?? UNDATED) < this.#first || (this.of.last[cell] ?? NO_DAY) > this.#last;
  }

  taken(): Period | undefined {
    const [first, last] = [this.#first, this.#last];
    this.#first = UNDATED;
    this.#last = NO_DAY;
    return last === NO_DAY ? undefined : { first, last };
  }
}
