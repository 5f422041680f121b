/** By what claims belong together that somebody named one by one, as those behind an edge of a network. */
export const THESE = 'these';

/** More than these aren't named: a list doesn't show more, and its uri holds them. */
export const MOST_THESE = 1000;

/** What such a list is called and of which claims it is, as a text. */
export function theseKey(
  title: string,
  claims: readonly { readonly article: { toString(): string }; readonly id: string }[],
): string {
  const byArticle = new Map<string, string[]>();
  for (const { article, id } of claims.slice(0, MOST_THESE)) {
    const uri = article.toString();
    byArticle.set(uri, [...(byArticle.get(uri) ?? []), id]);
  }
  return JSON.stringify([title, ...Array.from(byArticle, ([uri, ids]) => [uri, ...ids])]);
}

/** What {@link theseKey} says: ids by article (uri as text). */
export function theseOf(key: string): {
  readonly title: string;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const [title, ...byArticle] = JSON.parse(key) as [string, ...[string, ...string[]][]];
  return { title, ids: new Map(byArticle.map(([uri, ...ids]) => [uri, new Set(ids)])) };
}
