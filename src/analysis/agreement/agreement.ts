import type { Work } from '../../anchoring/slices';
import { compareCodeUnits } from '../../model/codeUnits';
import { daysOf } from '../dates';
import { SettingsError } from '../settings';
import { intervals, type Interval } from './bootstrap';
import { codersOf, type CodedArticle } from './codedArticle';
import { distinctNames, labelled } from './labels';
import { MatchedCounts } from './matchedCounts';
import { preparing, type Prepared } from './prepared';
import { compareRows, type RowPlan } from './rows';
import { chosenCreators, type AgreementSettings } from './settings';
import { Statistics, type Figure } from './statistics';
import { TargetCounts } from './targetCounts';
import { TextCounts } from './textCounts';

/** One figure. */
export interface AgreementRow extends Pick<RowPlan, 'by' | 'of' | 'measure'>, Partial<Interval> {
  /** Who is compared; for precision and recall, the first is whom the second is measured by. */
  readonly creators: readonly string[];
  /** How many articles at least two of them coded. */
  readonly articles: number;
  /** One label alone, against all else; undefined for all together. */
  readonly label: string | undefined;
  readonly figure: Figure;
  readonly count: number;
}

export interface AgreementReport {
  readonly creators: readonly string[];
  /** How many articles at least two of the creators coded; and how many of the chosen dates fewer did. */
  readonly articles: number;
  readonly others: number;
  /** How many articles were left out since they have no date, where dates are chosen. */
  readonly undated: number;
  /** Annotations of creators in compared articles that have no place any more, or lie in excluded ranges. */
  readonly unplaced: number;
  readonly excluded: number;
  /** What the bootstrap drew. */
  readonly drawn: 'articles' | 'sentences';
  readonly rows: readonly AgreementRow[];
}

/**
 * How far creators agree, all together and two by two. docs/agreement.md says what is counted and how.
 * @throws {SettingsError} where there is nothing to compare
 */
export function* agreement(articles: readonly CodedArticle[], settings: AgreementSettings): Work<AgreementReport> {
  const inTime = articlesWithin(articles, settings);
  const codersIn = (article: CodedArticle): readonly string[] => codersOf(article, settings);
  const there = [...new Set(inTime.flatMap(codersIn))].sort(compareCodeUnits);
  const creators = chosenCreators(settings.creators, there);
  const shared = inTime.filter((article) => codersIn(article).filter((one) => creators.includes(one)).length > 1);
  assertComparable({ creators, there, articles: inTime, shared });
  const statistics = new Statistics();
  const prepare = preparing(statistics, creators, settings, shared.length === 1);
  const comparisons = comparisonsOf(creators).map((coders) => new Comparison(statistics, coders, settings));
  let [unplaced, excluded, found] = [0, 0, 0];
  for (const [done, article] of shared.entries()) {
    const prepared = prepare(article);
    ({ unplaced, excluded } = {
      unplaced: unplaced + prepared.readings.unplaced,
      excluded: excluded + prepared.readings.excluded,
    });
    found += prepared.readings.of.reduce((sum, readings) => sum + readings.length, 0);
    for (const comparison of comparisons) comparison.add(prepared);
    yield (done / shared.length) * 0.5;
  }
  if (found === 0) throw new SettingsError('creators', nothingFound(unplaced));
  const plans = comparisons.flatMap((comparison) => comparison.rows().map((plan) => ({ comparison, plan })));
  const totals = statistics.summing()();
  const bounds = yield* second(
    intervals(
      statistics,
      plans.map(({ plan }) => plan.figure),
      settings,
    ),
  );
  const nameOf = distinctNames(plans.flatMap(({ plan }) => plan.label ?? []));
  const rows = plans.map(({ comparison, plan }, index): AgreementRow => {
    const { by, of, measure, label } = plan;
    return {
      creators: comparison.coders.map((coder) => creators[coder] ?? ''),
      ...{ articles: comparison.articles, by, label: label && nameOf(label), of, measure },
      ...{ figure: plan.figure(totals), ...bounds[index], count: plan.count(totals) },
    };
  });
  const drawn = shared.length === 1 ? 'sentences' : 'articles';
  const left = {
    others: inTime.length - shared.length,
    undated: isDated(settings) ? articles.filter((article) => dayOf(article) === undefined).length : 0,
  };
  return { creators, articles: shared.length, ...left, unplaced, excluded, drawn, rows };
}

function* second<R>(work: Work<R>): Work<R> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield 0.5 + step.value / 2;
  }
}

/** The articles of the chosen dates; all where none are chosen. */
export function articlesWithin(
  articles: readonly CodedArticle[],
  settings: Pick<AgreementSettings, 'from' | 'to'>,
): readonly CodedArticle[] {
  if (!isDated(settings)) return articles;
  const { from, to } = settings;
  const first = from === undefined ? undefined : daysOf(from)?.first;
  const last = to === undefined ? undefined : daysOf(to)?.last;
  return articles.filter((article) => {
    const day = dayOf(article);
    return day !== undefined && day >= (first ?? -Infinity) && day <= (last ?? Infinity);
  });
}

function isDated({ from, to }: Pick<AgreementSettings, 'from' | 'to'>): boolean {
  return from !== undefined || to !== undefined;
}

function dayOf({ info: { date } }: CodedArticle): number | undefined {
  return date === undefined ? undefined : daysOf(date)?.first;
}

function assertComparable({
  creators,
  there,
  articles,
  shared,
}: {
  readonly creators: readonly string[];
  readonly there: readonly string[];
  readonly articles: readonly CodedArticle[];
  readonly shared: readonly CodedArticle[];
}): void {
  const [only] = creators;
  const problem =
    articles.length === 0
      ? 'There is no article of these dates. Choose others.'
      : only === undefined
        ? 'Nobody has annotated anything here, so there is nothing to compare.'
        : there.length === 1
          ? `Only ${only} has coded these articles; agreement needs two creators, each under a name of their own.`
          : creators.length === 1
            ? `Agreement needs two creators at least; there are: ${there.join(', ')}.`
            : shared.length === 0
              ? `No article was coded by two of ${creators.join(', ')}; let them annotate the same articles, or mark as done those where there is nothing.`
              : undefined;
  if (problem !== undefined) throw new SettingsError('creators', problem);
}

function nothingFound(unplaced: number): string {
  return unplaced === 0
    ? 'Nothing is annotated in the articles that two have coded, so there is nothing to compare.'
    : 'None of the annotations in the articles that two have coded is found in the text as it is now: find them again first.';
}

/** All together, where that is more than two, and each two. */
function comparisonsOf(creators: readonly string[]): readonly (readonly number[])[] {
  const indices = creators.map((_, index) => index);
  const pairs = indices.flatMap((one) => indices.slice(one + 1).map((other) => [one, other]));
  return creators.length > 2 ? [indices, ...pairs] : pairs;
}

/** Coders who are compared, and what was counted of them. */
class Comparison {
  articles = 0;
  readonly #counts: readonly {
    readonly add: (prepared: Prepared, there: readonly number[]) => void;
    readonly rows: () => Iterable<RowPlan>;
  }[];

  constructor(
    statistics: Statistics,
    readonly coders: readonly number[],
    settings: AgreementSettings,
  ) {
    const counted = labelled.filter((aspect) => settings.by.has(aspect));
    this.#counts = [
      ...counted.flatMap((aspect) => [
        new TextCounts(statistics, aspect, coders, settings.measures),
        new TargetCounts(statistics, aspect, coders, settings.measures),
      ]),
      new MatchedCounts(statistics, coders, settings),
    ];
  }

  add(prepared: Prepared): void {
    const there = this.coders.filter((coder) => prepared.coded[coder]);
    if (there.length < 2) return;
    this.articles += 1;
    for (const counts of this.#counts) counts.add(prepared, there);
  }

  rows(): readonly RowPlan[] {
    return this.#counts.flatMap((counts) => [...counts.rows()]).sort(compareRows);
  }
}
