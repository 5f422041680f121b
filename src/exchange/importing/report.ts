import type { Loss } from '../losses';

/** What an import comes to, for its closing message. Counts are of annotations where nothing else is said. */
export interface ImportReport {
  /** Articles whose text isn't there yet. */
  readonly newArticles: number;
  /** Articles that are there and change. */
  readonly changedArticles: number;
  /** Articles that are there, and have all of it already. */
  readonly sameArticles: number;
  /** Documents of what was imported that are one article with an earlier one, whose text is the same. */
  readonly united: number;
  readonly added: number;
  /** There already, and changed by what was imported. */
  readonly changed: number;
  /** There already, with all that was imported. */
  readonly same: number;
  /** Not where the format says, and found elsewhere in the text for sure. */
  readonly moved: number;
  /** Their place in the text isn't sure: a person must say. */
  readonly uncertain: number;
  /** Items of codebooks. */
  readonly newItems: number;
  /** Values that differ from what is here, which stays. */
  readonly kept: number;
  /** Articles that aren't here, of a format that doesn't hold their texts. */
  readonly missing: readonly { readonly path: string; readonly annotations: number }[];
  /** Annotations, and texts that may have some, that were left out as a whole; `losses` says which. */
  readonly leftOut: number;
  /** What we have no place for. */
  readonly losses: readonly Loss[];
}
