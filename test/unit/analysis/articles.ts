import type { AnalysedAnnotation, AnalysedArticle } from '../../../src/analysis/analysedArticle';
import type { Codebook } from '../../../src/model/codebook';

/** An annotation as analysis reads it. */
export function annotation(fields: Partial<AnalysedAnnotation> & Pick<AnalysedAnnotation, 'id'>): AnalysedAnnotation {
  return { type: 'claim', start: 0, end: 1, counts: 'yes', standing: 'anchored', ...fields };
}

/** A claim of a speaker. */
export function claimOf(
  id: string,
  speaker: string,
  topic: string,
  stance: string | undefined,
  fields: Partial<AnalysedAnnotation> = {},
): AnalysedAnnotation {
  const links = [{ role: 'speaker', actor: speaker }];
  return annotation({ ...{ id, topic, links }, ...(stance === undefined ? {} : { stance }), ...fields });
}

export function articleOf(
  key: string,
  annotations: readonly AnalysedAnnotation[],
  fields: Partial<AnalysedArticle> = {},
): AnalysedArticle {
  return { ...{ key, path: key, info: {}, coding: [], codebook: undefined }, ...fields, annotations };
}

export function codebookOf(fields: Partial<Codebook>): Codebook {
  return { format: 'policy-codebook', version: 1, ...fields };
}

/** What a counter makes of articles. */
export function resultOf<R>(
  counter: { readonly add: (article: AnalysedArticle) => void; readonly result: () => R },
  articles: readonly AnalysedArticle[],
): R {
  for (const article of articles) counter.add(article);
  return counter.result();
}
