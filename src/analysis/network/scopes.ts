import { dateOfDay, daysOf } from '../dates';
import type { NetworkSettings } from './settings';

/** What has no scope is a duplicate of nothing. */
export const NO_SCOPE = 0xffff_ffff;

/** When a claim was made, and within what another one like it is a duplicate. */
export interface Dated {
  /** Days since 1970-01-01; undefined where there is no date, or one that doesn't exist. */
  readonly day: number | undefined;
  /** The same for claims of one document, week, month or year, or NO_SCOPE: a month is in no week, nothing that has no date in a year. */
  readonly scope: number;
}

/** Dates claims; a date is read once. */
export class DuplicateScopes {
  readonly #dated = new Map<string | undefined, Dated>();
  readonly #periods = new Map<string | number, number>();

  constructor(private readonly duplicates: NetworkSettings['duplicates']) {}

  /** @param article its number */
  dated(date: string | undefined, article: number): Dated {
    let dated = this.#dated.get(date);
    if (!dated) {
      const days = date === undefined ? undefined : daysOf(date);
      dated = { day: days?.first, scope: this.#period(days) };
      this.#dated.set(date, dated);
    }
    return this.duplicates === 'document' ? { day: dated.day, scope: article } : dated;
  }

  #period(days: ReturnType<typeof daysOf>): number {
    const { duplicates } = this;
    if (duplicates === 'acrossrange') return 0;
    if (!days || duplicates === 'include' || duplicates === 'document') return NO_SCOPE;
    const periodOf = {
      // Weeks begin on Mondays; 1970-01-01 was a Thursday.
      week: (day: number) => Math.floor((day + 3) / 7),
      month: (day: number) => dateOfDay(day).slice(0, -3),
      year: (day: number) => dateOfDay(day).slice(0, -6),
    }[duplicates];
    const period = periodOf(days.first);
    if (period !== periodOf(days.last)) return NO_SCOPE;
    const number = this.#periods.get(period) ?? this.#periods.size;
    this.#periods.set(period, number);
    return number;
  }
}
