import type { ArticleIndex, Direction } from './articleIndex';
import { compareArticles, type ArticlePlace } from './order';
import { compareCodeUnits } from '../model/codeUnits';

interface Place extends ArticlePlace {
  readonly uri: string;
}

/** Articles in the workspace's order; the uri decides between equal paths. */
export class ArticleList {
  readonly #articles: ArticleIndex[] = [];

  get length(): number {
    return this.#articles.length;
  }

  [Symbol.iterator](): Iterator<ArticleIndex> {
    return this.#articles[Symbol.iterator]();
  }

  /** Whether a place stands behind all articles: what is read as a whole comes in this order. */
  endsBefore(place: Place): boolean {
    const last = this.#articles.at(-1);
    return !last || comparePlaces(last.article, place) < 0;
  }

  /** @param atEnd whether it is known to stand behind all others */
  add(index: ArticleIndex, atEnd: boolean): void {
    if (atEnd) this.#articles.push(index);
    else this.#articles.splice(this.#rank(index.article), 0, index);
  }

  /** For one that is in it. */
  remove(index: ArticleIndex): void {
    this.#articles.splice(this.#rank(index.article), 1);
  }

  /** The next after or before a place; without one, the first or last. */
  nearest(from: Place | undefined, direction: Direction): ArticleIndex | undefined {
    if (!from) return this.#articles.at(direction === 'next' ? 0 : -1);
    const rank = this.#rank(from);
    if (direction === 'previous') return this.#articles[rank - 1];
    const there = this.#articles[rank];
    return there && comparePlaces(there.article, from) === 0 ? this.#articles[rank + 1] : there;
  }

  /** How many articles stand before a place. */
  #rank(place: Place): number {
    let low = 0;
    let high = this.#articles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#articles[middle]?.article;
      if (other && comparePlaces(other, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Folder, relative path, uri. */
export function comparePlaces(a: Place, b: Place): number {
  return compareArticles(a, b) || compareCodeUnits(a.uri, b.uri);
}

/** The nearest article of several lists, as {@link ArticleList.nearest}. */
export function nearestOf(
  lists: readonly ArticleList[],
  from: Place | undefined,
  direction: Direction,
): ArticleIndex | undefined {
  let found: ArticleIndex | undefined;
  for (const list of lists) {
    const near = list.nearest(from, direction);
    if (!near) continue;
    const order = found ? comparePlaces(near.article, found.article) : 0;
    if (!found || (direction === 'next' ? order < 0 : order > 0)) found = near;
  }
  return found;
}

/** The articles of several lists, each once, in the workspace's order. */
export function* inOrder(lists: readonly ArticleList[]): Iterable<ArticleIndex> {
  const [only, ...others] = lists;
  if (only && others.length === 0) yield* only;
  else for (let at = nearestOf(lists, undefined, 'next'); at; at = nearestOf(lists, at.article, 'next')) yield at;
}

/** The articles of several lists beyond a place, then from the other end up to the place, itself included. */
export function* inTurn(lists: readonly ArticleList[], from: Place, direction: Direction): Iterable<ArticleIndex> {
  for (let at = nearestOf(lists, from, direction); at; at = nearestOf(lists, at.article, direction)) yield at;
  for (let at = nearestOf(lists, undefined, direction); at; at = nearestOf(lists, at.article, direction)) {
    const order = comparePlaces(at.article, from);
    if (direction === 'next' ? order > 0 : order < 0) return;
    yield at;
  }
}
