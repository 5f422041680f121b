import type { Json, JsonObject } from '../../../model/json';
import type { ImportSource, ReadContext } from '../../format';
import { InputError, type InputPlace } from '../../inputError';
import type { Losses } from '../../losses';
import { chosenFiles } from '../../reading/files';
import { fieldOf, isObject } from '../../reading/json';
import { objectsField, recordsOf, type JsonRecord } from '../../reading/jsonLines';
import { textOf } from '../../reading/text';
import { utcTime } from '../../reading/times';
import { knownMetadata, numberedPath } from '../../spans/documentInfo';
import { ForeignText } from '../../spans/foreignText';
import { PieceReader } from '../../spans/pieces';
import type { SpanDocument } from '../../spans/spanDocument';
import { TEXT } from './configuration';
import { RegionReader, type Work } from './regions';

/** Throws an {@link InputError} with the task and the region. */
export async function documentsOf(source: ImportSource, { losses, progress }: ReadContext): Promise<SpanDocument[]> {
  const documents: SpanDocument[] = [];
  for (const path of chosenFiles(source, ['json', 'jsonl'])) {
    progress(path);
    const records = [...recordsOf(textOf(await source.bytes(path), path), path)];
    for (const [n, record] of records.entries()) {
      documents.push(documentOf(record, `${path}#${n + 1}`, numberedPath(path, n + 1, records.length), losses));
    }
  }
  if (documents.length === 0) throw new InputError('There is no task in it', { path: source.name });
  return documents;
}

function documentOf({ value, place }: JsonRecord, key: string, fallback: string, losses: Losses): SpanDocument {
  const data = fieldOf(value, 'data');
  if (!isObject(data)) throw new InputError('The task has no “data”; is it an export as JSON?', place);
  const name = textName(data, place);
  const text = new ForeignText(String(fieldOf(data, name)), true);
  const reader = new PieceReader(losses);
  const works = worksOf(value, place, losses);
  new RegionReader(text, reader).read(works);
  losses.add('predictions of models', objectsField(value, 'predictions', place).length);
  const { path, info, others } = knownMetadata(Object.entries(data).filter(([field]) => field !== name));
  losses.add('further metadata of texts', others.length);
  return { key, path: path ?? fallback, text: text.text, info, spans: reader.spans(), relations: reader.relations() };
}

/** The field of a task with its text: `text`, else the longest one. */
function textName(data: JsonObject, place: InputPlace): string {
  const texts = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.some(([name]) => name === TEXT)) return TEXT;
  const [longest] = texts.sort(([, a], [, b]) => b.length - a.length);
  if (!longest) throw new InputError('The task’s “data” have no text', place);
  return longest[0];
}

/** What people did in a task; `completions` in old exports. */
function worksOf(task: JsonObject, place: InputPlace, losses: Losses): Work[] {
  return ['annotations', 'completions'].flatMap((name) =>
    objectsField(task, name, place).flatMap((annotation, n): Work[] => {
      const at = `${place.at ?? ''}${place.at === undefined ? '' : ', '}${name}[${n}]`;
      if (fieldOf(annotation, 'was_cancelled') === true) {
        losses.add('annotations that were cancelled (skipped tasks)');
        return [];
      }
      const created = fieldOf(annotation, 'created_at');
      return [
        {
          result: objectsField(annotation, 'result', { ...place, at }),
          place: { ...place, at },
          number: n,
          creator: creatorOf(fieldOf(annotation, 'completed_by')),
          created: typeof created === 'string' ? utcTime(created) : undefined,
        },
      ];
    }),
  );
}

/** Who worked: an e-mail address where the export has it; a number means nothing elsewhere. */
function creatorOf(by: Json | undefined): string | undefined {
  const email = isObject(by) ? fieldOf(by, 'email') : by;
  return typeof email === 'string' && email !== '' ? email : undefined;
}
