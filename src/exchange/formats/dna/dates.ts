import { isPartialDate } from '../../../model/partialDate';
import type { Losses } from '../../losses';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Days of points in time, in their order; undefined where there is none, or none that a calendar of four-digit years has.
 *
 * DNA 3 counts seconds as if the clock on the wall showed UTC. DNA 2 counts milliseconds of true time, and most of its documents have a
 * day alone: midnight where it was coded. Where all times of day are within an hour of each other (summer time), they are
 * taken as that midnight.
 * @param times milliseconds since 1970
 */
export function daysOf(
  times: readonly (number | undefined)[],
  isTrueTime: boolean,
  losses: Losses,
): (string | undefined)[] {
  const known = times.filter((time) => time !== undefined);
  const midnight = isTrueTime ? localMidnight(known.map(timeOfDay)) : 0;
  return times.map((time) => {
    if (time === undefined) return undefined;
    const isDay = midnight !== 0 || timeOfDay(time) === 0;
    const shown = midnight === 0 ? time : time + (midnight > DAY / 2 ? DAY - midnight : 0);
    const date = new Date(shown);
    const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
    if (!isPartialDate(day)) losses.add('dates of documents that no calendar has');
    else if (!isDay) losses.add('times of day of documents');
    return isPartialDate(day) ? day : undefined;
  });
}

function timeOfDay(time: number): number {
  return ((time % DAY) + DAY) % DAY;
}

/** The earlier of the times of day that are midnight somewhere; 0 where they are of all sorts, or midnight in UTC. */
function localMidnight(times: readonly number[]): number {
  const [one = 0, other = one, ...more] = [...new Set(times)].sort((a, b) => a - b);
  if (more.length > 0 || one % (HOUR / 2) !== 0) return 0;
  if (other - one === DAY - HOUR) return other;
  return other === one || other - one === HOUR ? one : 0;
}
