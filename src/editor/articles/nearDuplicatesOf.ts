import type * as vscode from 'vscode';
import { MOST_TEXTS, NearDuplicates } from '../../exchange/articles/nearDuplicates';

/** Two articles of which one is, for the most part, in the other. */
export interface DuplicatePair {
  readonly first: vscode.Uri;
  readonly second: vscode.Uri;
  /** How much of the shorter one is in the other, 0 to 1. */
  readonly containment: number;
  readonly shorter: vscode.Uri;
}

/** How much of the shorter article must be in the other. */
const CONTAINMENT = 0.5;

/** Near-duplicates among articles, the closest first; of more than can be compared, among the first.
 * @param texts of `articles`, in their order */
export function nearDuplicatesOf(articles: readonly vscode.Uri[], texts: readonly string[]): readonly DuplicatePair[] {
  const near = new NearDuplicates();
  for (const text of texts.slice(0, MOST_TEXTS)) near.add(text);
  return near
    .pairs(CONTAINMENT)
    .flatMap(({ first, second, containment, shorter }): DuplicatePair[] => {
      const [one, other, short] = [articles[first], articles[second], articles[shorter]];
      return one && other && short ? [{ first: one, second: other, containment, shorter: short }] : [];
    })
    .sort((a, b) => b.containment - a.containment);
}
