import type { Json } from '../../../model/json';
import type { ImportSource, ReadContext } from '../../format';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { chosenFiles } from '../../reading/files';
import { fieldOf } from '../../reading/json';
import { integerField, objectsField, recordsOf, textField, type JsonRecord } from '../../reading/jsonLines';
import { textOf } from '../../reading/text';
import { knownMetadata, numberedPath } from '../../spans/documentInfo';
import { ForeignText } from '../../spans/foreignText';
import { PieceReader } from '../../spans/pieces';
import type { SpanDocument } from '../../spans/spanDocument';
import { DETAILS, detailsOf } from './details';
import { MatchedEntities, type Entity } from './matching';

/** Fields of a line that aren't metadata. */
const ownFields = [
  ...['id', 'text', 'data', 'entities', 'relations', 'label', 'labels', 'cats', 'Comments', 'comments'],
  DETAILS,
];

/** Throws an {@link InputError} with the line. */
export async function documentsOf(source: ImportSource, { losses, progress }: ReadContext): Promise<SpanDocument[]> {
  const documents: SpanDocument[] = [];
  for (const path of chosenFiles(source, ['jsonl', 'json', 'ndjson'])) {
    progress(path);
    const records = [...recordsOf(textOf(await source.bytes(path), path), path)];
    for (const [n, record] of records.entries()) {
      documents.push(documentOf(record, `${path}#${n + 1}`, numberedPath(path, n + 1, records.length), losses));
    }
  }
  if (documents.length === 0) throw new InputError('There is no text in it', { path: source.name });
  return documents;
}

function documentOf({ value, place }: JsonRecord, key: string, fallback: string, losses: Losses): SpanDocument {
  const raw = textField(value, 'text', place) ?? textField(value, 'data', place);
  if (raw === undefined) throw new InputError('The line has no “text”', place);
  const text = new ForeignText(raw, true);
  // Projects for slots and intents write entities as others write labels, and the intents as “cats”.
  const isOfSlots = isOfTriples(fieldOf(value, 'entities'));
  const objects = isOfSlots ? [] : objectsField(value, 'entities', place);
  const entities = [
    ...objects.map((entity, n): Entity => {
      const at = { ...place, at: `entities[${n}]` };
      const [start, end] = [integerField(entity, 'start_offset', at), integerField(entity, 'end_offset', at)];
      const id = fieldOf(entity, 'id');
      return {
        key: JSON.stringify(id ?? `entity ${n + 1}`),
        label: label(fieldOf(entity, 'label')),
        start,
        end,
        place: at,
      };
    }),
    ...[...(isOfSlots ? ['entities'] : []), 'label', 'labels', 'cats'].flatMap((name) =>
      labelled(fieldOf(value, name), { ...place, at: name }, losses),
    ),
  ];
  const reader = new PieceReader(losses);
  const matched = new MatchedEntities(entities, detailsOf(fieldOf(value, DETAILS)) ?? [], text, reader);
  for (const relation of objectsField(value, 'relations', place)) {
    const [from, to] = ['from_id', 'to_id'].map((name) => JSON.stringify(fieldOf(relation, name) ?? null));
    matched.relate(label(fieldOf(relation, 'type')), from ?? '', to ?? '');
  }
  for (const name of ['Comments', 'comments']) {
    const comments = fieldOf(value, name);
    losses.add('comments', Array.isArray(comments) ? comments.length : 0);
  }
  const { path, info, others } = knownMetadata(Object.entries(value).filter(([name]) => !ownFields.includes(name)));
  losses.add('further metadata of texts', others.length);
  return { key, path: path ?? fallback, text: text.text, info, spans: reader.spans(), relations: reader.relations() };
}

function label(value: Json | undefined): string {
  return typeof value === 'string' && value !== '' ? value : 'passage';
}

function isOfTriples(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => Array.isArray(item));
}

/** `[start, end, label]` each; labels of the whole text are texts. */
function labelled(value: Json | undefined, place: InputPlace, losses: Losses): Entity[] {
  if (!Array.isArray(value)) {
    if (value !== undefined && value !== null) losses.add('labels of whole texts');
    return [];
  }
  return value.flatMap((item: Json, n): Entity[] => {
    if (!Array.isArray(item)) {
      losses.add('labels of whole texts');
      return [];
    }
    const at = { ...place, at: `${place.at ?? ''}[${n}]` };
    const [start, end, name] = item as readonly Json[];
    if (typeof start !== 'number' || typeof end !== 'number') {
      throw new InputError('A label must have a start, an end and a name', at);
    }
    return [{ key: `"${place.at} ${n + 1}"`, label: label(name), start, end, place: at }];
  });
}
