import type { Annotation, Link } from '../../../model/annotation';
import type { Json, JsonObject } from '../../../model/json';
import type { Range } from '../../../model/range';
import type { ImportedAnnotation } from '../../imported';
import { InputError } from '../../inputError';
import type { Losses } from '../../losses';
import { fieldOf, isObject } from '../../reading/json';
import { childrenOf, type XmlElement } from '../../reading/xml';
import { textFields } from '../../spans/features';
import type { CodeMeaning } from './codes';
import { codeFields, itemFields, type CodeField } from './details';
import type { Document } from './documents';
import { plainGuid, rangeId } from './guids';
import type { Positions } from './positions';
import { Unique } from './unique';

/** What selections refer to. */
export interface Referred {
  /** Where the project stands, for messages. */
  readonly path: string;
  readonly meanings: ReadonlyMap<string, CodeMeaning>;
  readonly users: ReadonlyMap<string, string>;
  /** The texts of notes; asked for, a note counts as used. */
  readonly note: (guid: string) => string | undefined;
  readonly details: (guid: string) => JsonObject | undefined;
  /** The selection that another one continues, by its GUID. */
  readonly joins: ReadonlyMap<string, string>;
}

/** An annotation that is still being put together. */
export interface Growing {
  readonly id: string;
  readonly isOurs: boolean;
  readonly type: string;
  readonly target: Range[];
  readonly fields: Map<string, Json>;
  readonly links: Link[];
  readonly notes: string[];
}

/** A document's annotations, and which of them each selection is. */
export interface Selections {
  readonly annotations: readonly Growing[];
  readonly bySelection: ReadonlyMap<string, Growing>;
}

/** One annotation a selection, with those that continue it; further items that it is coded by become annotations of their own. */
export function readSelections(document: Document, positions: Positions, to: Referred, losses: Losses): Selections {
  const ids = new Unique();
  const firsts = firstSelections(to.joins);
  const bySelection = new Map<string, Growing>();
  const annotations: Growing[] = [];
  const ranges = new Map<string, Range>();
  const later: (readonly [guid: string, first: string])[] = [];
  for (const selection of childrenOf(document.element, 'PlainTextSelection')) {
    const guid = plainGuid(selection.attributes.get('guid') ?? '');
    const range = rangeOf(selection, guid, positions, to.path);
    if (document.lf.slice(range.start, range.end).trim() === '') {
      losses.leaveOut('selections without text');
      continue;
    }
    const first = firsts.get(guid) ?? guid;
    if (first !== guid) {
      ranges.set(guid, range);
      later.push([guid, first]);
      continue;
    }
    const made = coded(selection, guid, range, ids, to, losses);
    annotations.push(...made);
    if (made[0] && !bySelection.has(guid)) bySelection.set(guid, made[0]);
  }
  for (const [guid, first] of later) {
    const [annotation, range] = [bySelection.get(first), ranges.get(guid)];
    if (!annotation || !range) losses.add('parts of selections whose beginning isn’t there');
    else {
      annotation.target.push(range);
      bySelection.set(guid, annotation);
    }
  }
  const whole = { start: 0, end: document.lf.length };
  const codings = childrenOf(document.element, 'Coding');
  if (codings.length > 0 && document.lf.trim() !== '') {
    annotations.push(...coded({ ...document.element, children: codings }, `${document.guid}#`, whole, ids, to, losses));
  }
  for (const { target } of annotations) target.sort((a, b) => a.start - b.start || a.end - b.end);
  return { annotations, bySelection };
}

/** The first selection of the target of each that continues one; those in a circle are their own. */
function firstSelections(joins: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const start of joins.keys()) {
    const way = new Set<string>();
    let at = start;
    for (let next = joins.get(at); next !== undefined && !found.has(at) && !way.has(at); next = joins.get(at)) {
      way.add(at);
      at = next;
    }
    const first = found.get(at) ?? at;
    const isCircle = way.has(at);
    for (const guid of way) found.set(guid, isCircle ? guid : first);
  }
  return found;
}

function rangeOf({ attributes, line }: XmlElement, guid: string, positions: Positions, path: string): Range {
  const [start, end] = ['startPosition', 'endPosition'].map((name) => {
    const text = attributes.get(name)?.trim() ?? '';
    const offset = /^\d+$/.test(text) ? positions.toOffset(Number(text)) : undefined;
    if (offset !== undefined) return offset;
    throw new InputError(`The text has no position "${text}" (${name})`, { path, line, at: `selection ${guid}` });
  }) as [number, number];
  if (start <= end) return { start, end };
  throw new InputError('The selection ends before it starts', { path, line, at: `selection ${guid}` });
}

function coded(element: XmlElement, guid: string, range: Range, ids: Unique, to: Referred, losses: Losses): Growing[] {
  const codings = childrenOf(element, 'Coding').map((coding) => ({ coding, meaning: meaningOf(coding, to.meanings) }));
  losses.add('codings by what is no code (a case)', codings.filter(({ meaning }) => !meaning).length);
  const of = (list: string): typeof codings => codings.filter(({ meaning }) => meaning?.[0] === list);
  const items = codings.filter(({ meaning }) => ['actors', 'topics', 'sources'].includes(meaning?.[0] ?? ''));
  const noted = childrenOf(element, 'NoteRef').map((ref) => plainGuid(ref.attributes.get('targetGUID') ?? ''));
  const details = noted.map((note) => to.details(note)).find((found) => found !== undefined) ?? {};
  const type = of('types')[0]?.meaning?.[1] ?? (items[0]?.meaning ? impliedType(items[0].meaning[0]) : 'passage');
  const itemList = Object.hasOwn(itemFields, type) ? codeFields[itemFields[type] ?? 'topic'] : undefined;
  const main = items.find(({ meaning }) => meaning?.[0] === itemList);
  const fields = new Map<string, Json>();
  if (main?.meaning) fields.set(itemFields[type] ?? 'topic', main.meaning[1]);
  for (const field of ['stance', 'attribution', 'form', 'kind'] as const satisfies readonly CodeField[]) {
    const [first, ...others] = of(codeFields[field]);
    if (first?.meaning) fields.set(field, first.meaning[1]);
    losses.add('second values of one field', others.length);
  }
  losses.add('second types of one annotation', Math.max(0, of('types').length - 1));
  const ownId = rangeId(guid);
  const knownId = fieldOf(details, 'id');
  const id = typeof knownId === 'string' && knownId !== '' ? knownId : ownId;
  const isOurs = id !== undefined && !ids.has(id);
  const times = timesOf(element);
  const annotation: Growing = {
    ...{ id: ids.name(isOurs ? id : guid), isOurs, type, target: [range], links: [] },
    fields: new Map([
      ...fields,
      ...detailFields(details),
      ...times,
      ...creatorOf(element, main?.coding ?? codings[0]?.coding, to),
    ]),
    notes: [
      ...childrenOf(element, 'Description').map(({ text }) => text),
      ...noted.flatMap((note) => to.note(note) ?? []),
      ...codings.flatMap(({ coding }) => codingNotes(coding, to)),
    ].filter((text) => text !== ''),
  };
  const others = items
    .filter((item) => item !== main)
    .map(({ coding, meaning }): Growing => {
      const own = impliedType(meaning?.[0] ?? 'topics');
      const field = itemFields[own] ?? 'topic';
      return {
        ...{
          id: ids.name(plainGuid(coding.attributes.get('guid') ?? guid)),
          isOurs: false,
          type: own,
          target: [range],
        },
        fields: new Map<string, Json>([[field, meaning?.[1] ?? ''], ...times, ...creatorOf(element, coding, to)]),
        ...{ links: [], notes: [] },
      };
    });
  return [annotation, ...others];
}

function meaningOf(coding: XmlElement, meanings: ReadonlyMap<string, CodeMeaning>): CodeMeaning | undefined {
  const [reference] = childrenOf(coding, 'CodeRef');
  const meaning = meanings.get(plainGuid(reference?.attributes.get('targetGUID') ?? ''));
  // A group of ours was coded by, which stands for nothing.
  return meaning?.[1] === '' ? undefined : meaning;
}

function impliedType(list: string): string {
  return list === 'actors' ? 'actor' : list === 'sources' ? 'source' : 'passage';
}

function codingNotes(coding: XmlElement, { note }: Referred): string[] {
  return childrenOf(coding, 'NoteRef').flatMap((ref) => note(plainGuid(ref.attributes.get('targetGUID') ?? '')) ?? []);
}

function creatorOf(selection: XmlElement, coding: XmlElement | undefined, { users }: Referred): [string, Json][] {
  const guid = coding?.attributes.get('creatingUser') ?? selection.attributes.get('creatingUser');
  const name = guid === undefined ? undefined : users.get(plainGuid(guid));
  return name === undefined ? [] : [['creator', name]];
}

/** Times in UTC with whole seconds; one without a zone counts as UTC, and what is no time is passed over. */
function timesOf({ attributes }: XmlElement): [string, Json][] {
  const names = { created: 'creationDateTime', modified: 'modifiedDateTime' };
  return Object.entries(names).flatMap(([field, name]): [string, Json][] => {
    const text = attributes.get(name)?.trim() ?? '';
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)) return [[field, text]];
    const time = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
    return Number.isNaN(time.getTime()) ? [] : [[field, time.toISOString().replace(/\.\d+Z$/, 'Z')]];
  });
}

/** Fields of ours that stood in a note. */
function detailFields(details: JsonObject): [string, Json][] {
  const texts = textFields.flatMap((name): [string, Json][] => {
    const value = fieldOf(details, name);
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const { attributes, supersedes, orphaned } = details;
  return [
    ...texts,
    ...(isObject(attributes) ? ([['attributes', attributes]] as [string, Json][]) : []),
    ...(Array.isArray(supersedes) && supersedes.every((id) => typeof id === 'string')
      ? ([['supersedes', supersedes]] as [string, Json][])
      : []),
    ...(typeof orphaned === 'boolean' ? ([['orphaned', orphaned]] as [string, Json][]) : []),
  ];
}

export function finished({ id, isOurs, type, target, fields, links, notes }: Growing): ImportedAnnotation {
  return {
    ...{ id, ...(isOurs ? { isOurs: true as const } : {}), type, target },
    ...(Object.fromEntries(fields) as Partial<Annotation>),
    ...(links.length > 0 ? { links } : {}),
    ...(notes.length > 0 ? { note: notes.join('\n\n') } : {}),
  };
}
