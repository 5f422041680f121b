import { compareCodeUnits } from '../model/codeUnits';
import { compareRanges, type Range } from '../model/range';

/** Where an article stands: the index of its workspace folder, and its path relative to that folder, with `/`. */
export interface ArticlePlace {
  readonly folder: number;
  readonly path: string;
}

/** Where an annotation stands in its article: its (first) range and its id. */
export interface PlaceInArticle extends Range {
  readonly id: string;
}

/** Folder, then relative path. */
export function compareArticles(a: ArticlePlace, b: ArticlePlace): number {
  return a.folder - b.folder || compareCodeUnits(a.path, b.path);
}

/** Start, then the longer first, then id. */
export function compareInArticle(a: PlaceInArticle, b: PlaceInArticle): number {
  return compareRanges(a, b) || compareCodeUnits(a.id, b.id);
}

/** The workspace's order: folder, relative path, start, the longer first, id. */
export function compareInWorkspace(a: ArticlePlace & PlaceInArticle, b: ArticlePlace & PlaceInArticle): number {
  return compareArticles(a, b) || compareInArticle(a, b);
}
