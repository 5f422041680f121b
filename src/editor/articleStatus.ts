import type { IndexedInfo } from '../corpus/indexed';
import { compareArticles, type ArticlePlace } from '../corpus/order';
import { compareCodeUnits } from '../model/codeUnits';
import { codingStatuses, type Coding } from '../model/article';

export type Status = (typeof codingStatuses)[number];

/** An article of the workspace, annotated or not. */
export interface KnownArticle extends ArticlePlace {
  /** As text. */
  readonly uri: string;
  readonly coding: readonly Coding[];
  /** What is known of it; absent where it has no sidecar. */
  readonly info?: IndexedInfo;
}

/** How far a creator is with an article; one that nobody said anything of, or another status than we know, is to do. */
export function statusOf({ coding }: Pick<KnownArticle, 'coding'>, creator: string): Status {
  const status = coding.find((entry) => entry.creator === creator)?.status;
  return codingStatuses.find((known) => known === status) ?? 'todo';
}

/** Whether it is still to be read. */
export function isUncoded(article: Pick<KnownArticle, 'coding'>, creator: string): boolean {
  const status = statusOf(article, creator);
  return status === 'todo' || status === 'doing';
}

/** In the workspace's order. */
export function inOrder<T extends KnownArticle>(articles: Iterable<T>): readonly T[] {
  return [...articles].sort((a, b) => compareArticles(a, b) || compareCodeUnits(a.uri, b.uri));
}

/**
 * The articles that a creator has still to read, in the workspace's order (in which `articles` are), those after the one whose
 * uri is `from` first, then round to it; without that one, and from the first on where there is none.
 */
export function uncodedAfter<T extends KnownArticle>(
  articles: readonly T[],
  creator: string,
  from: string | undefined,
): readonly T[] {
  const at = articles.findIndex(({ uri }) => uri === from);
  const round = at < 0 ? articles : [...articles.slice(at + 1), ...articles.slice(0, at)];
  return round.filter((article) => isUncoded(article, creator));
}

const furniture =
  /^(?:readme|license|licence|changelog|contributing|notice|authors|copying|code[_-]of[_-]conduct|requirements)(?:[._-].*)?$/iu;

/** Whether a text file that nobody annotated may be an article, by its path in its folder: not what projects and tools keep
 * beside their texts. */
export function mayBeArticle(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return false;
  return !furniture.test(name);
}
