import type { Period } from '../../analysis/network/network';
import { dateOfDay } from '../../analysis/dates';

/** For each of successive windows of time the days that stand for it alone, from the middle of it up to that of the next: windows overlap, and
 * a weight that changes has one value at a time. The last is as long as the step before it, or as its window where there is no other. */
export function spellsOf(windows: readonly Period[]): readonly { readonly start: string; readonly end: string }[] {
  const middles = windows.map(({ first, last }) => Math.floor((first + last) / 2));
  return middles.map((middle, n) => {
    const { first = middle, last = middle } = windows[n] ?? {};
    const step = windows.length > 1 ? middle - (middles[n - 1] ?? middle) : last - first + 1;
    const next = middles[n + 1] ?? middle + Math.max(1, step);
    return { start: dateOfDay(middle), end: dateOfDay(next) };
  });
}
