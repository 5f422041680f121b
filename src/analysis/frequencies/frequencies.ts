import { linksOf } from '../../model/links';
import type { AnalysedAnnotation, AnalysedArticle } from '../analysedArticle';
import { partKey, type Behind } from '../behind';
import { ChosenClaims } from '../chosenClaims';
import type { ArticleClaims } from '../claims';
import type { ClaimCounts } from '../network/network';
import { columnsOf, type Table } from '../table';
import { inOrder, NONE } from '../valueOrder';
import { itemValue, type Value, type Variable } from '../variables';
import type { FrequencySettings } from './settings';

/** What is counted of each kind of thing, beside the articles that it is in. */
export const frequencyMeasures = {
  actors: ['mentions', 'claims'],
  topics: ['claims', 'passages'],
  sources: ['mentions', 'said', 'evidence', 'counterevidence'],
  claims: ['claims'],
} as const satisfies Readonly<Record<FrequencySettings['of'], readonly string[]>>;

/** How often there is something. */
export interface Frequency extends Value {
  /** By measure. */
  readonly counts: readonly number[];
  /** In which it is counted at least once. */
  readonly articles: number;
}

export interface Frequencies {
  readonly settings: FrequencySettings;
  /** Names of {@link frequencyMeasures}. */
  readonly measures: readonly string[];
  /** By all measures together, the most frequent first; levels of a scale from the highest down. */
  readonly items: readonly Frequency[];
  /** Of the claims alone. */
  readonly counts: ClaimCounts;
}

/** Counts actors, topics, sources or claims, article by article. */
export class FrequencyCounter {
  readonly #chosen: ChosenClaims;
  readonly #measures: readonly string[];
  /** What of claims is counted, where that is one variable. */
  readonly #variable: Variable;
  readonly #items = new Map<
    string,
    { readonly value: Value; readonly counts: number[]; articles: number; last: string }
  >();

  /** @param behind told what lies behind each part: of {@link frequencyKey} */
  constructor(
    private readonly settings: FrequencySettings,
    private readonly behind?: Behind,
  ) {
    const { of, by } = settings;
    this.#variable = of === 'actors' ? position : of === 'topics' ? topicItself : by;
    this.#chosen = new ChosenClaims(settings, [this.#variable]);
    this.#measures = frequencyMeasures[settings.of];
  }

  add(article: AnalysedArticle): void {
    const claims = this.#chosen.in(article);
    for (const annotation of article.annotations) {
      if (annotation.type === 'claim' || !this.#chosen.isMeant(claims, annotation)) continue;
      this.#addMarked(claims, annotation);
    }
    for (const claim of this.#chosen.of(claims)) this.#addClaim(claims, claim);
  }

  result(): Frequencies {
    const items = [...this.#items.values()].map(({ value, counts, articles }): Frequency => ({
      ...value,
      counts,
      articles,
    }));
    const ordered = inOrder(items, ({ counts }) => counts.reduce((sum, count) => sum + count, 0));
    return { settings: this.settings, measures: this.#measures, items: ordered, counts: this.#chosen.counts() };
  }

  #addMarked(claims: ArticleClaims, annotation: AnalysedAnnotation): void {
    const { names } = claims;
    const { type, actor, topic, source } = annotation;
    const { of } = this.settings;
    if (of === 'actors' && type === 'actor' && actor !== undefined) {
      this.#count('mentions', itemValue(names.actor(actor)), claims, annotation);
    } else if (of === 'topics' && type === 'passage' && topic !== undefined) {
      this.#count('passages', itemValue(names.topic(topic)), claims, annotation);
    } else if (of === 'sources' && type === 'source') {
      this.#count('mentions', source === undefined ? UNNAMED : itemValue(names.source(source)), claims, annotation);
    }
  }

  #addClaim(claims: ArticleClaims, claim: AnalysedAnnotation): void {
    const { of } = this.settings;
    if (of === 'sources') {
      for (const [role, measure] of sourceRoles) {
        const ids = new Set(linksOf(claim, role).map((link) => claims.source(link)));
        for (const id of ids) {
          this.#count(measure, id === undefined ? UNNAMED : itemValue(claims.names.source(id)), claims, claim);
        }
      }
      return;
    }
    const values = this.#chosen.values(this.#variable, claims, claim);
    const counted = values.length === 0 && of === 'claims' ? [NONE] : values;
    for (const value of counted) this.#count('claims', value, claims, claim);
  }

  #count(measure: string, value: Value, { article }: ArticleClaims, { id }: AnalysedAnnotation): void {
    const item = this.#items.get(value.id) ?? { value, counts: this.#measures.map(() => 0), articles: 0, last: '' };
    this.#items.set(value.id, item);
    const at = this.#measures.indexOf(measure);
    item.counts[at] = (item.counts[at] ?? 0) + 1;
    if (item.articles === 0 || item.last !== article.key) item.articles += 1;
    item.last = article.key;
    this.behind?.add(frequencyKey(value.id, measure), { article: article.key, id });
  }
}

const position: Variable = { word: 'position', of: '' };
const topicItself: Variable = { word: 'topic', of: '' };
/** Sources that are marked in articles and aren't of the codebook. */
const UNNAMED: Value = { id: NONE.id, label: '(not in the codebook)' };
/** Which links of a claim lead to a source as what. */
const sourceRoles = [
  ['source', 'said'],
  ['evidence', 'evidence'],
  ['counterevidence', 'counterevidence'],
] as const;

/** The key of a thing under a measure. */
export function frequencyKey(item: string, measure: string): string {
  return partKey(item, measure);
}

/** One row for each thing. */
export function frequencyTable({ settings, measures, items }: Frequencies): Table {
  const one = settings.of === 'claims' ? 'value' : settings.of.slice(0, -1);
  return {
    columns: columnsOf(one, ...measures, 'articles'),
    rows: items.map(({ label, counts, articles }) => [label, ...counts, articles]),
  };
}
