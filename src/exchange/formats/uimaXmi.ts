import { metadataFields } from '../../model/article';
import { described } from '../catalogue';
import type { ExportArticle, Format } from '../format';
import { InputError } from '../inputError';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import type { Losses } from '../losses';
import { namesByCodebook } from '../../model/names';
import { textOf } from '../reading/text';
import { xmlOf, type XmlElement } from '../reading/xml';
import { spanDocumentOf } from '../spans/cas/reading';
import { typeSystem, usualFeatures } from '../spans/cas/types';
import { CHARACTERS_KEY, featureStructures, SOFA_ID, type FeatureStructure } from '../spans/cas/writing';
import { META_DATA_FIELD, SENTENCE, shortName, SPAN_LAYER } from '../spans/layers/names';
import { featuresIn, heldItems } from '../spans/layers/writing';
import { importedSpans } from '../spans/reading';
import type { SpanDocument } from '../spans/spanDocument';
import { spanDocument } from '../spans/writing';
import { FileNames } from '../writing/fileNames';
import { inChunks } from '../writing/streaming';
import { illegalIn, xmlAttributes, xmlQuoted } from '../writing/xml';
import { namespaceOf } from './uimaXmi/names';
import { casOfXmi } from './uimaXmi/reading';
import { FeatureRanges, typeSystemXml } from './uimaXmi/typeSystem';

/** UIMA CAS XMI, as INCEpTION and DKPro Core read and write it: a file an article, and TypeSystem.xml, which makes our two layers in an
 * INCEpTION project by "Import layer". https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi (XMI 2.0, XML 1.0; 1.1 is read too).
 *
 * - Offsets: UTF-16 code units of `sofaString`, end exclusive. Written is the LF text; of another's file CRLF becomes LF, and offsets
 *   follow. What XML 1.0 can't hold becomes U+FFFD in the text and in values, and is counted; a MetaDataStringField tells what it was
 *   in the text, so that it comes back.
 * - An annotation is one of the layer webanno.custom.PolicyAnnotation: `label` is its type, `id` ours; fields, linked actors and sources
 *   (`speaker`, `link_…`) and attributes (`attr_…`) are string features. One of several ranges is as many annotations with one id and a
 *   `part` ("1/2"), the first with the features. A link to another annotation is one of webanno.custom.PolicyRelation.
 * - Metadata are in DocumentMetaData, and in MetaDataStringField where INCEpTION leaves them alone.
 * - Read are any layers: annotations with their features, relations (Governor, Dependent), slots, chains; grammar is left out.
 * - Lost: what is counted; sentences and tokens are Unicode's (UAX 29), and not read. */
export const uimaXmi: Format = {
  ...described('uima-xmi'),
  write: async function* ({ codebooks, articles }, { losses }) {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    const fileNames = new FileNames();
    const features = new Set(usualFeatures(codebooks));
    for await (const article of articles) {
      loseOfArticle(article, { info: new Set(metadataFields) }, losses);
      const document = spanDocument(article, namesOf(article.codebook), losses);
      for (const name of featuresIn(document)) features.add(name);
      yield* inChunks(`${fileNames.stemFor(article.path)}.xmi`, xmi(document, article, losses));
    }
    yield { path: 'TypeSystem.xml', chunk: typeSystemXml(typeSystem(features), losses) };
  },
  read: async (source, { losses, progress }) => {
    const ranges = new FeatureRanges();
    const documents: { readonly path: string; readonly root: XmlElement }[] = [];
    for (const path of source.paths) {
      if (!/\.(?:xmi|xml)$/i.test(path) && source.paths.length > 1) continue;
      progress(path);
      const root = xmlOf(textOf(await source.bytes(path), path), path);
      if (root.name === 'typeSystemDescription') ranges.add(root);
      else if (root.name === 'XMI') documents.push({ path, root });
      else losses.add('XML files that are no XMI');
    }
    if (documents.length === 0) throw new InputError('There is no XMI document', { path: source.name });
    return importedSpans(
      documents.map(({ path, root }): SpanDocument => spanDocumentOf(casOfXmi(root, path, ranges), losses)),
    );
  },
};

const CAS = 'cas';
const prefixes = new Map([
  [namespaceOf('uima.cas.Sofa'), CAS],
  [namespaceOf(META_DATA_FIELD), 'metadata'],
  [namespaceOf(SENTENCE), 'segmentation'],
  [namespaceOf(SPAN_LAYER), 'custom'],
]);

function* xmi(document: SpanDocument, { info }: ExportArticle, losses: Losses): Generator<string> {
  const namespaces = [...prefixes].map(([uri, prefix]) => ` xmlns:${prefix}="${uri}"`).join('');
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"${namespaces} xmi:version="2.0">\n  <cas:NULL xmi:id="0"/>\n`;
  let last = SOFA_ID;
  const illegal = illegalIn(document.text);
  const more = illegal.length > 0 ? [[CHARACTERS_KEY, JSON.stringify(illegal)] as const] : [];
  for (const structure of featureStructures(document, info, more)) {
    yield element(structure, losses);
    last = structure.id;
  }
  yield `  <cas:View sofa="${SOFA_ID}" members="`;
  for (let id = SOFA_ID + 1; id <= last; id++) yield id === last ? `${id}` : `${id} `;
  yield '"/>\n</xmi:XMI>\n';
}

function element({ id, type, features }: FeatureStructure, losses: Losses): string {
  const texts = features.map(([name, value]) => [name, typeof value === 'object' ? value.to : value] as const);
  const name = `${prefixes.get(namespaceOf(type)) ?? ''}:${shortName(type)}`;
  return `  <${name} xmi:id=${xmlQuoted(String(id), losses)}${xmlAttributes(Object.fromEntries(texts), losses)}/>\n`;
}
