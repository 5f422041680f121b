import type { ArticleInfo, Coding } from '../model/article';
import type { PlacedAnnotation } from '../model/annotation';
import type { Codebook } from '../model/codebook';

/** One article as an exporter sees it. */
export interface ExportArticle {
  /** Relative to the root of the export, with `/`; of one article alone, its file name. */
  readonly path: string;
  /** LF text, see articleText. */
  readonly text: string;
  readonly info: ArticleInfo;
  readonly coding: readonly Coding[];
  /** In the order of the text: start, longer first, id. */
  readonly annotations: readonly PlacedAnnotation[];
  /** The codebook that counts for this article, one of the input's `codebooks`; undefined where there is none. */
  readonly codebook: Codebook | undefined;
}

export interface ExportInput {
  /** Every codebook that an article refers to, as its file has it; they stay the same while articles are read. */
  readonly codebooks: readonly Codebook[];
  /** In the order of the workspace; read one by one, so that memory stays bounded. */
  readonly articles: AsyncIterable<ExportArticle>;
}

/** A piece of an output file. Chunks of one path follow each other; text is written as UTF-8. */
export interface ExportChunk {
  /** Relative to the target, with `/`; a format of one file uses the empty string. */
  readonly path: string;
  readonly chunk: string | Uint8Array;
}

/** A format of the exchange room: one module each, pure and streaming. */
export interface Format {
  readonly id: string;
  /** As pickers show it: "Spreadsheet (CSV)". */
  readonly label: string;
  /** File name extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly write?: (input: ExportInput) => AsyncIterable<ExportChunk>;
}
