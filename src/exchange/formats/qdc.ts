import { described } from '../catalogue';
import type { ExportChunk, ExportInput, Format, ImportSource, ReadContext, WriteContext } from '../format';
import type { Imported } from '../imported';
import { InputError } from '../inputError';
import { namesByCodebook } from '../../model/names';
import { textOf } from '../reading/text';
import { childrenOf, xmlOf, type XmlElement } from '../reading/xml';
import { xmlAttributes, xmlText } from '../writing/xml';
import { Codes, united } from './refi/codes';
import { DETAILS, detailsJson, detailsOf } from './refi/details';
import { nameGuid } from './refi/guids';
import { readCodes } from './refi/readingCodes';

/** REFI-QDA codebook exchange 1.0 (https://www.qdasoftware.org/codebook-exchange, schema `urn:QDA-XML:codebook:1.0`; NVivo says
 * `codebook:1:0`, ATLAS.ti `codebook:0:4`): the code tree of the codebook alone, as qdpx.ts describes it, with what annotations refer to besides. What codes have no
 * place for stands as JSON in the description of a set without members, called "Policy Annotator: details"; so the codebook comes back as it was.
 *
 * Lost, and counted: annotations, for the format has none. No offsets. UTF-8, LF.
 *
 * Reading another program's codebook: codes are topics, with their hierarchy and descriptions; sets are counted. */
export const qdc: Format = {
  ...described('qdc'),
  write,
  read,
};

const HEAD =
  '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 ' +
  'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="Policy Annotator">\n';

async function* write({ codebooks, articles }: ExportInput, { losses }: WriteContext): AsyncIterable<ExportChunk> {
  const codes = new Codes(codebooks);
  const namesOf = namesByCodebook();
  for await (const { annotations, codebook } of articles) {
    const names = namesOf(codebook);
    losses.add('annotations (a codebook file holds codes alone)', annotations.length);
    for (const { actor, topic, source } of annotations) {
      const used = [
        actor === undefined ? undefined : (['actors', names.actor(actor)] as const),
        topic === undefined ? undefined : (['topics', names.topic(topic)] as const),
        source === undefined ? undefined : (['sources', names.source(source)] as const),
      ];
      for (const item of used) if (item) codes.number(item[0], item[1].id, item[1].name);
    }
  }
  yield { path: '', chunk: HEAD };
  const guids = await codes.guids();
  for await (const chunk of codes.xml(guids, losses)) yield { path: '', chunk };
  const codebook = united(codebooks);
  const details = detailsJson({ ...(codebook ? { codebook } : {}), codes: codes.meanings(guids) });
  const set = xmlAttributes({ guid: await nameGuid('details'), name: DETAILS }, losses);
  const description = `<Description>${xmlText(details, losses)}</Description>`;
  yield { path: '', chunk: `\n<Sets><Set${set}>${description}</Set></Sets>\n</CodeBook>\n` };
}

async function read(source: ImportSource, { losses, progress }: ReadContext): Promise<Imported> {
  const [path] = source.paths;
  if (path === undefined || source.paths.length > 1) {
    throw new InputError('One file with a codebook is expected', { path: source.name });
  }
  progress(path);
  const root = xmlOf(textOf(await source.bytes(path), path), path);
  const [codes] = childrenOf(root, 'Codes');
  if (root.name !== 'CodeBook' || !codes) {
    throw new InputError('This is no codebook: there is no "Codes" in a "CodeBook"', { path, line: root.line });
  }
  const sets = childrenOf(root, 'Sets').flatMap((list) => childrenOf(list, 'Set'));
  const isOurs = (set: XmlElement): boolean => set.attributes.get('name') === DETAILS;
  losses.add('sets of codes', sets.filter((set) => !isOurs(set)).length);
  const [note] = sets.filter(isOurs).flatMap((set) => childrenOf(set, 'Description'));
  const { codebook } = await readCodes(codes, (note && detailsOf(note.text, path)) ?? {});
  return { codebook, articles: [] };
}
