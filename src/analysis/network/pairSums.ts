import { beginsOf, type Cells } from './cells';
import { groupsOf, type Groups } from './groups';
import type { Measure } from './measures';

/** Where a row meets fewer others than this share of them, these are noted, so that the rest needn't be looked at. */
const SPARSE = 1 / 8;

/**
 * Sums of a measure between a row and each one after it: a row of a sparse matrix times its transpose, added up in a dense row
 * (Gustavson 1978). Rows are taken in their order, so that a cursor tells which members of a group come after one.
 */
export class PairSums {
  /** Of the row that was taken last with each one after it, without `own` and `divisor` of the measure. */
  readonly sums: Float64Array;
  readonly #groups: Groups;
  readonly #rowBegin: Uint32Array;
  readonly #cursor: Uint32Array;
  /** By the kinds of a group: what the row that is taken has in common with each. */
  readonly #added: Float64Array;
  readonly #mark: Uint32Array;
  #met: Uint32Array | undefined;

  constructor(
    cells: Cells,
    private readonly measure: Measure,
  ) {
    this.#groups = groupsOf(cells, measure.kind === 'apart');
    this.#rowBegin = beginsOf(cells.row, cells.rows);
    this.#cursor = this.#groups.begin.slice();
    this.#added = new Float64Array(mostKinds(this.#groups));
    this.#mark = new Uint32Array(cells.rows).fill(cells.rows);
    this.sums = new Float64Array(cells.rows);
  }

  /** The rows after the one that was taken last that have something in common with it, ascending; undefined where it may be any. */
  get met(): Uint32Array | undefined {
    return this.#met;
  }

  /** Takes a row, all before which were taken. Gives how many members of groups were looked at. */
  take(row: number): number {
    if (this.#met) for (const other of this.#met) this.sums[other] = 0;
    else this.sums.fill(0, row);
    const [from, to] = [this.#rowBegin[row] ?? 0, this.#rowBegin[row + 1] ?? 0];
    let looked = 0;
    for (let cell = from; cell < to;) {
      const group = this.#groups.groupOf[cell] ?? 0;
      const begin = this.#cursor[group] ?? 0;
      let after = begin;
      for (; cell < to && this.#groups.groupOf[cell] === group; cell++) after++;
      this.#cursor[group] = after;
      const end = this.#groups.begin[group + 1] ?? 0;
      looked += end - after;
      if (after < end) this.#add(group, begin, after, end);
    }
    this.#met = looked < (this.sums.length - row) * SPARSE ? this.#metBy(row, looked) : undefined;
    return looked;
  }

  /** Adds up a row's members of a group, which end at `after`, with all that come after them. */
  #add(group: number, begin: number, after: number, end: number): void {
    this.#setAdded(group, begin, after);
    const { row, kind } = this.#groups;
    const { sums } = this;
    const added = this.#added;
    for (let at = after; at < end; at++) {
      const other = row[at] ?? 0;
      sums[other] = (sums[other] ?? 0) + (added[kind[at] ?? 0] ?? 0);
    }
  }

  /** Finds what each kind of the group adds. */
  #setAdded(group: number, begin: number, after: number): void {
    const { kind, kindBegin, level, count } = this.#groups;
    const { measure } = this;
    const first = kindBegin[group] ?? 0;
    const kinds = (kindBegin[group + 1] ?? 0) - first;
    const added = this.#added.fill(0, 0, kinds);
    for (let at = begin; at < after; at++) {
      const own = first + (kind[at] ?? 0);
      const [ownLevel, ownCount] = [level[own] ?? 0, count[own] ?? 0];
      for (let one = 0; one < kinds; one++) {
        const theirs = count[first + one] ?? 0;
        const both =
          measure.kind === 'apart'
            ? measure.times(ownCount) * theirs + measure.plus(ownCount)
            : ownCount * theirs * measure.factor(ownLevel, level[first + one] ?? 0);
        added[one] = (added[one] ?? 0) + both;
      }
    }
  }

  #metBy(row: number, most: number): Uint32Array {
    const met = new Uint32Array(most);
    let count = 0;
    for (let cell = this.#rowBegin[row] ?? 0; cell < (this.#rowBegin[row + 1] ?? 0); cell++) {
      const group = this.#groups.groupOf[cell] ?? 0;
      for (let at = this.#cursor[group] ?? 0; at < (this.#groups.begin[group + 1] ?? 0); at++) {
        const other = this.#groups.row[at] ?? 0;
        if (this.#mark[other] === row) continue;
        this.#mark[other] = row;
        met[count++] = other;
      }
    }
    return met.subarray(0, count).sort();
  }
}

function mostKinds({ kindBegin }: Groups): number {
  return kindBegin.reduce((most, begin, group) => Math.max(most, (kindBegin[group + 1] ?? 0) - begin), 0);
}
