import { Arguments } from '../commands/arguments';
import { setCodingStatus } from '../commands/articleCommands';
import { articleOf } from '../commands/target';
import type { Parts } from '../parts';
import { nextUncodedArticle } from './nextUncodedArticle';

/** Sets the article's status to done, and goes on to the next one that isn't; gives that one's uri as text. */
export async function finishArticle(parts: Parts): Promise<string | undefined> {
  const article = await articleOf(parts.articles, undefined);
  if (!(await setCodingStatus(parts, new Arguments({ article: article.uri, status: 'done' })))) return undefined;
  return nextUncodedArticle(parts, new Arguments({ article: article.uri }));
}
