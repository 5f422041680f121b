import type { Arguments } from '../commands/arguments';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import type { Entry } from '../store/step';

export async function askChanges(
  _article: Article,
  _codebook: CodebookFile,
  _entry: Entry,
): Promise<Arguments | undefined> {
  return undefined;
}
