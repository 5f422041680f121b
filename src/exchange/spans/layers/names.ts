/** Layers and types as INCEpTION and DKPro Core call them. Ours can be made in an INCEpTION project by importing the type system. */
const DKPRO = 'de.tudarmstadt.ukp.dkpro.core.api.';

export const SPAN_LAYER = 'webanno.custom.PolicyAnnotation';
export const RELATION_LAYER = 'webanno.custom.PolicyRelation';
export const DOCUMENT_META_DATA = `${DKPRO}metadata.type.DocumentMetaData`;
export const META_DATA_FIELD = `${DKPRO}metadata.type.MetaDataStringField`;
export const SENTENCE = `${DKPRO}segmentation.type.Sentence`;
export const TOKEN = `${DKPRO}segmentation.type.Token`;

/** Features of our span layer besides those of spans: the annotation's type, its id, and of a target of several ranges "1/2" and "2/2". */
export const LABEL = 'label';
export const ID = 'id';
export const PART = 'part';

/** Features of our relation layer: the link's role, and what else the link says, by what a relation calls it: `for` is a keyword of
 * languages that make programs of a type system. */
export const ROLE = 'role';
export const relationFeatures: ReadonlyMap<string, string> = new Map([
  ['actor', 'actor'],
  ['source', 'source'],
  ['for', 'on_behalf_of'],
]);

/** "webanno.custom.Stance" is Stance. */
export function shortName(layer: string): string {
  return layer.slice(layer.lastIndexOf('.') + 1);
}

/** A feature's name as UIMA takes it, of ASCII letters, digits and low lines: anything else is written as in spreadsheets, "a-b" as
 * a_x002D_b. {@link plainName} gives it back. */
export function featureName(name: string): string {
  return name.replace(/_(?=x[0-9A-F]{4}(?:_|[^A-Za-z0-9_]))|[^A-Za-z0-9_]/g, (unit) => {
    return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** The inverse of {@link featureName}. */
export function plainName(feature: string): string {
  return feature.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Layers that describe the text itself, or the file: nothing that a person coded. */
export function isStructure(layer: string): boolean {
  const last = shortName(layer);
  return (
    (layer.startsWith('uima.') && layer !== 'uima.tcas.Annotation') ||
    layer.startsWith(`${DKPRO}metadata.`) ||
    layer.startsWith(`${DKPRO}xml.`) ||
    layer.startsWith('org.dkpro.core.api.') ||
    layer.startsWith('de.tudarmstadt.ukp.clarin.webanno.api.type.') ||
    (layer.startsWith(`${DKPRO}segmentation.type.`) && !['Lemma', 'Stem', 'Compound'].includes(last))
  );
}

/** Layers of grammar, which say something of every word: parts of speech, lemmas, syntax. */
export function isGrammar(layer: string): boolean {
  return ['segmentation.', 'lexmorph.', 'syntax.', 'transform.', 'phonetics.'].some((area) =>
    layer.startsWith(DKPRO + area),
  );
}
