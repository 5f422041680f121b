import { effectiveCodebook, type Codebook } from '../../../model/codebook';
import { attributeColumns } from '../../writing/attributeColumns';
import { attributeFeature, nameFeatures, roleFeature, textFields } from '../features';
import { DOCUMENT_META_DATA, META_DATA_FIELD, RELATION_LAYER, SENTENCE, SPAN_LAYER, TOKEN } from '../layers/names';
import { featureName, ID, LABEL, PART, relationFeatures, ROLE } from '../layers/names';

/** A type of a UIMA type system. */
export interface TypeDefinition {
  readonly name: string;
  readonly supertype: string;
  readonly description: string;
  /** Names and the types of their values. */
  readonly features: readonly (readonly [name: string, range: string])[];
}

const STRING = 'uima.cas.String';
const ANNOTATION = 'uima.tcas.Annotation';

/** The features of our span layer that every export declares, so that one INCEpTION layer takes them all: the fields, and the codebooks'
 * roles and attributes. */
export function usualFeatures(codebooks: readonly Codebook[]): string[] {
  const books = codebooks.length > 0 ? codebooks : [undefined];
  const roles = books.flatMap((codebook) => effectiveCodebook(codebook).roles.map(({ id }) => id));
  return [
    ...[PART, ...textFields, ...Object.values(nameFeatures)],
    ...roles.map(roleFeature),
    ...attributeColumns(codebooks).map(({ id }) => attributeFeature(id)),
  ].map(featureName);
}

/** What a CAS of ours uses: DKPro Core's types as INCEpTION has them, and our two layers.
 * @param features those of the span layer beside the label and the id */
export function typeSystem(features: Iterable<string>): TypeDefinition[] {
  const strings = (names: Iterable<string>): [string, string][] => [...new Set(names)].map((name) => [name, STRING]);
  const documentFeatures = ['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'];
  return [
    type(DOCUMENT_META_DATA, 'uima.tcas.DocumentAnnotation', 'What is known of the document', [
      ...strings(documentFeatures),
      ['isLastSegment', 'uima.cas.Boolean'],
    ]),
    type(META_DATA_FIELD, ANNOTATION, 'What else is known of the document', strings(['key', 'value'])),
    type(SENTENCE, ANNOTATION, 'A sentence', strings(['id'])),
    type(TOKEN, ANNOTATION, 'A word or a mark', strings(['id'])),
    type(
      SPAN_LAYER,
      ANNOTATION,
      'A mention of an actor, a claim, a source or a passage',
      strings([LABEL, ID, ...features]),
    ),
    type(RELATION_LAYER, ANNOTATION, 'A link from one annotation (Governor) to another (Dependent)', [
      ['Governor', SPAN_LAYER],
      ['Dependent', SPAN_LAYER],
      ...strings([ROLE, ...relationFeatures.values()]),
    ]),
  ];
}

function type(
  name: string,
  supertype: string,
  description: string,
  features: TypeDefinition['features'],
): TypeDefinition {
  return { name, supertype, description, features };
}
