import type { Referent } from '../../model/references';
import type { Tallies, Tally } from '../../corpus/tallies';

/** An article and how much of something is in it. */
export interface ArticleCount {
  readonly uri: string;
  readonly count: number;
}

/** In which articles something is, in the workspace's order, and how much of it. */
export function countsOf(
  tallies: Tallies | undefined,
  kind: Referent,
  id: string,
  count: (tally: Tally) => number,
): readonly ArticleCount[] {
  return (tallies?.articles ?? []).flatMap(({ uri, tally }) => {
    const found = tally[kind].get(id);
    const some = found ? count(found) : 0;
    return some > 0 ? [{ uri, count: some }] : [];
  });
}

export function sumOf(articles: readonly ArticleCount[]): number {
  return articles.reduce((sum, { count }) => sum + count, 0);
}

/** The ids that annotations have and the codebook doesn't know, sorted. */
export function unknownIds(
  tallies: Tallies | undefined,
  kind: Referent,
  isKnown: (id: string) => boolean,
): readonly string[] {
  return [...(tallies?.total[kind].keys() ?? [])].filter((id) => id !== '' && !isKnown(id)).sort();
}
