import { metadataFields } from '../../model/article';
import { described } from '../catalogue';
import type { ExportArticle, Format } from '../format';
import { InputError } from '../inputError';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { jsonOf } from '../reading/json';
import { textOf } from '../reading/text';
import { spanDocumentOf } from '../spans/cas/reading';
import { typeSystem, usualFeatures, type TypeDefinition } from '../spans/cas/types';
import { featureStructures, SOFA_ID, VIEW, type FeatureStructure } from '../spans/cas/writing';
import { featuresIn, heldItems } from '../spans/layers/writing';
import { importedSpans } from '../spans/reading';
import type { SpanDocument } from '../spans/spanDocument';
import { spanDocument } from '../spans/writing';
import { FileNames } from '../writing/fileNames';
import { inChunks } from '../writing/streaming';
import { casOfJson, isCas } from './uimaJson/reading';

/** UIMA CAS JSON 0.4.0, as INCEpTION and DKPro Cassis read and write it: a file an article, with its type system in it.
 * https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc
 *
 * - Offsets: UTF-16 code units of `sofaString`, end exclusive. Written is the LF text; of another's file CRLF becomes LF, and offsets
 *   follow. Any character is held; a lone surrogate is written as an escape.
 * - The layers, and what is read of others, are those of uima-xmi. INCEpTION takes such a file only into a project that has our two layers:
 *   its "Import layer" makes them of the TypeSystem.xml that uima-xmi writes.
 * - Lost: what is counted; sentences and tokens are Unicode's (UAX 29), and not read. */
export const uimaJson: Format = {
  ...described('uima-json'),
  write: async function* ({ codebooks, articles }, { losses }) {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    const fileNames = new FileNames();
    const usual = usualFeatures(codebooks);
    for await (const article of articles) {
      loseOfArticle(article, { info: new Set(metadataFields) }, losses);
      const document = spanDocument(article, namesOf(article.codebook), losses);
      const types = typeSystem([...usual, ...featuresIn(document)]);
      yield* inChunks(`${fileNames.stemFor(article.path)}.json`, json(document, article, types));
    }
  },
  read: async (source, { losses, progress }) => {
    const documents: SpanDocument[] = [];
    for (const path of source.paths) {
      if (!/\.json$/i.test(path) && source.paths.length > 1) continue;
      progress(path);
      const value = jsonOf(textOf(await source.bytes(path), path), path);
      if (isCas(value)) documents.push(spanDocumentOf(casOfJson(value, path), losses));
      else losses.add('JSON files that are no CAS');
    }
    if (documents.length === 0) {
      throw new InputError('There is no UIMA CAS in JSON (with %FEATURE_STRUCTURES)', { path: source.name });
    }
    return importedSpans(documents);
  },
};

function* json(document: SpanDocument, { info }: ExportArticle, types: readonly TypeDefinition[]): Generator<string> {
  yield `{\n"%TYPES": ${JSON.stringify(typesJson(types))},\n"%FEATURE_STRUCTURES": [`;
  let last = SOFA_ID;
  for (const structure of featureStructures(document, info)) {
    yield `${structure.id === SOFA_ID ? '' : ','}\n${JSON.stringify(structureJson(structure))}`;
    last = structure.id;
  }
  yield `\n],\n"%VIEWS": {${JSON.stringify(VIEW)}: {"%SOFA": ${SOFA_ID}, "%MEMBERS": [`;
  for (let id = SOFA_ID + 1; id <= last; id++) yield id === last ? `${id}` : `${id},`;
  yield ']}}\n}\n';
}

function typesJson(types: readonly TypeDefinition[]): object {
  return Object.fromEntries(
    types.map(({ name, supertype, description, features }) => [
      name,
      {
        ...{ '%NAME': name, '%SUPER_TYPE': supertype, '%DESCRIPTION': description },
        ...Object.fromEntries(features.map(([key, range]) => [key, { '%NAME': key, '%RANGE': range }])),
      },
    ]),
  );
}

function structureJson({ id, type, features }: FeatureStructure): object {
  const fields = features.map(([name, value]) => (typeof value === 'object' ? [`@${name}`, value.to] : [name, value]));
  return { '%ID': id, '%TYPE': type, ...(Object.fromEntries(fields) as object) };
}
