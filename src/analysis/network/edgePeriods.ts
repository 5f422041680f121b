import type { Work } from '../../anchoring/slices';
import { beginsOf, cellsOf, NO_DAY, type Cells } from './cells';
import { isInWeight, measureOf, type Measure } from './measures';
import type { Network, Period } from './network';
import { numberedNodes } from './nodes';
import { UNDATED, type Statements } from './statements';

/** Cells looked at between two pauses: some milliseconds. */
const SLICE = 1_000_000;

/**
 * When each edge of a network is there: from the first to the last day of the claims behind it (see `claimsBehind`); undefined where none of
 * these has a date. Takes time for each edge times the cells of its ends.
 * @param network that of the statements
 */
export function* edgePeriods(
  statements: Statements,
  { edges: { from, to } }: Network,
): Work<readonly (Period | undefined)[]> {
  const { settings, levels } = statements;
  const { numbering } = numberedNodes(statements);
  const measure = settings.mode === 'one-mode' ? measureOf(settings, levels) : undefined;
  const cells = cellsOf(statements, { ...numbering, levelless: measure?.isLevelless ?? true });
  const begins = beginsOf(cells.row, cells.rows);
  const rangeOf = (row: number): readonly [number, number] => [begins[row] ?? 0, begins[row + 1] ?? 0];
  const days = new Days();
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
      for (let at = begin; at < end; at++) if (cells.column[at] === other) days.add(cells, at);
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
      if (days.misses(cells, cell) && isInWeight(measure, level[cell] ?? 0, level, met, metUntil))
        days.add(cells, cell);
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

/** The first and the last of days that are added, until they are taken. */
class Days {
  #first = UNDATED;
  #last = NO_DAY;

  add({ first, last }: Cells, at: number): void {
    this.#first = Math.min(this.#first, first[at] ?? UNDATED);
    this.#last = Math.max(this.#last, last[at] ?? NO_DAY);
  }

  /** Whether adding this would change anything. */
  misses({ first, last }: Cells, at: number): boolean {
    return (first[at] ?? UNDATED) < this.#first || (last[at] ?? NO_DAY) > this.#last;
  }

  taken(): Period | undefined {
    const [first, last] = [this.#first, this.#last];
    this.#first = UNDATED;
    this.#last = NO_DAY;
    return last === NO_DAY ? undefined : { first, last };
  }
}
