import { analysed, type AnalysedArticle, type PlacedArticle } from '../../../src/analysis/analysedArticle';
import { ArticleClaims } from '../../../src/analysis/claims';
import type { PlacedAnnotation } from '../../../src/model/annotation';
import type { ArticleInfo } from '../../../src/model/article';
import type { CodebookLists } from '../../../src/model/codebook';
import { Names } from '../../../src/model/names';

/** An annotation of an article that is made up; it stands at `start`, ten units long. */
export function annotation(
  id: string,
  type: string,
  fields: Partial<PlacedAnnotation> = {},
  start = 0,
): PlacedAnnotation {
  const range = { start, end: start + 10, exact: 'ten letter', prefix: '', suffix: '', standing: 'anchored' } as const;
  return { id, type, target: [range], standing: 'anchored', ...fields };
}

/** An article that is made up. */
export function article(
  annotations: readonly PlacedAnnotation[],
  codebook?: CodebookLists,
  info: Partial<ArticleInfo> = {},
): AnalysedArticle {
  const whole = { file: 'a.txt', sha256: '', length: 1000, ...info };
  return analysed({ path: 'a.txt', info: whole, coding: [], codebook, annotations } satisfies PlacedArticle);
}

/** The same, with what its ids stand for. */
export function claimsOf(
  annotations: readonly PlacedAnnotation[],
  codebook?: CodebookLists,
  info?: Partial<ArticleInfo>,
): ArticleClaims {
  return new ArticleClaims(article(annotations, codebook, info), new Names(codebook));
}
