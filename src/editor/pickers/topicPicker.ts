import type { Arguments } from '../commands/arguments';
import type { CodebookFile } from '../store/codebookFile';

export async function askTopic(_codebook: CodebookFile, _title: string): Promise<Arguments | undefined> {
  return undefined;
}
