import type { Direction, Position } from '../../../src/corpus/articleIndex';
import type { Hit } from '../../../src/corpus/corpusIndex';
import type { Figures } from '../../../src/corpus/figures';
import type { CorpusArticle } from '../../../src/corpus/indexed';
import { compareArticles, compareInArticle } from '../../../src/corpus/order';
import type { Wanted } from '../../../src/corpus/wanted';
import type { Marked } from './articles';
import type { Link } from '../../../src/model/annotation';
import { compareCodeUnits } from '../../../src/model/codeUnits';
import { compareRanges, contains, type Range } from '../../../src/model/range';

interface Plain {
  readonly article: CorpusArticle;
  readonly annotations: readonly Marked[];
  readonly excluded: readonly Range[];
}

type Placed = Marked & CorpusArticle;

/** What the index should say, found by going through everything each time. */
export class PlainIndex {
  readonly #articles = new Map<string, Plain>();

  set(article: CorpusArticle, annotations: readonly Marked[], excluded: readonly Range[]): void {
    this.#articles.set(article.uri, { article, annotations, excluded });
  }

  remove(uri: string): void {
    this.#articles.delete(uri);
  }

  /** Where each stands: an id is an article's own only. */
  all(wanted: Wanted): string[] {
    return this.#wanted(wanted).map(where);
  }

  next(wanted: Wanted, from: Position & { readonly uri: string }, direction: Direction): string | undefined {
    const article = this.#articles.get(from.uri)?.article;
    const all = this.#wanted(wanted);
    if (direction === 'previous') all.reverse();
    const [first] = all;
    if (!article) return first && where(first);
    const here = all.filter(({ uri }) => uri === from.uri);
    const atOne = from.id !== undefined || here.some((one) => compareRanges(one, from) === 0);
    const isBeyond = (one: Placed): boolean => {
      if (one.uri !== from.uri) return compareWhere(one, article) > 0 === (direction === 'next');
      const order = compareRanges(one, from) || (from.id === undefined ? 0 : compareCodeUnits(one.id, from.id));
      const liesIn = one.start <= from.start && from.end <= one.end && from.start < one.end;
      return direction === 'next' ? order > 0 : order < 0 && (atOne || !liesIn);
    };
    const found = all.find(isBeyond) ?? first;
    return found && where(found);
  }

  uses(kind: 'actor' | 'topic' | 'source', id: string): number {
    const all = [...this.#articles.values()].flatMap(({ annotations }) => annotations);
    const references = all.flatMap(({ actor, topic, source, links = [] }) =>
      kind === 'topic'
        ? [topic]
        : kind === 'source'
          ? [source, ...links.map((link) => link.source)]
          : [actor, ...links.flatMap((link) => [link.actor, link.for])],
    );
    return references.filter((other) => other === id).length;
  }

  figures(isMention: (one: Marked) => boolean, isClaim: (one: Marked, all: Plain) => boolean): Figures {
    let [mentions, claims, articles] = [0, 0, 0];
    const byStance = new Map<string, number>();
    const [claimDates, articleDates]: [string[], string[]] = [[], []];
    for (const plain of this.#articles.values()) {
      const counted = countedOf(plain);
      const [mentioned, claimed] = [
        counted.filter(isMention),
        counted.filter((one) => one.type === 'claim' && isClaim(one, plain)),
      ];
      const { date } = plain.article.info;
      mentions += mentioned.length;
      claims += claimed.length;
      if (mentioned.length + claimed.length === 0) continue;
      articles += 1;
      articleDates.push(...(date === undefined ? [] : [date]));
      for (const { stance = '', date: own = date } of claimed) {
        byStance.set(stance, (byStance.get(stance) ?? 0) + 1);
        claimDates.push(...(own === undefined ? [] : [own]));
      }
    }
    const dates = (claimDates.length > 0 ? claimDates : articleDates).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    return {
      mentions,
      articles,
      claims,
      byStance,
      ...(first === undefined || last === undefined ? {} : { first, last }),
    };
  }

  actorFigures(ids: ReadonlySet<string>): Figures {
    return this.figures(
      ({ type, actor }) => type === 'actor' && has(ids, actor),
      ({ links = [] }, plain) => {
        const holders = links.filter(({ role }) => role === 'holder');
        const position = holders.length > 0 ? holders : links.filter(({ role }) => role === 'speaker');
        return position.some((link) => has(ids, linkedOf(plain, link, 'actor')) || has(ids, link.for));
      },
    );
  }

  sourceFigures(ids: ReadonlySet<string>): Figures {
    return this.figures(
      ({ type, source }) => type === 'source' && has(ids, source),
      ({ links = [] }, plain) => links.some((link) => has(ids, linkedOf(plain, link, 'source'))),
    );
  }

  topicFigures(ids: ReadonlySet<string>): Figures {
    return this.figures(
      ({ type, topic }) => type === 'passage' && has(ids, topic),
      ({ topic }) => has(ids, topic),
    );
  }

  counted(actor: string): { readonly mentions: number; readonly articles: number } | undefined {
    const isMention = (one: Marked): boolean => one.type === 'actor' && one.actor === actor;
    const all = [...this.#articles.values()].filter(({ annotations }) => annotations.some(isMention));
    const counts = all.map((plain) => countedOf(plain).filter(isMention).length);
    if (all.length === 0) return undefined;
    return { mentions: counts.reduce((a, b) => a + b), articles: counts.filter((count) => count > 0).length };
  }

  #wanted(wanted: Wanted): Placed[] {
    const placed = [...this.#articles.values()].flatMap((plain) =>
      plain.annotations
        .filter((annotation) => fits(annotation, wanted, plain))
        .map((annotation) => ({ ...annotation, ...plain.article })),
    );
    return placed.sort((a, b) => compareWhere(a, b) || compareInArticle(a, b));
  }
}

export function where({ uri, id }: { readonly uri: string; readonly id: string }): string {
  return `${uri} ${id}`;
}

function compareWhere(a: CorpusArticle, b: CorpusArticle): number {
  return compareArticles(a, b) || compareCodeUnits(a.uri, b.uri);
}

function countedOf({ annotations, excluded }: Plain): readonly Marked[] {
  const superseded = annotations.flatMap(({ id, supersedes = [] }) => supersedes.filter((other) => other !== id));
  return annotations.filter((one) => !superseded.includes(one.id) && !excluded.some((range) => contains(range, one)));
}

function fits(annotation: Marked, wanted: Wanted, plain: Plain): boolean {
  const { type, actors, topics, stances, sources, speakers, holders, addressees } = wanted;
  const { links = [] } = annotation;
  const isLinked = (role: string, ids: ReadonlySet<string> | undefined): boolean =>
    !ids ||
    links.some((link) => link.role === role && (has(ids, linkedOf(plain, link, 'actor')) || has(ids, link.for)));
  return (
    (type === undefined || annotation.type === type) &&
    (!actors || (annotation.type === 'actor' && has(actors, annotation.actor))) &&
    (!topics || has(topics, annotation.topic)) &&
    (!stances || stances.has(annotation.stance ?? '')) &&
    (!sources ||
      has(sources, annotation.source) ||
      links.some((link) => has(sources, linkedOf(plain, link, 'source')))) &&
    isLinked('speaker', speakers) &&
    isLinked('holder', holders) &&
    isLinked('addressee', addressees)
  );
}

function linkedOf({ annotations }: Plain, link: Link, field: 'actor' | 'source'): string | undefined {
  return link[field] ?? annotations.find(({ id }) => id === link.annotation)?.[field];
}

function has(ids: ReadonlySet<string>, id: string | undefined): boolean {
  return id !== undefined && ids.has(id);
}

/** In the order of the text, as the index gives them: with what it keeps, and without empty lists. */
export function kept(annotations: readonly Marked[]): Omit<Hit, 'uri'>[] {
  return [...annotations].sort(compareInArticle).map(({ links = [], attributes, ...fields }) => {
    const verdict = attributes?.['verdict'];
    return {
      ...fields,
      ...(links.length > 0 ? { links } : {}),
      ...(typeof verdict === 'string' ? { verdict } : {}),
    };
  });
}
