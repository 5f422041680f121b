import type { Change } from './edits';

/** What ascending changes, at least one unit apart, do to offsets. Each look-up is a binary search. */
export class Mapping {
  /** Where the first change begins. */
  readonly from: number;
  /** Where the last change ends, in the text before. */
  readonly to: number;
  /** By how much everything behind the last change moves. */
  readonly shift: number;
  readonly #count: number;
  readonly #starts: number[];
  readonly #ends: number[];
  /** By how much the changes before each one move what follows; and all of them. */
  readonly #shifts: number[];
  /** Units lost before each change, and in all: all of them, and those lost in compared changes. */
  readonly #lost: number[];
  readonly #lostCompared: number[];

  constructor(changes: readonly Change[]) {
    const count = changes.length;
    this.#count = count;
    this.#starts = new Array<number>(count);
    this.#ends = new Array<number>(count);
    this.#shifts = new Array<number>(count + 1);
    this.#lost = new Array<number>(count + 1);
    this.#lostCompared = new Array<number>(count + 1);
    let shift = 0;
    let lost = 0;
    let lostCompared = 0;
    this.#shifts[0] = this.#lost[0] = this.#lostCompared[0] = 0;
    for (let index = 0; index < count; index += 1) {
      const item = changes[index];
      if (!item) continue;
      const { start, removed, inserted, compared } = item;
      this.#starts[index] = start;
      this.#ends[index] = start + removed.length;
      this.#shifts[index + 1] = shift += inserted.length - removed.length;
      this.#lost[index + 1] = lost += removed.length;
      this.#lostCompared[index + 1] = lostCompared += compared ? removed.length : 0;
    }
    this.from = at(this.#starts, 0);
    this.to = at(this.#ends, count - 1);
    this.shift = shift;
  }

  /**
   * By how much a range moves as a whole; undefined where a change takes of it or is inserted inside it. With `edges` also
   * where one touches its start, which is what an empty range has to ask, and a stretch that may hold empty ranges.
   */
  whole(start: number, end: number, edges: boolean): number | undefined {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const changeEnd = at(this.#ends, middle);
      if (changeEnd < start || (changeEnd === start && !edges)) low = middle + 1;
      else high = middle;
    }
    if (low === this.#count) return this.shift;
    return at(this.#starts, low) >= end ? at(this.#shifts, low) : undefined;
  }

  /** The last change that begins before `offset` (or at it, with `inclusive`); -1 where none does. */
  #changeAt(offset: number, inclusive: boolean): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = at(this.#starts, middle);
      if (start < offset || (inclusive && start === offset)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #behind(index: number, offset: number): number {
    return offset + at(this.#shifts, index + 1);
  }

  /** Where the start of a range that isn't empty goes: behind what is inserted there, to the first unit that is left. */
  start(offset: number): number {
    const index = this.#changeAt(offset, true);
    if (index < 0) return offset;
    const end = at(this.#ends, index);
    return this.#behind(index, Math.max(end, offset));
  }

  /** Where the end of a range that isn't empty goes: before what is inserted there, behind the last unit that is left. */
  end(offset: number): number {
    return this.point(offset);
  }

  /** Where an empty range goes: it stays before what is inserted at it. */
  point(offset: number): number {
    const index = this.#changeAt(offset, false);
    if (index < 0) return offset;
    if (at(this.#ends, index) >= offset && at(this.#ends, index) > at(this.#starts, index))
      return at(this.#starts, index) + at(this.#shifts, index);
    return this.#behind(index, offset);
  }

  /** How many units between two offsets are removed. */
  lost(start: number, end: number): number {
    return this.#before(this.#lost, end, false) - this.#before(this.#lost, start, false);
  }

  /** How many of them by compared changes. */
  lostCompared(start: number, end: number): number {
    return this.#before(this.#lostCompared, end, true) - this.#before(this.#lostCompared, start, true);
  }

  #before(sums: readonly number[], offset: number, comparedOnly: boolean): number {
    const index = this.#changeAt(offset, false);
    if (index < 0) return 0;
    if (comparedOnly && at(sums, index) === at(sums, index + 1)) return at(sums, index);
    return at(sums, index) + Math.min(offset, at(this.#ends, index)) - at(this.#starts, index);
  }

  /** Whether a compared change takes the first or the last unit between two offsets. */
  losesEdgeCompared(start: number, end: number): boolean {
    return this.lostCompared(start, start + 1) > 0 || this.lostCompared(end - 1, end) > 0;
  }
}

function at(array: readonly number[], index: number): number {
  return array[index] ?? 0;
}
