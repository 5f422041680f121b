import type { Json, JsonObject } from '../../../model/json';
import type { InputPlace } from '../../inputError';
import { fieldOf, isObject } from '../../reading/json';
import { integerField } from '../../reading/jsonLines';
import { textsOf } from '../../spans/features';
import type { ForeignText, Unit } from '../../spans/foreignText';
import type { PieceReader } from '../../spans/pieces';
import { ID_FIELD, PART_FIELD } from './writing';

/** What one person did in a task. */
export interface Work {
  readonly result: readonly JsonObject[];
  readonly place: InputPlace;
  /** Which of the task's it is, from 0. */
  readonly number: number;
  readonly creator: string | undefined;
  readonly created: string | undefined;
}

/** Types of results with labels in a text. */
const labelTypes = ['labels', 'Labels'];
/** Of a relation's `meta`, what a link can say. */
const relationFields = ['actor', 'source', 'for'];

/** Reads the results of a task: regions, what is said of each, relations. */
export class RegionReader {
  constructor(
    readonly text: ForeignText,
    readonly reader: PieceReader,
  ) {}

  /** Throws an InputError with the result where offsets are wrong. */
  read(works: readonly Work[]): void {
    const unit = this.#unit(works);
    for (const work of works) {
      const regions = new Set<string>();
      for (const [n, item] of work.result.entries()) {
        if (!labelTypes.includes(typeOf(item))) continue;
        const place = { ...work.place, at: `${work.place.at ?? ''}.result[${n}]` };
        const key = regionKey(work, fieldOf(item, 'id') ?? n);
        if (this.#addRegion(item, key, work, unit, place)) regions.add(key);
      }
      for (const item of work.result) this.#addSaid(item, work, regions);
    }
  }

  /** Code points, but UTF-16 units where more of the quotations fit then. */
  #unit(works: readonly Work[]): Unit {
    if (!this.text.hasAstral) return 'code points';
    const regions = works.flatMap(({ result }) => result.filter((item) => labelTypes.includes(typeOf(item))));
    const fitting = (unit: Unit): number =>
      regions.filter((region) => {
        const value = valueOf(region);
        const [start, end, said] = ['start', 'end', 'text'].map((name) => fieldOf(value, name));
        if (typeof start !== 'number' || typeof end !== 'number' || typeof said !== 'string') return false;
        return said !== '' && this.text.between(start, end, unit) === said;
      }).length;
    return fitting('UTF-16 units') > fitting('code points') ? 'UTF-16 units' : 'code points';
  }

  #addRegion(item: JsonObject, key: string, work: Work, unit: Unit, place: InputPlace): boolean {
    const value = valueOf(item);
    const range = this.text.range(integerField(value, 'start', place), integerField(value, 'end', place), unit, place);
    if (!range) {
      this.reader.losses.leaveOut('annotations of no text');
      return false;
    }
    const given = fieldOf(item, 'meta');
    const meta = isObject(given) ? given : {};
    const [id, part, said] = [fieldOf(meta, ID_FIELD), fieldOf(meta, PART_FIELD), fieldOf(value, 'text')];
    const isOurs = typeof id === 'string';
    const features = new Map<string, string>();
    const note = textsIn(fieldOf(meta, 'text')).join('\n');
    if (note !== '') features.set('note', note);
    if (!isOurs && work.creator !== undefined) features.set('creator', work.creator);
    if (!isOurs && work.created !== undefined) features.set('created', work.created);
    const labels = textsIn(fieldOf(value, 'labels') ?? fieldOf(value, 'Labels'));
    for (const [n, type] of (labels.length > 0 ? labels : ['passage']).entries()) {
      this.reader.add({
        ...{ key: n === 0 ? key : `${key} ${type}`, type, range, features },
        ...{ id: isOurs && n === 0 ? id : undefined, part: typeof part === 'string' ? part : undefined },
        exact: typeof said === 'string' && said !== '' ? said.replace(/\r\n?/g, '\n') : undefined,
      });
    }
    return true;
  }

  /** What is said of a region, and relations. */
  #addSaid(item: JsonObject, work: Work, regions: ReadonlySet<string>): void {
    const type = typeOf(item);
    if (labelTypes.includes(type)) return;
    if (type === 'relation') {
      const [from, to] = ['from_id', 'to_id'].map((name) => regionKey(work, fieldOf(item, name)));
      const isLeft = fieldOf(item, 'direction') === 'left';
      const meta = [...textsOf(fieldOf(item, 'meta'))].filter(([name]) => relationFields.includes(name));
      const [start = '', end = ''] = isLeft ? [to, from] : [from, to];
      const labels = textsIn(fieldOf(item, 'labels'));
      for (const role of labels.length > 0 ? labels : ['related']) {
        this.reader.relate(role, start, end, new Map(meta));
      }
      return;
    }
    const key = regionKey(work, fieldOf(item, 'id'));
    const name = fieldOf(item, 'from_name');
    const said = answerOf(item);
    if (said === undefined) this.reader.losses.leaveOut(`results of a type that isn’t known (${type})`);
    else if (!regions.has(key) || typeof name !== 'string') this.reader.losses.add('answers about whole texts');
    else if (said !== '') this.reader.say(key, name, said);
  }
}

/** Regions of one person's have ids of their own; another's may have the same. */
function regionKey({ number }: Work, id: Json | undefined): string {
  const text = typeof id === 'string' ? id : JSON.stringify(id ?? null);
  return number === 0 ? text : `${text} (${number + 1})`;
}

function typeOf(item: JsonObject): string {
  const type = fieldOf(item, 'type');
  return typeof type === 'string' ? type : '';
}

function valueOf(item: JsonObject): JsonObject {
  const value = fieldOf(item, 'value');
  return isObject(value) ? value : {};
}

/** A text, or the texts of a list. */
function textsIn(value: Json | undefined): string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '');
}

/** What a control other than labels says, as a text; undefined where it is none that we know. */
function answerOf(item: JsonObject): string | undefined {
  const value = valueOf(item);
  const type = typeOf(item);
  if (type === 'choices' || type === 'textarea') {
    const texts = textsIn(fieldOf(value, type === 'choices' ? 'choices' : 'text'));
    return texts.length > 1 ? JSON.stringify(texts) : (texts[0] ?? '');
  }
  if (type !== 'rating' && type !== 'number' && type !== 'datetime') return undefined;
  const said = fieldOf(value, type);
  return typeof said === 'string' ? said : JSON.stringify(said ?? '');
}
