import type { PlacedAnnotation } from '../../model/annotation';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';

export async function pickAnnotation(
  _article: Article,
  _codebook: CodebookFile,
  _from: readonly PlacedAnnotation[],
  _prompt: string,
): Promise<PlacedAnnotation | undefined> {
  return undefined;
}
