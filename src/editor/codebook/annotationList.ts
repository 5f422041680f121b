import type { Arguments } from '../commands/arguments';
import { knownEntry } from '../commands/chosenAnnotation';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { Entry } from '../store/step';
import { openArticles } from './referring';

/** An annotation of an open article. */
export interface Marked {
  readonly article: Article;
  readonly entry: Entry;
}

/** The annotations that an argument `annotations` names, each once; undefined where there is no such argument, or opening
 * their articles was cancelled. Throws a {@link UserError} where one isn't there. */
export async function annotationsGiven(parts: Parts, args: Arguments): Promise<readonly Marked[] | undefined> {
  const given = args.annotations('annotations');
  if (!given) return undefined;
  const uris = new Map(given.map(({ article }) => [article.toString(), article]));
  const articles = await openArticles(parts, [...uris.values()]);
  const byKey = new Map(articles?.map((article) => [article.key, article]));
  const marked = new Map<string, Marked>();
  for (const { article: uri, id } of given) {
    const article = byKey.get(uri.toString());
    if (article) marked.set(`${article.key} ${id}`, { article, entry: knownEntry(article, id) });
  }
  return articles && [...marked.values()];
}
