import type { codingStatuses } from '../../model/article';
import type { Article } from '../store/article';

export async function askStatus(
  _article: Article,
  _creator: string,
): Promise<(typeof codingStatuses)[number] | undefined> {
  return undefined;
}
