import { overlaps, type Range } from '../model/range';

/** Items by their ranges, to find those that overlap a range; ranges may nest. */
export class RangeIndex<T> {
  readonly #items: readonly { readonly item: T; readonly range: Range }[];
  /** For each item, the furthest end of it and those before. */
  readonly #reach: readonly number[];

  constructor(items: Iterable<T>, rangeOf: (item: T) => Range) {
    this.#items = [...items]
      .map((item) => ({ item, range: rangeOf(item) }))
      .sort((a, b) => a.range.start - b.range.start);
    let furthest = 0;
    this.#reach = this.#items.map(({ range }) => (furthest = Math.max(furthest, range.end)));
  }

  /** In the order of their starts. */
  overlapping(range: Range): T[] {
    const found: T[] = [];
    for (let at = this.#firstBehind(range.end) - 1; at >= 0 && (this.#reach[at] ?? 0) > range.start; at -= 1) {
      const entry = this.#items[at];
      if (entry && overlaps(entry.range, range)) found.push(entry.item);
    }
    return found.reverse();
  }

  touches(range: Range): boolean {
    return this.overlapping(range).length > 0;
  }

  /** Index of the first item that starts at `offset` or behind. */
  #firstBehind(offset: number): number {
    let [low, high] = [0, this.#items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle]?.range.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
