/** Where the days of a plot lie: `from` begins at `left`, `to` at `right`; pixels, and days since 1970-01-01. */
export interface DayScale {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** Days, both included. */
interface Period {
  readonly first: number;
  readonly last: number;
}

/** Where a day begins, as far as it is seen. */
export function pixelOf({ left, right, from, to }: DayScale, day: number): number {
  const x = left + ((day - from) / (to - from)) * (right - left);
  return Math.min(right, Math.max(left, x));
}

/** The days of the periods that lie, be it in part, between two places in any order; undefined where there are none. */
export function daysBetween(
  scale: DayScale,
  periods: readonly Period[],
  one: number,
  other: number,
): Period | undefined {
  const [start, end] = [Math.min(one, other), Math.max(one, other)];
  const touched = periods.filter(({ first, last }) => pixelOf(scale, last + 1) > start && pixelOf(scale, first) < end);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last && { first: first.first, last: last.last };
}
