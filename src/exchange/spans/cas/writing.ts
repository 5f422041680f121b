import type { ArticleInfo } from '../../../model/article';
import { fileNameOf, metadataFields } from '../../../model/article';
import { DOCUMENT_META_DATA, META_DATA_FIELD, RELATION_LAYER, SENTENCE, SPAN_LAYER, TOKEN } from '../layers/names';
import { layerAnnotations, layerRelation } from '../layers/writing';
import type { SpanDocument } from '../spanDocument';
import { sentencesAndTokens } from '../../../anchoring/tokens';

/** A reference to another feature structure, by its id. */
export interface Reference {
  readonly to: number;
}

export type FeatureValue = string | number | boolean | Reference;

/** A node of a UIMA CAS. */
export interface FeatureStructure {
  readonly id: number;
  readonly type: string;
  readonly features: readonly (readonly [name: string, value: FeatureValue])[];
}

export const SOFA = 'uima.cas.Sofa';
export const VIEW = '_InitialView';
/** The sofa's id; every other feature structure is a member of its view. */
export const SOFA_ID = 1;

/** What the article's path is called among its metadata, which are strings by the names of their fields. */
export const PATH_KEY = 'policy-annotator.path';

/** What characters are called among the metadata that the file's form can't hold, as JSON: `[[offset, code unit], …]`. */
export const CHARACTERS_KEY = 'policy-annotator.characters';

/** A document as feature structures: the sofa, then the view's members, with ids from {@link SOFA_ID} on without a gap.
 * @param more metadata, by their keys */
export function* featureStructures(
  document: SpanDocument,
  info: ArticleInfo,
  more: readonly (readonly [key: string, value: string])[] = [],
): Generator<FeatureStructure> {
  const { path, text, spans, relations } = document;
  let id = SOFA_ID;
  const sofa: readonly [string, FeatureValue][] = [
    ['sofaNum', 1],
    ['sofaID', VIEW],
    ['mimeType', 'text'],
    ['sofaString', text],
  ];
  yield { id, type: SOFA, features: sofa };
  const annotation = (
    type: string,
    start: number,
    end: number,
    features: Iterable<readonly [string, FeatureValue]> = [],
  ): FeatureStructure => {
    id += 1;
    return { id, type, features: [['sofa', { to: SOFA_ID }], ['begin', start], ['end', end], ...features] };
  };
  yield annotation(DOCUMENT_META_DATA, 0, text.length, [
    ['language', info.language ?? 'x-unspecified'],
    ['documentTitle', info.title ?? fileNameOf(path)],
    ['documentId', path],
    ...(info.url === undefined ? [] : ([['documentUri', info.url]] as const)),
    ['isLastSegment', false],
  ]);
  const known = [[PATH_KEY, path] as const, ...more, ...metadataFields.map((name) => [name, info[name]] as const)];
  for (const [key, value] of known) {
    if (value === undefined) continue;
    yield annotation(META_DATA_FIELD, 0, 0, Object.entries({ key, value }));
  }
  for (const { start, end, tokens } of sentencesAndTokens(text)) {
    yield annotation(SENTENCE, start, end);
    for (const token of tokens) yield annotation(TOKEN, token.start, token.end);
  }
  const firsts = new Map<string, FeatureStructure & { start: number; end: number }>();
  for (const span of spans) {
    for (const { start, end, features } of layerAnnotations(span)) {
      const made = annotation(SPAN_LAYER, start, end, features);
      if (!firsts.has(span.id)) firsts.set(span.id, { ...made, start, end });
      yield made;
    }
  }
  for (const relation of relations) {
    const [from, to] = [firsts.get(relation.from), firsts.get(relation.to)];
    if (!from || !to) continue;
    // DKPro Core's convention: a relation stands where its dependent does.
    yield annotation(RELATION_LAYER, to.start, to.end, [
      ['Governor', { to: from.id }],
      ['Dependent', { to: to.id }],
      ...layerRelation(relation),
    ]);
  }
}
