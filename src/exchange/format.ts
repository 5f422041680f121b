import type { ArticleInfo, Coding } from '../model/article';
import type { PlacedAnnotation } from '../model/annotation';
import type { Codebook } from '../model/codebook';
import type { Imported } from './imported';
import type { Losses } from './losses';

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

/** Such pieces as they come; those that are there already need not be waited for. */
export type ExportChunks = Iterable<ExportChunk> | AsyncIterable<ExportChunk>;

/** What was chosen to be read: one file, or the files of a folder or an archive. */
export interface ImportSource {
  /** Of the file, the folder or the archive, without folders. */
  readonly name: string;
  /** Relative, with `/`, in the order of code units; of one file, its name. */
  readonly paths: readonly string[];
  /** Throws an {@link InputError} where it can't be read. */
  readonly bytes: (path: string) => Promise<Uint8Array>;
}

/** What a person chose of a format's options, by option id; what isn't chosen has the default (see `optionValue`). */
export type Options = Readonly<Record<string, string>>;

export interface WriteContext {
  readonly options: Options;
  /** What the format can't hold is counted here. */
  readonly losses: Losses;
}

export interface ReadContext {
  readonly options: Options;
  /** What we can't hold is counted here. */
  readonly losses: Losses;
  /** The bytes of a file that ships beside the program, as "sql-wasm.wasm". */
  readonly resource: (name: string) => Promise<Uint8Array>;
  /** Told what is read next; throws where the person cancelled. */
  readonly progress: (path: string) => void;
}

/** A format of the exchange room: one module each, pure, and loaded when it is used. */
export interface Format {
  readonly id: string;
  /** As pickers show it: "Spreadsheet (CSV)". */
  readonly label: string;
  /** File name extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly write?: (input: ExportInput, context: WriteContext) => AsyncIterable<ExportChunk>;
  /** Throws an {@link InputError}, with the place, where what is read isn't right. */
  readonly read?: (source: ImportSource, context: ReadContext) => Promise<Imported>;
}
