import type { Period } from './network';
import type { NetworkSettings } from './settings';

export type TimeUnit = Exclude<NetworkSettings['window'], 'no' | 'events'>;

const DAY_MS = 86_400_000;
const monthsOf: Readonly<Record<'months' | 'years', number>> = { months: 1, years: 12 };

/**
 * The windows of a period: each has `size` units, the first begins with the period, and each following one a unit later than the one
 * before. Those that don't lie wholly in the period are left out, so there may be none. Months and years end the day before the same day
 * of a later month; where that hasn't the day, its last one counts.
 * @param size at least 1
 */
export function* timeWindows(period: Period, unit: TimeUnit, size: number): Iterable<Period> {
  for (let n = 0; ; n++) {
    const first = after(period.first, unit, n);
    const last = after(period.first, unit, n + size) - 1;
    if (last > period.last) return;
    yield { first, last };
  }
}

/** The day that is some units after another. */
function after(day: number, unit: TimeUnit, count: number): number {
  if (unit === 'days') return day + count;
  if (unit === 'weeks') return day + 7 * count;
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count * monthsOf[unit]];
  const daysThere = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), daysThere)) / DAY_MS;
}

/** The windows of `size` successive events each, every one an event later than the one before: of `count` events in the order of time, the
 * places of the first and the last. */
export function* eventWindows(count: number, size: number): Iterable<Period> {
  for (let first = 0; first + size <= count; first++) yield { first, last: first + size - 1 };
}
