import type { Sidecar } from '../../model/article';
import type { Codebook } from '../../model/codebook';

/** An article that is there already. */
export interface HeldArticle {
  /** What the library knows it by. */
  readonly key: string;
  /** As messages show it. */
  readonly path: string;
  /** LF text as it is now. */
  readonly text: string;
  /** Of `text`. */
  readonly sha256: string;
  /** What is annotated; it may describe an earlier text. One without annotations where there is no sidecar. */
  readonly sidecar: Sidecar;
  readonly codebook: HeldCodebook;
}

/** The codebook that counts for an article. */
export interface HeldCodebook {
  readonly key: string;
  /** Undefined where there is no file yet. */
  readonly content: Codebook | undefined;
}

/** What is there where an import goes to. Each of its functions may read files, and rejects where one can't be read. */
export interface Library {
  /** The article with this text; of several the one whose path is nearest to this relative one. */
  readonly byHash: (sha256: string, path: string) => Promise<HeldArticle | undefined>;
  /** The article of this relative path; where none is, the only one whose file is called so. */
  readonly byPath: (path: string) => Promise<HeldArticle | undefined>;
  /** The only article whose metadata has this web address. */
  readonly byUrl: (url: string) => Promise<HeldArticle | undefined>;
  /** Whether a file, or a sidecar of one, is at a path where a new article would be written. */
  readonly isTaken: (path: string) => Promise<boolean>;
  /** What counts for new articles. */
  readonly codebook: HeldCodebook;
}
