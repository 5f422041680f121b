import { dateOfDay, daysOf } from '../dates';
import { SettingsError } from '../settings';
import { kernelWeight, pairShare, type Kernel } from './kernels';
import type { Period } from './network';
import { statementsBetween, type Statements } from './statements';
import { eventWindows, timeWindows, type TimeUnit } from './windows';

/**
 * The statements of each window of time that the settings want, one after the other (see `timeWindows`, `eventWindows`; an event is a claim,
 * whatever it states). The period is that from the settings' `from` to their `to`, where they have none, from the first day of the
 * statements to the last. Where the settings have a kernel, statements count as it says: of one-mode networks so
 * that each pair has the root of the product.
 * @param statements by day, and all dated
 * @throws {SettingsError} where there is no such window
 */
export function windowStatements(statements: Statements): readonly Statements[] {
  const { window, windowSize } = statements.settings;
  if (window === 'no') throw new RangeError('The settings have no window.');
  const { day } = statements;
  const [first, last] = [day[0], day[day.length - 1]];
  if (first === undefined || last === undefined) {
    throw new SettingsError(
      'window',
      'There is no claim with a date that a window could have: give dates to articles.',
    );
  }
  const found =
    window === 'events'
      ? ofEvents(statements, windowSize)
      : ofTime(statements, periodOf(statements, { first, last }), window);
  if (found.length > 0) return found;
  const { first: from, last: to } = periodOf(statements, { first, last });
  const there =
    window === 'events'
      ? `There are ${statements.counts.used} claims`
      : `The period is from ${dateOfDay(from)} to ${dateOfDay(to)}`;
  const what = `${there}, less than the ${windowSize} ${windowSize === 1 ? window.slice(0, -1) : window} of a window`;
  throw new SettingsError('window-size', `${what}: choose a smaller window-size or another window.`);
}

/** Statements as windows of time part them. */
export interface Windowed {
  /** Those of each window; none where the settings want no windows, or no claim is left. */
  readonly parts: readonly Statements[];
  /** Those that are in any window; where there are none, all. */
  readonly inAny: Statements;
}

/** As {@link windowStatements}, which throws as it does. */
export function inWindows(statements: Statements): Windowed {
  const isParted = statements.settings.window !== 'no' && statements.counts.used > 0;
  const parts = isParted ? windowStatements(statements) : [];
  return { parts, inAny: statementsInWindows(statements, parts) };
}

/** The statements that are in any of these windows, between which there is no gap: the last days of a period may be in none. */
export function statementsInWindows(statements: Statements, windows: readonly Statements[]): Statements {
  const [first, last] = [windows[0]?.window, windows.at(-1)?.window];
  if (!first || !last) return statements;
  const { day } = statements;
  return statementsBetween(statements, firstFrom(day, first.first), firstFrom(day, last.last + 1));
}

function periodOf({ settings: { from, to } }: Statements, { first, last }: Period): Period {
  return {
    first: (from === undefined ? undefined : daysOf(from)?.first) ?? first,
    last: (to === undefined ? undefined : daysOf(to)?.last) ?? last,
  };
}

function ofTime(statements: Statements, period: Period, unit: TimeUnit): readonly Statements[] {
  const { day, settings } = statements;
  const { kernel, mode } = settings;
  return Array.from(timeWindows(period, unit, settings.windowSize), (window) => {
    const [from, until] = [firstFrom(day, window.first), firstFrom(day, window.last + 1)];
    if (kernel === 'no') return statementsBetween(statements, from, until, { window });
    const share = (one: number): number => shareOf(kernel, mode === 'one-mode', one, window);
    const weight = Float64Array.from(day.subarray(from, until), share);
    return statementsBetween(statements, from, until, { window, weight });
  });
}

function shareOf(kernel: Kernel, isOfPairs: boolean, day: number, window: Period): number {
  const weight = kernelWeight(kernel, day, window);
  return isOfPairs ? pairShare(weight) : weight;
}

/** Where the first is that isn't before a day. */
function firstFrom(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function ofEvents(statements: Statements, size: number): readonly Statements[] {
  const { claim, day } = statements;
  const begins = Array.from(claim.keys()).filter((at) => at === 0 || claim[at] !== claim[at - 1]);
  return Array.from(eventWindows(begins.length, size), ({ first, last }) => {
    const [from, until] = [begins[first] ?? 0, begins[last + 1] ?? claim.length];
    const window = { first: day[from] ?? 0, last: day[until - 1] ?? 0 };
    return statementsBetween(statements, from, until, { window });
  });
}
