import { metadataFields } from '../../../model/article';
import type { Json } from '../../../model/json';
import { rangeProblem } from '../../../model/range';
import type { ImportedInfo } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { jsonOf } from '../../reading/json';
import { CountedText } from '../../reading/lineBreaks';
import { valueFeature } from '../features';
import { DOCUMENT_META_DATA, isGrammar, isStructure, META_DATA_FIELD, RELATION_LAYER } from '../layers/names';
import { LayerReader, type ReadRelation } from '../layers/reading';
import { articlePath, isFileName } from '../layers/paths';
import type { SpanDocument } from '../spanDocument';
import { CHARACTERS_KEY, PATH_KEY, SOFA, VIEW } from './writing';

/** A feature's value: a primitive's text, a list of texts, or references by id. */
export type ReadValue = string | readonly string[] | { readonly to: readonly string[] };

/** A node of a CAS as a file has it. */
export interface ReadStructure {
  readonly id: string;
  readonly type: string;
  readonly features: ReadonlyMap<string, ReadValue>;
  readonly place: InputPlace;
}

export interface ReadCas {
  readonly path: string;
  /** By id. */
  readonly structures: ReadonlyMap<string, ReadStructure>;
  readonly views: readonly { readonly sofa: string; readonly members: readonly string[] }[];
}

const notFeatures: ReadonlySet<string> = new Set(['sofa', 'begin', 'end', 'Governor', 'Dependent']);

/** A CAS as a document: annotations of any layer that a person may have coded, in the first view's text. Grammar and what
 * describes the text itself is left out. Throws an {@link InputError} where offsets lead out of the text. */
export function spanDocumentOf(cas: ReadCas, losses: Losses): SpanDocument {
  const { sofa, members } = viewOf(cas, losses);
  const meta = metaData(members);
  const text = withCharacters(textOf(sofa, 'sofaString') ?? '', meta.fields.get(CHARACTERS_KEY), cas.path);
  const counted = new CountedText(text, meta.fields.has(PATH_KEY));
  const reader = new LayerReader(losses);
  const relations: ReadRelation[] = [];
  for (const structure of members) {
    if (isStructure(structure.type)) continue;
    if (isGrammar(structure.type)) losses.add('annotations of grammar (parts of speech, lemmas, syntax)');
    else if (isRelation(structure)) relations.push(...relationOf(structure));
    else if (structure.features.has('end')) addAnnotation(structure, counted, cas, reader, relations);
    else if (!isLink(structure) && !structure.features.has('first'))
      losses.add('feature structures that stand at no text');
  }
  for (const relation of relations) reader.relate(relation);
  const { path, info } = described(cas.path, meta);
  return { key: cas.path, path, text: counted.text, info, spans: reader.spans(), relations: reader.relations() };
}

function viewOf(
  { path, structures, views }: ReadCas,
  losses: Losses,
): { sofa: ReadStructure; members: ReadStructure[] } {
  const sofas = [...structures.values()].filter(({ type, features }) => type === SOFA && features.has('sofaString'));
  const sofa = sofas.find(({ features }) => features.get('sofaID') === VIEW) ?? sofas[0];
  if (!sofa) throw new InputError('There is no text (a sofa with a sofaString) in it', { path });
  losses.leaveOut('texts of a document beside the first', sofas.length - 1);
  const view = views.find((other) => other.sofa === sofa.id);
  const members = (view?.members ?? [...structures.keys()]).map((id) => {
    const found = structures.get(id);
    if (!found) throw new InputError(`A view has a member that isn’t there: ${id}`, { path });
    return found;
  });
  return { sofa, members };
}

/** The text with the characters that the file couldn't hold, where U+FFFD still stands for them. */
function withCharacters(text: string, characters: string | undefined, path: string): string {
  if (characters === undefined) return text;
  const list = jsonOf(characters, path);
  const pieces: string[] = [];
  let from = 0;
  for (const pair of Array.isArray(list) ? (list as readonly Json[]) : []) {
    const [at, unit] = Array.isArray(pair) ? (pair as readonly Json[]) : [];
    if (typeof at !== 'number' || typeof unit !== 'number' || at < from || text[at] !== '\ufffd') continue;
    pieces.push(text.slice(from, at), String.fromCharCode(unit));
    from = at + 1;
  }
  return pieces.join('') + text.slice(from);
}

interface MetaData {
  readonly fields: ReadonlyMap<string, string>;
  readonly document: ReadStructure | undefined;
}

function metaData(members: readonly ReadStructure[]): MetaData {
  const fields = members.filter(({ type }) => type === META_DATA_FIELD);
  return {
    fields: new Map(fields.map((field) => [textOf(field, 'key') ?? '', textOf(field, 'value') ?? ''])),
    document: members.find(({ type }) => type === DOCUMENT_META_DATA || type === 'uima.tcas.DocumentAnnotation'),
  };
}

/** Of ours, all; of another's the document's title, which INCEpTION makes the name of the file, its language and address. */
function described(file: string, { fields, document }: MetaData): { path: string; info: ImportedInfo } {
  const own = metadataFields.flatMap((name): [string, string][] => {
    const value = fields.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  const path = fields.get(PATH_KEY);
  if (path !== undefined) return { path, info: Object.fromEntries(own) };
  const [title, language, url] = ['documentTitle', 'language', 'documentUri'].map((name) =>
    document ? textOf(document, name) : undefined,
  );
  const info = {
    ...(title === undefined || title === '' || isFileName(title) ? {} : { title }),
    ...(language === undefined || language === 'x-unspecified' ? {} : { language }),
    ...(url !== undefined && /^https?:/.test(url) ? { url } : {}),
    ...Object.fromEntries(own),
  };
  return { path: title !== undefined && isFileName(title) ? title : articlePath(file), info };
}

function addAnnotation(
  structure: ReadStructure,
  counted: CountedText,
  { structures }: ReadCas,
  reader: LayerReader,
  relations: ReadRelation[],
): void {
  const { id, type, place } = structure;
  const features = new Map<string, string>();
  for (const [name, value] of structure.features) {
    if (notFeatures.has(name)) continue;
    if (typeof value === 'string') features.set(name, value);
    else if (!('to' in value)) features.set(name, valueFeature(value));
    else relations.push(...referred(id, name, value.to, structures));
  }
  const raw = { start: offsetOf(structure, 'begin'), end: offsetOf(structure, 'end') };
  const problem = rangeProblem(counted.raw, raw);
  if (problem === 'empty') {
    reader.losses.leaveOut('annotations of no text');
    return;
  }
  if (problem) {
    const where = `${raw.start} to ${raw.end}`;
    throw new InputError(`The offsets ${where} don’t fit the text of ${counted.raw.length} units (${problem})`, place);
  }
  const range = { start: counted.toText(raw.start), end: counted.toText(raw.end) };
  reader.add({ key: id, layer: type, range, features });
}

/** What a feature refers to: annotations, or links that say the role in which each is there. */
function referred(
  from: string,
  name: string,
  to: readonly string[],
  structures: ReadonlyMap<string, ReadStructure>,
): ReadRelation[] {
  return to.map((id) => {
    const link = structures.get(id);
    const target = link && isLink(link) ? link.features.get('target') : undefined;
    const role = link && target !== undefined ? textOf(link, 'role') : undefined;
    const end = typeof target === 'object' && 'to' in target ? (target.to[0] ?? '') : id;
    return { layer: name, from, to: end, features: new Map(role ? [['role', role]] : []) };
  });
}

/** INCEpTION's slots: a target, a role and no place. */
function isLink({ features }: ReadStructure): boolean {
  return features.has('target') && !features.has('end');
}

function isRelation({ type, features }: ReadStructure): boolean {
  return type === RELATION_LAYER || (features.has('Governor') && features.has('Dependent'));
}

function relationOf({ type, features }: ReadStructure): ReadRelation[] {
  const [from, to] = ['Governor', 'Dependent'].map((name) => {
    const value = features.get(name);
    return typeof value === 'object' && 'to' in value ? value.to[0] : undefined;
  });
  const texts = [...features].filter(
    (entry): entry is [string, string] => !notFeatures.has(entry[0]) && typeof entry[1] === 'string',
  );
  return [{ layer: type, from: from ?? '', to: to ?? '', features: new Map(texts) }];
}

function textOf({ features }: ReadStructure, name: string): string | undefined {
  const value = features.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** UIMA's integers are 0 where they are absent. */
function offsetOf(structure: ReadStructure, name: string): number {
  const text = textOf(structure, name) ?? '0';
  return /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
}
