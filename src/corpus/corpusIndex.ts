import { ArticleIndex, referenceKey, type Direction, type Position } from './articleIndex';
import { FiguresSum, measuredActor, measuredSource, measuredTopic, type Figures, type Measured } from './figures';
import type { CorpusArticle, IndexedAnnotation, IndexedArticle } from './indexed';
import { compareCodeUnits } from '../model/codeUnits';
import type { Referent } from '../model/references';
import { compareArticles } from './order';
import type { Wanted } from './wanted';

/** One article by its uri, or all. */
export type Scope = { readonly article: string } | 'workspace';

/** An annotation of the corpus; positions are its first range's, in UTF-16 code units. */
export interface Hit extends IndexedAnnotation {
  /** Of the article, as text. */
  readonly uri: string;
}

/** What counts in figures of an actor's mentions: nothing where there are only others. */
export interface ActorCount {
  readonly mentions: number;
  readonly articles: number;
}

/** Where the annotations of all articles stand. Articles are set whole, as often as they change; ids of actors, topics
 * and sources are those of the annotations, so a caller who means a merged one asks with its former ids too. */
export class CorpusIndex {
  readonly #articles = new Map<string, ArticleIndex>();
  /** In the workspace's order. */
  readonly #ordered: ArticleIndex[] = [];
  readonly #counts = new Map<string, ActorCount>();
  /** By actor id: in how many articles it is mentioned, whether that counts or not. */
  readonly #mentioned = new Map<string, number>();
  readonly #references = new Map<string, number>();

  /** Replaces what is known of an article. One without annotations is worth setting: jumps begin at its place. */
  setArticle(article: CorpusArticle, annotations: readonly IndexedAnnotation[]): void {
    this.removeArticle(article.uri);
    const index = new ArticleIndex(article, annotations);
    this.#articles.set(article.uri, index);
    this.#ordered.splice(this.#rank(article), 0, index);
    this.#count(index, 1);
  }

  /** Does nothing where the article isn't known. */
  removeArticle(uri: string): void {
    const index = this.#articles.get(uri);
    if (!index) return;
    this.#articles.delete(uri);
    this.#ordered.splice(this.#rank(index.article), 1);
    this.#count(index, -1);
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
    return this.#articles.get(uri)?.annotations ?? [];
  }

  /** All that is wanted, in the workspace's order. Don't set articles while going through them. */
  *all(wanted: Wanted, scope: Scope): Iterable<Hit> {
    for (const index of this.#within(scope)) {
      for (const annotation of index.all(wanted)) yield hit(index, annotation);
    }
  }

  /** The next or previous wanted annotation in the workspace's order, going round at the ends; the only one is its own
   * neighbour; undefined where there is none. From inside an annotation (a cursor at its end stands outside) it is the
   * one after or before it. From an article that isn't known, or isn't in the scope, it is the scope's first or last.
   * Without `from.id`, annotations of exactly the selection's range are passed together. */
  next(wanted: Wanted, scope: Scope, from: Position & { readonly uri: string }, direction: Direction): Hit | undefined {
    const articles = this.#within(scope);
    const current = this.#articles.get(from.uri);
    const at = current ? this.#positionIn(articles, current) : -1;
    if (current && at >= 0) {
      const near = current.neighbour(wanted, from, direction);
      if (near) return hit(current, near);
    }
    const count = articles.length;
    const step = direction === 'next' ? 1 : -1;
    const first = at >= 0 ? at + step : direction === 'next' ? 0 : count - 1;
    for (let turn = 0; turn < count; turn++) {
      const index = articles[(first + turn * step + 2 * count) % count];
      const found = index?.outermost(wanted, direction);
      if (index && found) return hit(index, found);
    }
    return undefined;
  }

  /** By the ids of all actors that are mentioned: how many mentions, in how many articles. Of the workspace, a view that
   * follows changes. */
  counts(scope: Scope = 'workspace'): ReadonlyMap<string, ActorCount> {
    if (scope === 'workspace') return this.#counts;
    const { mentions = new Map<string, number>() } = this.#articles.get(scope.article) ?? {};
    return new Map([...mentions].map(([actor, count]) => [actor, { mentions: count, articles: Math.sign(count) }]));
  }

  /** What there is of an actor. */
  actorFigures(ids: ReadonlySet<string>): Figures {
    return this.#figures(measuredActor(ids));
  }

  /** What there is of a topic. */
  topicFigures(ids: ReadonlySet<string>): Figures {
    return this.#figures(measuredTopic(ids));
  }

  /** What there is of a source. */
  sourceFigures(ids: ReadonlySet<string>): Figures {
    return this.#figures(measuredSource(ids));
  }

  /** How often annotations refer to a thing of the codebook: as their own actor, topic or source, or by a link (of any
   * role, `for` included). What the codebook's own items refer to (parent, members, origin) isn't counted. */
  usesOf(kind: Referent, id: string): number {
    return this.#references.get(referenceKey(kind, id)) ?? 0;
  }

  /** The articles (uris as text) with an annotation that refers to one of these as {@link usesOf} counts, in the
   * workspace's order. */
  articlesReferringTo(kind: Referent, ids: ReadonlySet<string>): readonly string[] {
    const keys = [...ids].map((id) => referenceKey(kind, id));
    const refer = this.#ordered.filter(({ references }) => keys.some((key) => references.has(key)));
    return refer.map(({ article }) => article.uri);
  }

  #figures(measured: Measured): Figures {
    const sum = new FiguresSum(measured);
    for (const { article, counted, linked } of this.#ordered) sum.add(article.info.date, counted, linked);
    return sum.figures();
  }

  #within(scope: Scope): readonly ArticleIndex[] {
    if (scope === 'workspace') return this.#ordered;
    const index = this.#articles.get(scope.article);
    return index ? [index] : [];
  }

  #positionIn(articles: readonly ArticleIndex[], index: ArticleIndex): number {
    return articles === this.#ordered ? this.#rank(index.article) : articles.indexOf(index);
  }

  /** How many articles stand before this one; the uri decides between equal paths. */
  #rank(article: CorpusArticle): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#ordered[middle]?.article ?? article;
      if ((compareArticles(other, article) || compareCodeUnits(other.uri, article.uri)) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #count(index: ArticleIndex, sign: 1 | -1): void {
    for (const [actor, mentions] of index.mentions) {
      const known = this.#counts.get(actor) ?? { mentions: 0, articles: 0 };
      this.#counts.set(actor, {
        mentions: known.mentions + sign * mentions,
        articles: known.articles + sign * Math.sign(mentions),
      });
      const mentioned = (this.#mentioned.get(actor) ?? 0) + sign;
      this.#mentioned.set(actor, mentioned);
      if (mentioned > 0) continue;
      this.#mentioned.delete(actor);
      this.#counts.delete(actor);
    }
    for (const [key, times] of index.references) {
      const count = (this.#references.get(key) ?? 0) + sign * times;
      if (count === 0) this.#references.delete(key);
      else this.#references.set(key, count);
    }
  }
}

function hit(index: ArticleIndex, annotation: IndexedAnnotation): Hit {
  return { uri: index.article.uri, ...annotation };
}
