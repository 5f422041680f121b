import type { Json, JsonObject } from '../../../model/json';
import type { ImportSource, ReadContext } from '../../format';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { chosenFiles } from '../../reading/files';
import { fieldOf, isObject } from '../../reading/json';
import { integerField, objectsField, recordsOf, textField, type JsonRecord } from '../../reading/jsonLines';
import { textOf } from '../../reading/text';
import { knownMetadata, numberedPath } from '../../spans/documentInfo';
import { textsOf, valueFeature } from '../../spans/features';
import { ForeignText } from '../../spans/foreignText';
import { PieceReader } from '../../spans/pieces';
import type { SpanDocument } from '../../spans/spanDocument';

/** Where our id stands: `id` is spaCy's, and seldom once. */
export const ID_FIELD = 'annotation_id';

/** Fields of a span that aren't what it says. */
const ownFields = [
  'start',
  'end',
  'label',
  'token_start',
  'token_end',
  'text',
  'type',
  ID_FIELD,
  'part',
  'features',
  'kb_url',
];

interface ReadSpan {
  readonly value: JsonObject;
  readonly place: InputPlace;
}

/** Throws an {@link InputError} with the line. */
export async function documentsOf(source: ImportSource, { losses, progress }: ReadContext): Promise<SpanDocument[]> {
  const documents: SpanDocument[] = [];
  for (const path of chosenFiles(source, ['jsonl', 'json', 'ndjson'])) {
    progress(path);
    const records = [...recordsOf(textOf(await source.bytes(path), path), path)];
    for (const [n, record] of records.entries()) {
      const answer = fieldOf(record.value, 'answer');
      if (answer === 'reject' || answer === 'ignore') losses.add('texts that were rejected or ignored in Prodigy');
      else documents.push(documentOf(record, `${path}#${n + 1}`, numberedPath(path, n + 1, records.length), losses));
    }
  }
  if (documents.length === 0) throw new InputError('There is no text in it', { path: source.name });
  return documents;
}

function documentOf({ value, place }: JsonRecord, key: string, fallback: string, losses: Losses): SpanDocument {
  const raw = textField(value, 'text', place);
  if (raw === undefined) throw new InputError('The line has no “text”', place);
  const text = new ForeignText(raw, true);
  const reader = new PieceReader(losses);
  const spans = spansOf(value, place);
  for (const [n, span] of spans.entries()) addSpan(span, `span ${n + 1}`, text, reader);
  const keyOf = spanFinder(spans);
  for (const relation of objectsField(value, 'relations', place)) {
    const [from, to] = [keyOf(relation, 'head'), keyOf(relation, 'child')];
    const type = textField(relation, 'label', place) ?? 'related';
    reader.relate(type, from ?? '', to ?? '', textsOf(fieldOf(relation, 'features')));
  }
  const isCategory = (name: string): boolean => ['cats', 'accept', 'options'].includes(name);
  losses.add('labels of whole texts', Object.keys(value).filter((name) => isCategory(name)).length > 0 ? 1 : 0);
  const meta = fieldOf(value, 'meta');
  const { path, info, others } = knownMetadata(isObject(meta) ? Object.entries(meta) : []);
  losses.add('further metadata of texts', others.length);
  return { key, path: path ?? fallback, text: text.text, info, spans: reader.spans(), relations: reader.relations() };
}

/** The spans of a line, wherever spaCy or Prodigy has them. */
function spansOf(value: JsonObject, place: InputPlace): ReadSpan[] {
  const groups = fieldOf(value, 'spans');
  const listed = (name: string, list: readonly JsonObject[]): ReadSpan[] =>
    list.map((item, n) => ({ value: item, place: { ...place, at: `${name}[${n}]` } }));
  const bySpan = isObject(groups)
    ? Object.keys(groups).flatMap((group) => listed(`spans.${group}`, objectsField(groups, group, place)))
    : listed('spans', objectsField(value, 'spans', place));
  const entities = fieldOf(value, 'entities');
  const triples = Array.isArray(entities) ? entities.map((item: Json) => tripleOf(item, place)) : [];
  return [...bySpan, ...listed('ents', objectsField(value, 'ents', place)), ...listed('entities', triples)];
}

/** `[start, end, label]`, or an object of these. */
function tripleOf(item: Json, place: InputPlace): JsonObject {
  if (isObject(item)) return item;
  if (!Array.isArray(item)) throw new InputError('“entities” must be lists of a start, an end and a label', place);
  const [start = null, end = null, label = null] = item as readonly Json[];
  return { start, end, label };
}

function addSpan({ value, place }: ReadSpan, key: string, text: ForeignText, reader: PieceReader): void {
  const range = text.range(
    integerField(value, 'start', place),
    integerField(value, 'end', place),
    'code points',
    place,
  );
  if (!range) {
    reader.losses.leaveOut('annotations of no text');
    return;
  }
  const [id, part] = [ID_FIELD, 'part'].map((name) => fieldOf(value, name));
  const said = new Map(textsOf(fieldOf(value, 'features')));
  for (const [name, other] of Object.entries(value)) {
    if (ownFields.includes(name) || name.startsWith('_') || other === undefined || other === null || other === '')
      continue;
    // Prodigy tells the model that proposed a span.
    const feature = name === 'source' ? 'model' : name;
    if (!said.has(feature)) said.set(feature, valueFeature(other));
  }
  const exact = textField(value, 'text', place);
  reader.add({
    ...{ key, type: textField(value, 'label', place) || 'passage', range, exact, features: said },
    ...{ id: typeof id === 'string' ? id : undefined, part: typeof part === 'string' ? part : undefined },
  });
}

/** Finds what a relation's `head` or `child` is: by our id, else by offsets, else by its last token. */
function spanFinder(spans: readonly ReadSpan[]): (relation: JsonObject, end: 'head' | 'child') => string | undefined {
  const keys = new Map<string, string>();
  for (const [n, { value }] of spans.entries()) {
    for (const key of keysOf(value)) if (!keys.has(key)) keys.set(key, `span ${n + 1}`);
  }
  return (relation, end) => {
    const span = fieldOf(relation, `${end}_span`);
    const token = fieldOf(relation, end);
    const possible = [...(isObject(span) ? keysOf(span) : []), tokenKey(token)];
    return possible.map((key) => keys.get(key)).find((key) => key !== undefined);
  };
}

function keysOf(span: JsonObject): string[] {
  const [id, start, end, label, last] = [ID_FIELD, 'start', 'end', 'label', 'token_end'].map((name) =>
    fieldOf(span, name),
  );
  return [
    ...(typeof id === 'string' && id !== '' ? [JSON.stringify(['id', id])] : []),
    ...[JSON.stringify([start, end, label]), JSON.stringify([start, end])],
    ...(typeof last === 'number' ? [tokenKey(last)] : []),
  ];
}

function tokenKey(token: Json | undefined): string {
  return JSON.stringify(['token', token]);
}
