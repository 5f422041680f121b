import type { Losses } from '../../losses';
import { xmlAttributes, xmlQuoted, xmlText } from '../../writing/xml';
import { DETAILS, detailsJson } from './details';
import { thingGuid } from './guids';

/** A text and what is marked in it, as it waits. */
export interface Source {
  readonly guid: string;
  readonly path: string;
  /** The text, where it has no file of its own. */
  readonly inline?: string | undefined;
  readonly annotations: readonly Marked[];
  /** The GUID of the note with details, where there is one. */
  readonly note?: string | undefined;
  readonly variables: readonly (readonly [name: string, value: string])[];
}

/** An annotation as selections: one for each range, with a coding for each code. */
export interface Marked {
  readonly guid: string;
  readonly ranges: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  /** By their numbers. */
  readonly codes: readonly number[];
  readonly creator?: string | undefined;
  readonly created?: string | undefined;
  readonly modified?: string | undefined;
  readonly hasNote: boolean;
  readonly hasDetails: boolean;
}

/** A note, which is a text or details. */
export type Note = { readonly guid: string } & (
  { readonly text: string; readonly creator?: string | undefined } | { readonly details: object }
);

/** The links that lead from an annotation. */
export interface Links {
  readonly guid: string;
  /** How many ranges the annotation has: each but the first is joined to that one. */
  readonly ranges: number;
  readonly links: readonly {
    readonly n: number;
    readonly role: string;
    /** A selection's GUID, or a code's number. */
    readonly to: string | number;
    readonly hasDetails: boolean;
  }[];
}

/** The GUIDs of what all others refer to. */
export interface Known {
  /** By their numbers. */
  readonly codes: readonly string[];
  readonly users: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
}

/** What a link between the ranges of one target is called. */
export const JOIN = '(continued)';

/** More codes than an annotation has. */
const CODES = 16;

export function* sourceXml(source: Source, known: Known, losses: Losses): Iterable<string> {
  const { guid, path, inline, annotations, note, variables } = source;
  const file = inline === undefined ? `internal://${guid}.txt` : undefined;
  yield `<TextSource${xmlAttributes({ guid, name: path, plainTextPath: file }, losses)}>\n`;
  if (inline !== undefined) yield `<PlainTextContent>${xmlText(inline, losses)}</PlainTextContent>\n`;
  for (const annotation of annotations) yield selectionsXml(annotation, known, losses);
  if (note !== undefined) yield `<NoteRef targetGUID="${note}"/>\n`;
  for (const [name, value] of variables) {
    const variable = `<VariableRef targetGUID="${known.variables.get(name)}"/>`;
    yield `<VariableValue>${variable}<TextValue>${xmlText(value, losses)}</TextValue></VariableValue>\n`;
  }
  yield '</TextSource>\n';
}

/** Put together by hand: there are millions, and of their attributes only names need escaping. */
function selectionsXml(annotation: Marked, { codes, users }: Known, losses: Losses): string {
  const { guid, ranges, creator, created, modified } = annotation;
  const user = creator === undefined ? '' : ` creatingUser="${users.get(creator)}"`;
  const made = created === undefined ? '' : ` creationDateTime="${created}"`;
  const times = modified === undefined ? made : `${made} modifiedDateTime="${modified}"`;
  const note = annotation.hasNote ? `<NoteRef targetGUID="${thingGuid(guid, 'note')}"/>` : '';
  const details = annotation.hasDetails ? `<NoteRef targetGUID="${thingGuid(guid, 'details')}"/>` : '';
  const selections = ranges.map(({ name, start, end }, n) => {
    const codings = annotation.codes.map((code, at) => {
      const coding = thingGuid(guid, 'coding', n * CODES + at);
      return `<Coding guid="${coding}"${user}><CodeRef targetGUID="${codes[code]}"/></Coding>`;
    });
    const place = `name=${xmlQuoted(name, losses)} startPosition="${start}" endPosition="${end}"`;
    const content = `${codings.join('')}${n === 0 ? note + details : ''}`;
    return `<PlainTextSelection guid="${thingGuid(guid, 'range', n)}" ${place}${user}${times}>${content}</PlainTextSelection>\n`;
  });
  return selections.join('');
}

export function noteXml(note: Note, { users }: Known, losses: Losses): string {
  const [name, text, creator] =
    'details' in note ? [DETAILS, detailsJson(note.details)] : ['Note', note.text, note.creator];
  const user = creator === undefined ? undefined : users.get(creator);
  const attributes = xmlAttributes({ guid: note.guid, name, creatingUser: user }, losses);
  return `<Note${attributes}><PlainTextContent>${xmlText(text, losses)}</PlainTextContent></Note>\n`;
}

export function* linksXml(all: readonly Links[], known: Known, losses: Losses): Iterable<string> {
  for (const links of all) yield* linksOfOne(links, known, losses);
}

function* linksOfOne({ guid, ranges, links }: Links, { codes }: Known, losses: Losses): Iterable<string> {
  for (let n = 1; n < ranges; n++) {
    yield linkXml(thingGuid(guid, 'join', n), JOIN, guid, thingGuid(guid, 'range', n), '/>', losses);
  }
  for (const { n, role, to, hasDetails } of links) {
    const target = typeof to === 'number' ? codes[to] : to;
    const note = `><NoteRef targetGUID="${thingGuid(guid, 'link details', n)}"/></Link>`;
    yield linkXml(thingGuid(guid, 'link', n), role, guid, target, hasDetails ? note : '/>', losses);
  }
}

function linkXml(
  guid: string,
  name: string,
  from: string,
  to: string | undefined,
  content: string,
  losses: Losses,
): string {
  const ends = `originGUID="${from}" targetGUID="${to}"`;
  return `<Link guid="${guid}" name=${xmlQuoted(name, losses)} direction="OneWay" ${ends}${content}\n`;
}
