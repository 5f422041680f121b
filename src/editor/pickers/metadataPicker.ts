import type { Arguments } from '../commands/arguments';
import type { Article } from '../store/article';

export async function askMetadata(_article: Article): Promise<Arguments | undefined> {
  return undefined;
}
