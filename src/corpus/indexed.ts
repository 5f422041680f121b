import type { Link } from '../model/annotation';
import type { ArticleInfo, Coding } from '../model/article';
import type { Range } from '../model/range';
import type { ArticlePlace } from './order';

/** What the index keeps of an annotation; `start` and `end` are its first range's, in UTF-16 code units. */
export interface IndexedAnnotation extends Range {
  readonly id: string;
  readonly type: string;
  readonly actor?: string;
  readonly form?: string;
  readonly topic?: string;
  readonly stance?: string;
  readonly attribution?: string;
  readonly source?: string;
  readonly kind?: string;
  readonly date?: string;
  /** The attribute of that name, where it is a text. */
  readonly verdict?: string;
  readonly links?: readonly Link[];
  readonly supersedes?: readonly string[];
  readonly creator?: string;
  /** sha256 of the text that its range refers to, where that isn't the article's. */
  readonly text?: string;
}

/** What the index keeps of what is known of an article; of one that is open, `sha256` isn't known at once. */
export type IndexedInfo = Pick<ArticleInfo, Exclude<InfoField, 'sha256'>> & Partial<Pick<ArticleInfo, 'sha256'>>;

const infoFields = [
  ...(['title', 'author', 'publisher', 'section', 'date', 'language', 'url'] as const),
  ...(['attributes', 'sha256', 'length', 'encoding'] as const),
];
type InfoField = (typeof infoFields)[number];

/** What the index keeps of it. */
export function indexedInfo(info: IndexedInfo): IndexedInfo {
  const known: Partial<Record<InfoField, unknown>> = {};
  for (const field of infoFields) if (info[field] !== undefined) known[field] = info[field];
  return known as IndexedInfo;
}

export interface CorpusArticle extends ArticlePlace {
  /** As text. */
  readonly uri: string;
  readonly info: IndexedInfo;
  readonly coding: readonly Coding[];
}

export interface IndexedArticle extends CorpusArticle {
  /** How many there are, whether they count in figures or not. */
  readonly annotations: number;
  /** By type, how many of them count in figures. */
  readonly counts: ReadonlyMap<string, number>;
}
