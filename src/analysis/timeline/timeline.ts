import type { AnalysedArticle } from '../analysedArticle';
import { partKey, type Behind } from '../behind';
import { ChosenClaims } from '../chosenClaims';
import { dateOfDay, daysOf } from '../dates';
import type { ClaimCounts, Period } from '../network/network';
import { SettingsError } from '../settings';
import { columnsOf, type Table } from '../table';
import { inOrder, NONE } from '../valueOrder';
import type { Value } from '../variables';
import { daysOfPeriod, periodOf, periodText } from './periods';
import type { TimelineSettings } from './settings';

export interface TimelinePeriod extends Period {
  /** "2024-W10" */
  readonly text: string;
  /** Claims in it, each once. */
  readonly claims: number;
}

/** Claims that have one value, or none ({@link NONE}). */
export interface TimelineSeries extends Value {
  /** By period. A claim with several values counts in each of their series. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Claims without a date, which are in no period. */
  readonly undated: number;
}

/** Claims by date. */
export interface Timeline {
  readonly settings: TimelineSettings;
  /** From the first claim's to the last claim's, without a gap. */
  readonly periods: readonly TimelinePeriod[];
  /** Those with numbers from the highest down, else the most frequent first. */
  readonly series: readonly TimelineSeries[];
  /** Claims without a date that exists. */
  readonly undated: number;
  /** Claims whose date is coarser than a period: they stand at its first day. */
  readonly coarse: number;
  readonly counts: ClaimCounts;
}

/** More periods can be neither seen nor drawn. */
const MOST_PERIODS = 5000;

/** Counts claims by date, article by article. */
export class TimelineCounter {
  readonly #chosen: ChosenClaims;
  readonly #periods = new Map<number, number>();
  readonly #series = new Map<
    string,
    { readonly value: Value; readonly counts: Map<number, number>; undated: number }
  >();
  #undated = 0;
  #coarse = 0;

  /** @param behind told what lies behind each part: of {@link timelineKey} */
  constructor(
    private readonly settings: TimelineSettings,
    private readonly behind?: Behind,
  ) {
    this.#chosen = new ChosenClaims(settings, [settings.series]);
  }

  add(article: AnalysedArticle): void {
    const { series, unit } = this.settings;
    const claims = this.#chosen.in(article);
    for (const claim of this.#chosen.of(claims)) {
      const days = daysOf(claims.date(claim) ?? '');
      const period = days && periodOf(days.first, unit);
      const values = this.#chosen.values(series, claims, claim);
      if (!days || period === undefined) this.#undated += 1;
      else {
        this.#periods.set(period, (this.#periods.get(period) ?? 0) + 1);
        if (periodOf(days.last, unit) !== period) this.#coarse += 1;
      }
      for (const value of values.length > 0 ? values : [NONE]) {
        const text = this.#count(value, period);
        this.behind?.add(timelineKey(value.id, text), { article: article.key, id: claim.id });
      }
    }
  }

  /** @throws {SettingsError} where there are too many periods */
  result(): Timeline {
    const { settings } = this;
    const periods = this.#allPeriods();
    const series = [...this.#series.values()].map(({ value, counts, undated }): TimelineSeries => {
      const all = periods.map((period) => counts.get(period) ?? 0);
      return { ...value, counts: all, total: all.reduce((sum, count) => sum + count, 0), undated };
    });
    return {
      settings,
      periods: periods.map((period) => ({
        text: periodText(period, settings.unit),
        ...daysOfPeriod(period, settings.unit),
        claims: this.#periods.get(period) ?? 0,
      })),
      series: inOrder(series, ({ total, undated }) => total + undated),
      ...{ undated: this.#undated, coarse: this.#coarse, counts: this.#chosen.counts() },
    };
  }

  /** Gives the period's text. */
  #count(value: Value, period: number | undefined): string {
    const known = this.#series.get(value.id) ?? { value, counts: new Map<number, number>(), undated: 0 };
    this.#series.set(value.id, known);
    if (period === undefined) known.undated += 1;
    else known.counts.set(period, (known.counts.get(period) ?? 0) + 1);
    return period === undefined ? '' : periodText(period, this.settings.unit);
  }

  #allPeriods(): readonly number[] {
    const { unit } = this.settings;
    let [first, last] = [Infinity, -Infinity];
    for (const period of this.#periods.keys()) [first, last] = [Math.min(first, period), Math.max(last, period)];
    if (first > last) return [];
    const count = last - first + 1;
    if (count > MOST_PERIODS) {
      const [from, to] = [dateOfDay(daysOfPeriod(first, unit).first), dateOfDay(daysOfPeriod(last, unit).last)];
      throw new SettingsError(
        'unit',
        `From ${from} to ${to} there are ${count} periods of a ${unit}: choose a longer unit, or dates by from and to.`,
      );
    }
    return Array.from({ length: count }, (_, n) => first + n);
  }
}

/** The key of a series in a period; of its claims without a date, of the period "". */
export function timelineKey(series: string, period: string): string {
  return partKey(series, period);
}

/** For each period, the mean of the counts of those that end with it, so many; undefined for the first ones, which are fewer. */
export function movingAverage(counts: readonly number[], size: number): readonly (number | undefined)[] {
  let sum = 0;
  return counts.map((count, n) => {
    sum += count - (counts[n - size] ?? 0);
    return n < size - 1 ? undefined : sum / size;
  });
}

/** One row for each series of a period that has claims, and for the undated ones of each. */
export function timelineTable({ settings, periods, series }: Timeline): Table {
  const isMoving = settings.moving > 1;
  const rows = series.flatMap(({ label, counts, undated }) => {
    const averages = isMoving ? movingAverage(counts, settings.moving) : [];
    const dated = periods.flatMap(({ text, first, last }, n) => {
      const count = counts[n] ?? 0;
      if (count === 0 && !isMoving) return [];
      return [[text, dateOfDay(first), dateOfDay(last), label, count, ...(isMoving ? [averages[n]] : [])]];
    });
    return undated > 0 ? [...dated, ['', undefined, undefined, label, undated]] : dated;
  });
  const columns = columnsOf('period', 'from', 'to', 'series', 'claims', ...(isMoving ? ['moving_average'] : []));
  return { columns, rows };
}
