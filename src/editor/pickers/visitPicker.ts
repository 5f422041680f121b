import type { Hit } from '../../corpus/corpusIndex';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';

export async function askActorToVisit(
  _parts: Parts,
  _article: Article,
  _codebook: CodebookFile,
): Promise<Hit | undefined> {
  return undefined;
}
