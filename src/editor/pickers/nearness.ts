import type { Range } from '../../model/range';

/** How many units lie between two ranges; 0 where they touch. */
export function distance(a: Range, b: Range): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** Items by how near one of their ranges is to one of `ranges`, in their own order where that is alike. */
export function nearestFirst<T>(
  items: readonly T[],
  rangesOf: (item: T) => readonly Range[],
  ranges: readonly Range[],
): T[] {
  return items
    .map((item) => ({
      item,
      far: Math.min(...rangesOf(item).flatMap((a) => ranges.map((b) => distance(a, b))), Number.MAX_SAFE_INTEGER),
    }))
    .sort((a, b) => a.far - b.far)
    .map(({ item }) => item);
}
