import { contains, overlaps, type Range } from '../../model/range';
import type { AnalysedAnnotation, AnalysedArticle } from '../analysedArticle';
import { partKey, type Behind } from '../behind';
import { ChosenClaims } from '../chosenClaims';
import type { ArticleClaims } from '../claims';
import type { ClaimCounts } from '../network/network';
import { columnsOf, type Table } from '../table';
import { inOrder } from '../valueOrder';
import { itemValue, type Value } from '../variables';
import { paragraphsOf } from './paragraphs';
import type { CooccurrenceSettings } from './settings';

export interface OccurringItem extends Value {
  /** In which it occurs. */
  readonly contexts: number;
}

/** Two items, by their places in the list, that occur in one context. */
export interface OccurringPair {
  readonly from: number;
  readonly to: number;
  /** Contexts in which both occur. */
  readonly count: number;
  /** That, divided by the number of contexts in which either occurs. */
  readonly jaccard: number;
}

export interface Cooccurrence {
  readonly settings: CooccurrenceSettings;
  /** Those in most contexts first. */
  readonly items: readonly OccurringItem[];
  /** `from` before `to`. */
  readonly pairs: readonly OccurringPair[];
  /** All in which any item occurs. */
  readonly contexts: number;
  /** What doesn't stand in the text as it is now, and so in no paragraph or claim. */
  readonly unplaced: number;
  /** Of the claims alone. */
  readonly counts: ClaimCounts;
}

/** An item where it is marked, or where a claim is linked to it. */
interface Occurrence extends Range {
  readonly value: Value;
  readonly annotation: AnalysedAnnotation;
}

/** Counts in how many contexts two things occur together, article by article. */
export class CooccurrenceCounter {
  readonly #chosen: ChosenClaims;
  readonly #items = new Map<string, { readonly value: Value; readonly at: number; contexts: number }>();
  /** By the places of two items, the lower times {@link MOST_ITEMS} plus the higher. */
  readonly #pairs = new Map<number, number>();
  #contexts = 0;
  #unplaced = 0;

  /** @param behind told what lies behind each part: of {@link cooccurrenceKey} */
  constructor(
    private readonly settings: CooccurrenceSettings,
    private readonly behind?: Behind,
  ) {
    this.#chosen = new ChosenClaims(settings);
  }

  /** @param text the article's; needed for paragraphs alone */
  add(article: AnalysedArticle, text = ''): void {
    const claims = this.#chosen.in(article);
    const chosen = [...this.#chosen.of(claims)];
    const marked = article.annotations.filter((one) => one.type !== 'claim' && this.#chosen.isMeant(claims, one));
    const occurrences = [...marked, ...chosen].flatMap((annotation) => this.#occurrencesOf(claims, annotation));
    const { within } = this.settings;
    if (within === 'article') return this.#addContext(article, occurrences);
    const placed = occurrences.filter(({ annotation }) => annotation.standing === 'anchored');
    this.#unplaced += new Set(occurrences.map(({ annotation }) => annotation)).size;
    this.#unplaced -= new Set(placed.map(({ annotation }) => annotation)).size;
    if (within === 'paragraph') {
      for (const paragraph of paragraphsOf(text)) {
        this.#addContext(
          article,
          placed.filter((one) => overlaps(one, paragraph)),
        );
      }
      return;
    }
    for (const claim of chosen) {
      const isIn = (one: Occurrence): boolean =>
        one.annotation === claim || (one.annotation.type !== 'claim' && contains(claim, one));
      this.#addContext(article, (claim.standing === 'anchored' ? placed : occurrences).filter(isIn));
    }
  }

  result(): Cooccurrence {
    const items = inOrder(
      [...this.#items.values()].map(({ value, at, contexts }) => ({ ...value, at, contexts })),
      ({ contexts }) => contexts,
    );
    const places = new Map(items.map(({ at }, place) => [at, place]));
    const pairs = [...this.#pairs].map(([pair, count]): OccurringPair => {
      const ends = [Math.floor(pair / MOST_ITEMS), pair % MOST_ITEMS].map((at) => places.get(at) ?? 0);
      const [from, to] = [Math.min(...ends), Math.max(...ends)];
      const either = (items[from]?.contexts ?? 0) + (items[to]?.contexts ?? 0) - count;
      return { from, to, count, jaccard: count / either };
    });
    pairs.sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
    return {
      ...{ settings: this.settings, pairs, contexts: this.#contexts, unplaced: this.#unplaced },
      items: items.map(({ at: _, ...item }) => item),
      counts: this.#chosen.counts(),
    };
  }

  #addContext(article: AnalysedArticle, occurrences: readonly Occurrence[]): void {
    if (occurrences.length === 0) return;
    this.#contexts += 1;
    const first = new Map<string, AnalysedAnnotation>();
    for (const { value, annotation } of occurrences) if (!first.has(value.id)) first.set(value.id, annotation);
    const values = new Map(occurrences.map(({ value }) => [value.id, value]));
    const items = [...values.values()].map((value) => this.#item(value)).sort((a, b) => a.at - b.at);
    for (const [n, item] of items.entries()) {
      const place = { article: article.key, id: first.get(item.value.id)?.id ?? '' };
      item.contexts += 1;
      this.behind?.add(partKey(item.value.id), place);
      for (let m = n + 1; m < items.length; m++) {
        const other = items[m];
        if (!other) continue;
        const pair = item.at * MOST_ITEMS + other.at;
        this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1);
        this.behind?.add(cooccurrenceKey(item.value.id, other.value.id), place);
      }
    }
  }

  #item(value: Value): { readonly value: Value; readonly at: number; contexts: number } {
    const item = this.#items.get(value.id) ?? { value, at: this.#items.size, contexts: 0 };
    this.#items.set(value.id, item);
    return item;
  }

  #occurrencesOf(claims: ArticleClaims, annotation: AnalysedAnnotation): readonly Occurrence[] {
    const { names } = claims;
    const { start, end, type, topic, actor, source, links = [] } = annotation;
    const ids = new Map<string, Value>();
    const add = (value: Value): void => void ids.set(value.id, value);
    switch (this.settings.of) {
      case 'actors':
        if (type === 'actor' && actor !== undefined) add(itemValue(names.actor(actor)));
        for (const link of type === 'claim' ? links : []) {
          const linked = link.actor ?? claims.annotation(link.annotation)?.actor;
          for (const id of [linked, link.for]) if (id !== undefined) add(itemValue(names.actor(id)));
        }
        break;
      case 'topics':
        if (topic !== undefined) add(itemValue(names.topic(topic)));
        break;
      case 'sources':
        if (type === 'source' && source !== undefined) add(itemValue(names.source(source)));
        for (const link of type === 'claim' ? links : []) {
          const id = claims.source(link);
          if (id !== undefined) add(itemValue(names.source(id)));
        }
    }
    return [...ids.values()].map((value) => ({ value, annotation, start, end }));
  }
}

/** More items than any codebook has. */
const MOST_ITEMS = 2 ** 26;

/** The key of two things, in any order. */
export function cooccurrenceKey(one: string, other: string): string {
  return one < other ? partKey(one, other) : partKey(other, one);
}

/** One row for each pair. */
export function cooccurrenceTable({ items, pairs }: Cooccurrence): Table {
  return {
    columns: columnsOf('one', 'other', 'together', 'one_contexts', 'other_contexts', 'jaccard'),
    rows: pairs.map(({ from, to, count, jaccard }) => [
      ...[items[from]?.label, items[to]?.label, count, items[from]?.contexts, items[to]?.contexts, jaccard],
    ]),
  };
}
