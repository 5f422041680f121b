import type { Annotation, Attributes, Target } from './annotation';

/** What a sidecar says of its article. */
export interface ArticleInfo extends ArticleMetadata {
  /** The article's file name, without a folder. */
  readonly file: string;
  /** sha256 (64 hexadecimal digits) of the text's UTF-8 bytes. */
  readonly sha256: string;
  /** The text's length in UTF-16 code units. */
  readonly length: number;
  /** Only where not utf-8. */
  readonly encoding?: string;
  readonly attributes?: Attributes;
  /** Boilerplate: gets no offers and counts in no figure. */
  readonly excluded?: readonly Target[];
}

/** What a person may know of an article; dates may be partial. */
export interface ArticleMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly section?: string;
  readonly date?: string;
  readonly url?: string;
  readonly language?: string;
}

/** The fields of {@link ArticleMetadata}. */
export const metadataFields = [
  ...(['title', 'author', 'publisher', 'section', 'date', 'url', 'language'] as const),
] as const satisfies readonly (keyof ArticleMetadata)[];

export const codingStatuses = ['todo', 'doing', 'done', 'irrelevant'] as const;

/** How far one creator is with an article. */
export interface Coding {
  readonly creator: string;
  /** One of {@link codingStatuses}. */
  readonly status: string;
  readonly date?: string;
  readonly note?: string;
}

/** The content of a sidecar file. */
export interface Sidecar {
  readonly format: 'policy-annotations';
  readonly version: number;
  readonly article: ArticleInfo;
  readonly coding?: readonly Coding[];
  readonly annotations: readonly Annotation[];
}

const BYTE_ORDER_MARK = '\uFEFF';

/** An article's *text*: its content without a byte order mark, CRLF and lone CR turned into LF. All offsets count here. */
export function articleText(content: string): string {
  return withLineFeeds(content.startsWith(BYTE_ORDER_MARK) ? content.slice(1) : content);
}

/** The same of a piece of it, in which U+FEFF is a character like any other. */
export function withLineFeeds(piece: string): string {
  return piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece;
}

/** The last part of a path: "articles/statement.txt" gives "statement.txt". */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export const SIDECAR_SUFFIX = '.annotations.json';
export const CODEBOOK_FILE = 'policy-codebook.json';

/** "statement.txt" gives "statement.txt.annotations.json". */
export function sidecarName(articleFile: string): string {
  return articleFile + SIDECAR_SUFFIX;
}
