import { dateOfDay, isoWeekOf } from '../dates';
import type { Period } from '../network/network';

export const periodUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

const DAY_MS = 86_400_000;
const months = { month: 1, quarter: 3, year: 12 } as const;

/** Which period of a calendar a day (since 1970-01-01) lies in: whole numbers, each one more than that of the period before. Weeks begin
 * on Mondays, as ISO's. */
export function periodOf(day: number, unit: PeriodUnit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + 3) / 7); // 1970-01-01 was a Thursday
  const date = new Date(day * DAY_MS);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months[unit]);
}

/** The days of a period. */
export function daysOfPeriod(period: number, unit: PeriodUnit): Period {
  if (unit === 'day') return { first: period, last: period };
  if (unit === 'week') return { first: period * 7 - 3, last: period * 7 + 3 };
  return { first: dayOfMonth(period * months[unit]), last: dayOfMonth((period + 1) * months[unit]) - 1 };
}

/** "2024-03-09", "2024-W10", "2024-03", "2024-Q1", "2024". */
export function periodText(period: number, unit: PeriodUnit): string {
  const { first } = daysOfPeriod(period, unit);
  if (unit === 'week') return isoWeekOf(first);
  const date = dateOfDay(first);
  if (unit === 'quarter') return `${date.slice(0, 4)}-Q${(period % 4) + 1}`;
  return unit === 'day' ? date : date.slice(0, unit === 'month' ? 7 : 4);
}

/** The first day of a month that is counted from the year 0. */
function dayOfMonth(month: number): number {
  // Date.UTC takes years before 100 for those of the last century; no date here is so early.
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
}
