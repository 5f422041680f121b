import type { Range } from '../model/range';

/** What some analyses read of an article beside its annotations. */
export interface ArticleText {
  /** LF, in which anchored annotations stand. */
  readonly text: string;
  /** Ranges that count in no figure. */
  readonly excluded: readonly Range[];
}
