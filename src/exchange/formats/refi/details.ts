import type { PlacedAnnotation } from '../../../model/annotation';
import type { JsonObject } from '../../../model/json';
import { isObject, jsonOf } from '../../reading/json';
import { textFields } from '../../spans/features';
import type { CodeList } from './codes';

/** The name of notes that hold, as JSON, what has no place in the exchange format. */
export const DETAILS = 'Policy Annotator: details';

/** Details as text. JSON has no character that XML lacks, but two. */
export function detailsJson(details: object): string {
  const text = JSON.stringify(details, null, 2);
  return text.replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** What a note of {@link DETAILS} holds; undefined where it isn't a JSON object any more. */
export function detailsOf(text: string, path: string): JsonObject | undefined {
  try {
    const value = jsonOf(text, path);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fields that are codes: of which list. */
export const codeFields = {
  actor: 'actors',
  topic: 'topics',
  source: 'sources',
  stance: 'stances',
  attribution: 'attributions',
  form: 'forms',
  kind: 'kinds',
} as const satisfies Readonly<Record<string, CodeList>>;
export type CodeField = keyof typeof codeFields;

/** Which field of an annotation its item is in, by type. */
export const itemFields: Readonly<Record<string, 'actor' | 'topic' | 'source'>> = {
  actor: 'actor',
  claim: 'topic',
  passage: 'topic',
  source: 'source',
};

/** Whether a field of an annotation is written as a code: items are where they belong to the type. */
export function isCoded(type: string, field: CodeField): boolean {
  const isItem = field === 'actor' || field === 'topic' || field === 'source';
  return !isItem || (Object.hasOwn(itemFields, type) && itemFields[type] === field);
}

/** Whole seconds of a day that every month has: valid without a look at the calendar. */
const usualTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** Times as XML Schema has them (dateTime in UTC). */
export function isTime(text: string | undefined): text is string {
  if (text !== undefined && usualTime.test(text)) return true;
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === text.slice(0, 19);
}

/** Texts of an annotation that aren't codes, and have a place of their own. */
const elsewhere: ReadonlySet<string> = new Set(['note', 'creator', 'created', 'modified']);

/** What of an annotation has no place of its own in the exchange format; undefined where all has. */
export function annotationDetails(annotation: PlacedAnnotation, isIdHeld: boolean): object | undefined {
  const { id, type, attributes, supersedes, orphaned, created, modified } = annotation;
  // One by one: spreading takes far longer, and this is done for each annotation.
  const details: Record<string, unknown> = {};
  if (!isIdHeld) details['id'] = id;
  for (const name of textFields) {
    const value = annotation[name];
    if (value === undefined || elsewhere.has(name)) continue;
    if (!Object.hasOwn(codeFields, name) || !isCoded(type, name as CodeField)) details[name] = value;
  }
  if (created !== undefined && !isTime(created)) details['created'] = created;
  if (modified !== undefined && !isTime(modified)) details['modified'] = modified;
  if (attributes) details['attributes'] = attributes;
  if (supersedes) details['supersedes'] = supersedes;
  if (orphaned !== undefined) details['orphaned'] = orphaned;
  return Object.keys(details).length > 0 ? details : undefined;
}
