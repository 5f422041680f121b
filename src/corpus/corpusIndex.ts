import type { Range } from '../model/range';
import type { Referent } from '../model/references';
import { ArticleIndex, type Direction, type Position } from './articleIndex';
import { ArticleList, inOrder, inTurn, nearestOf } from './articleList';
import { cell, packed, type AnnotationInText, type Columns } from './columns';
import { FiguresSum, ofActor, ofSource, ofTopic, type Figures, type Measured } from './figures';
import type { CorpusArticle, IndexedAnnotation, IndexedArticle } from './indexed';
import { Postings, type ActorCount } from './postings';
import type { Rows } from './rows';
import { lane, Tally } from './tally';
import type { Wanted } from './wanted';

/** One article by its uri, or all. */
export type Scope = { readonly article: string } | 'workspace';

/** An annotation of the corpus; positions are its first range's, in UTF-16 code units. */
export interface Hit extends IndexedAnnotation {
  /** Of the article, as text. */
  readonly uri: string;
}

/** Where the annotations of all articles stand. Articles are set whole, as often as they change; ids of actors, topics
 * and sources are those of the annotations, so a caller who means a merged one asks with its former ids too. */
export class CorpusIndex {
  readonly #articles = new Map<string, ArticleIndex>();
  readonly #ordered = new ArticleList();
  readonly #postings = new Postings();
  #revision = 0;

  /** How often it was changed. */
  get revision(): number {
    return this.#revision;
  }

  /** Replaces what is known of an article. One without annotations is worth setting: jumps begin at its place.
   * @param excluded boilerplate: what lies in it counts in no figure */
  setArticle(article: CorpusArticle, annotations: readonly AnnotationInText[], excluded: readonly Range[] = []): void {
    this.setColumns(article, packed(annotations, excluded));
  }

  /** As {@link setArticle}, of annotations that were packed before. */
  setColumns(article: CorpusArticle, columns: Columns): void {
    this.removeArticle(article.uri);
    this.#revision += 1;
    const terms = this.#postings.terms(columns.texts);
    const index = new ArticleIndex(article, { ...columns, texts: terms.map(({ text }) => text) });
    this.#articles.set(article.uri, index);
    const atEnd = this.#ordered.endsBefore(article);
    this.#ordered.add(index, atEnd);
    this.#postings.add(index, terms, atEnd);
  }

  /** An article as {@link setColumns} takes it. */
  packed(uri: string): (CorpusArticle & { readonly columns: Columns }) | undefined {
    const index = this.#articles.get(uri);
    return index && { ...index.article, columns: index.rows.columns };
  }

  /** @returns whether the article was known */
  removeArticle(uri: string): boolean {
    const index = this.#articles.get(uri);
    if (!index) return false;
    this.#revision += 1;
    this.#articles.delete(uri);
    this.#ordered.remove(index);
    this.#postings.remove(index);
    return true;
  }

  /** All articles, in no order. */
  *places(): Iterable<CorpusArticle> {
    for (const { article } of this.#articles.values()) yield article;
  }

  /** The same, in the workspace's order. */
  *ordered(): Iterable<CorpusArticle> {
    for (const { article } of this.#ordered) yield article;
  }

  /** What is known of an article but for its annotations; undefined where it isn't known. */
  known(uri: string): CorpusArticle | undefined {
    return this.#articles.get(uri)?.article;
  }

  /** An article's annotations by their rows: another object once it was set anew; undefined where it isn't known. */
  rowsOf(uri: string): Rows | undefined {
    return this.#articles.get(uri)?.rows;
  }

  /** All articles, in the workspace's order. */
  *articles(): Iterable<IndexedArticle> {
    for (const index of this.#ordered) yield index.summary();
  }

  article(uri: string): IndexedArticle | undefined {
    return this.#articles.get(uri)?.summary();
  }

  /** An article's annotations in the order of its text; empty where it isn't known. */
  annotationsOf(uri: string): readonly IndexedAnnotation[] {
    return [...(this.#articles.get(uri)?.all({}) ?? [])];
  }

  /** All that is wanted, in the workspace's order. Don't set articles while going through them. */
  *all(wanted: Wanted, scope: Scope): Iterable<Hit> {
    for (const index of this.#within(wanted, scope)) {
      for (const annotation of index.all(wanted)) yield hit(index, annotation);
    }
  }

  /** The next or previous wanted annotation in the workspace's order, going round at the ends; the only one is its own
   * neighbour; undefined where there is none. From inside an annotation (a cursor at its end stands outside) it is the
   * one after or before it. From an article that isn't known, or isn't in the scope, it is the scope's first or last.
   * Without `from.id`, annotations of exactly the selection's range are passed together. */
  next(wanted: Wanted, scope: Scope, from: Position & { readonly uri: string }, direction: Direction): Hit | undefined {
    const current = scope === 'workspace' || scope.article === from.uri ? this.#articles.get(from.uri) : undefined;
    const near = current?.neighbour(wanted, from, direction);
    if (current && near) return hit(current, near);
    for (const index of this.#inTurn(wanted, scope, current, direction)) {
      const found = index.outermost(wanted, direction);
      if (found) return hit(index, found);
    }
    return undefined;
  }

  /** By the ids of all actors that are mentioned, as it is now: how many mentions, in how many articles. */
  counts(scope: Scope = 'workspace'): ReadonlyMap<string, ActorCount> {
    if (scope === 'workspace') return new Map(this.#postings.mentioned());
    const counts = new Map<string, ActorCount>();
    const rows = this.#articles.get(scope.article)?.rows;
    if (!rows) return counts;
    const tally = new Tally();
    tally.take(rows);
    for (const [at, id] of rows.columns.texts.entries()) {
      const mentions = tally.count(at + 1, lane.counted);
      if (tally.count(at + 1, lane.mentions) > 0) counts.set(id, { mentions, articles: Math.sign(mentions) });
    }
    return counts;
  }

  /** All who made annotations; '' where some name nobody. */
  creators(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { rows } of this.#ordered) {
      const here = new Set<number>();
      for (let row = 0; row < rows.count; row += 1) here.add(rows.number(row, cell.creator));
      for (const creator of here) found.add(rows.textAt(creator) ?? '');
    }
    return found;
  }

  /** What there is of an actor. */
  actorFigures(ids: ReadonlySet<string>): Figures {
    return this.#figures('actor', ids, ofActor);
  }

  /** What there is of a topic. */
  topicFigures(ids: ReadonlySet<string>): Figures {
    return this.#figures('topic', ids, ofTopic);
  }

  /** What there is of a source. */
  sourceFigures(ids: ReadonlySet<string>): Figures {
    return this.#figures('source', ids, ofSource);
  }

  /** How often annotations refer to a thing of the codebook: as their own actor, topic or source, or by a link (of any
   * role, `for` included). What the codebook's own items refer to (parent, members, origin) isn't counted. */
  usesOf(kind: Referent, id: string): number {
    return this.#postings.uses(kind, id);
  }

  /** The articles (uris as text) with an annotation that refers to one of these as {@link usesOf} counts, in the
   * workspace's order. */
  articlesReferringTo(kind: Referent, ids: ReadonlySet<string>): readonly string[] {
    return Array.from(inOrder(this.#postings.articles(kind, ids)), ({ article }) => article.uri);
  }

  #figures(
    kind: Referent,
    ids: ReadonlySet<string>,
    measured: (rows: Rows, ids: ReadonlySet<string>) => Measured,
  ): Figures {
    const sum = new FiguresSum();
    for (const { article, rows } of inOrder(this.#postings.articles(kind, ids))) {
      sum.add(article.info.date, rows, measured(rows, ids));
    }
    return sum.figures();
  }

  /** Articles that may have what is wanted, in order. */
  #within(wanted: Wanted, scope: Scope): Iterable<ArticleIndex> {
    if (scope === 'workspace') return inOrder(this.#likely(wanted));
    const index = this.#articles.get(scope.article);
    return index ? [index] : [];
  }

  /** The same, as one comes to them from an article (undefined: from one that isn't among them). */
  #inTurn(wanted: Wanted, scope: Scope, from: ArticleIndex | undefined, direction: Direction): Iterable<ArticleIndex> {
    if (scope !== 'workspace') return this.#within(wanted, scope);
    const lists = this.#likely(wanted);
    const first = from ?? nearestOf(lists, undefined, direction === 'next' ? 'previous' : 'next');
    return first ? inTurn(lists, first.article, direction) : [];
  }

  /** Lists of the articles that may have what is wanted: the fewest that any of its fields leaves. */
  #likely(wanted: Wanted): readonly ArticleList[] {
    let fewest: readonly ArticleList[] = [this.#ordered];
    const length = (lists: readonly ArticleList[]): number => lists.reduce((sum, list) => sum + list.length, 0);
    for (const [kind, ids] of [
      ['actor', wanted.actors],
      ['actor', wanted.speakers],
      ['actor', wanted.holders],
      ['actor', wanted.addressees],
      ['topic', wanted.topics],
      ['source', wanted.sources],
    ] as const) {
      const lists = ids && this.#postings.articles(kind, ids);
      if (lists && length(lists) <= length(fewest)) fewest = lists;
    }
    return fewest;
  }
}

function hit(index: ArticleIndex, annotation: IndexedAnnotation): Hit {
  return { uri: index.article.uri, ...annotation };
}
