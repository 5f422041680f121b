import type { Range } from '../../model/range';
import type { ActorChoice } from '../commands/tagActor';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';

export async function askActor(
  _parts: Parts,
  _article: Article,
  _codebook: CodebookFile,
  _targets: readonly (readonly Range[])[],
): Promise<ActorChoice | undefined> {
  return undefined;
}
