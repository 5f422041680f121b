import { compareRanges, type Range } from '../../model/range';

/** What ranges hold together: ascending and apart; empty ones left out. */
export function united(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    if (range.end <= range.start) continue;
    const last = found.at(-1);
    if (last && range.start <= last.end) {
      if (range.end > last.end) found[found.length - 1] = { start: last.start, end: range.end };
    } else found.push({ start: range.start, end: range.end });
  }
  return found;
}

export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How many units are in both; ranges of each ascending and apart. */
export function sharedLength(a: readonly Range[], b: readonly Range[]): number {
  let shared = 0;
  for (let [i, j] = [0, 0]; ;) {
    const [one, other] = [a[i], b[j]];
    if (!one || !other) return shared;
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) i += 1;
    else j += 1;
  }
}

/** What two targets share of what they hold together (Jaccard's index): 0 to 1. */
export function likeness(a: readonly Range[], b: readonly Range[]): number {
  const shared = sharedLength(a, b);
  return shared === 0 ? 0 : shared / (lengthOf(a) + lengthOf(b) - shared);
}

/** Every pair of indices whose ranges overlap, by the left index and then the right. Both lists ascend by start. */
export function overlappingPairs(
  lefts: readonly Range[],
  rights: readonly Range[],
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let from = 0;
  for (const [left, { start, end }] of lefts.entries()) {
    while (from < rights.length && allEndBefore(rights, from, start)) from += 1;
    for (let right = from; right < rights.length; right += 1) {
      const other = rights[right];
      if (!other || other.start >= end) break;
      if (other.end > start) found.push([left, right]);
    }
  }
  return found;
}

function allEndBefore(ranges: readonly Range[], index: number, start: number): boolean {
  return (ranges[index]?.end ?? Infinity) <= start;
}
