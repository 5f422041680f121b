import type { Annotation } from '../model/annotation';
import type { ArticleInfo, Coding } from '../model/article';
import type { Codebook } from '../model/codebook';
import type { Range } from '../model/range';

/** A range as a format gives it: UTF-16 code units of the LF text (but see `unit` of the article), end exclusive; with the quotation
 * where the format has one. Readers don't compare the two: whoever takes the range over does. Where a format gives a quotation
 * alone, `start` and `end` are 0 and `exact` is there: the place has to be found. */
export interface ImportedRange extends Range {
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** An annotation as a format gives it. `actor`, `topic`, `source`, `stance` and those of links are ids of the
 * imported codebook, or else ids or names of a workspace's; `annotation` of links and `supersedes` are ids of
 * this article's imported annotations. */
export interface ImportedAnnotation extends Omit<Annotation, 'target' | 'text'> {
  /** What the format knows it by; once in its article. */
  readonly id: string;
  /** Whether `id` is one of ours that the format carried: it is kept. Another one's own follows from format, article and id. */
  readonly isOurs?: true;
  /** At least one range, ascending. */
  readonly target: readonly ImportedRange[];
  /** Where a range doesn't belong to the article's text for sure: the sha256 of the text that it belongs to. */
  readonly text?: string;
}

/** What is known of an imported article. */
export type ImportedInfo = Partial<Omit<ArticleInfo, 'file' | 'sha256' | 'length' | 'excluded'>>;

/** One document of what is read. */
export interface ImportedArticle {
  /** What the format knows the document by; once in what is read. Ids of annotations follow from it. */
  readonly key: string;
  /** What a new file is called: relative, with `/`. Not to be trusted: it may hold `..`. */
  readonly path: string;
  /** LF text without a byte order mark; undefined where the format has none: the article must be there then. */
  readonly text?: string;
  /** The text's hash where the format gives that alone. */
  readonly sha256?: string;
  readonly info?: ImportedInfo;
  readonly excluded?: readonly ImportedRange[];
  readonly coding?: readonly Coding[];
  readonly annotations: readonly ImportedAnnotation[];
  /** What the offsets of all ranges count, where the format doesn't hold the text to turn them into UTF-16 code units. */
  readonly unit?: 'code points';
}

/** All that a format's file or files hold. */
export interface Imported {
  /** The items that annotations refer to, by the format's own ids; lists that the format lacks are absent. */
  readonly codebook?: Codebook;
  readonly articles: readonly ImportedArticle[];
  /** Whether what is said of articles is to replace what is here: somebody filled a table in for that. */
  readonly updatesInfo?: true;
}
