import type { CodedAnnotation, CodedArticle } from '../../../../src/analysis/agreement/codedArticle';
import type { Codebook } from '../../../../src/model/codebook';

export const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'korea', name: 'North Korea', formerIds: ['dprk'] },
    { id: 'russia', name: 'Russia' },
  ],
  topics: [
    { id: 'tests', name: 'Missile tests are legitimate' },
    { id: 'sanctions', name: 'Sanctions work' },
  ],
};

/** An article of dots, or of `text`. */
export function coded(
  annotations: readonly CodedAnnotation[],
  { text = '.'.repeat(400), ...rest }: Partial<CodedArticle> = {},
): CodedArticle {
  return { path: 'article.txt', text, info: {}, coding: [], codebook, annotations, ...rest };
}

type Fields = Partial<Omit<CodedAnnotation, 'id' | 'type' | 'creator' | 'target'>>;

/** An annotation of somebody; `at`: start and end of each of its ranges. */
export function by(
  creator: string,
  id: string,
  type: string,
  at: readonly number[],
  fields: Fields = {},
): CodedAnnotation {
  const target = at.flatMap((start, index) => (index % 2 === 0 ? [{ start, end: at[index + 1] ?? start }] : []));
  return { id, type, standing: 'anchored', creator, target, ...fields };
}
