import type { JsonObject } from '../../model/json';
import { InputError, type InputPlace } from '../inputError';
import { fieldOf, isObject, jsonOf } from './json';

export interface JsonRecord {
  readonly value: JsonObject;
  readonly place: InputPlace;
}

/** The objects of a file of JSON Lines, or of a JSON list of objects (which begins with a bracket). Throws an {@link InputError} with the line or
 * the item where one isn't JSON, or no object. */
export function* recordsOf(text: string, path: string): Generator<JsonRecord> {
  if (/^\s*\[/.test(text)) yield* listed(text, path);
  else if (isOneObject(text)) yield objectIn(text, { path, at: 'item 1' }, path);
  else yield* lines(text, path);
}

function* listed(text: string, path: string): Generator<JsonRecord> {
  const list = jsonOf(text, path);
  for (const [n, value] of (Array.isArray(list) ? list : [list]).entries()) {
    const place = { path, at: `item ${n + 1}` };
    if (!isObject(value)) throw new InputError('The item is not an object', place);
    yield { value, place };
  }
}

/** Whether an object is spread over lines, so that its first line is none. */
function isOneObject(text: string): boolean {
  return /^\s*\{\s*\n/.test(text);
}

function* lines(text: string, path: string): Generator<JsonRecord> {
  let line = 0;
  for (let from = 0; from < text.length;) {
    line += 1;
    const end = text.indexOf('\n', from);
    const record = text.slice(from, end < 0 ? undefined : end);
    from = end < 0 ? text.length : end + 1;
    if (record.trim() !== '') yield objectIn(record, { path, line }, path);
  }
}

function objectIn(text: string, place: InputPlace, path: string): JsonRecord {
  try {
    const value = jsonOf(text, path);
    if (isObject(value)) return { value, place };
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.problem, 'line' in place ? place : error.place);
    throw error;
  }
  throw new InputError('The line is not an object', place);
}

/** A field that must be a text; undefined where there is none. Throws an {@link InputError}. */
export function textField(object: JsonObject, name: string, place: InputPlace): string | undefined {
  const value = fieldOf(object, name);
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw new InputError(`“${name}” must be a text`, place);
}

/** A field that must be a whole number. Throws an {@link InputError}. */
export function integerField(object: JsonObject, name: string, place: InputPlace): number {
  const value = fieldOf(object, name);
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new InputError(`“${name}” must be a whole number`, place);
}

/** A field that must be a list of objects; an empty one where there is none. Throws an {@link InputError}. */
export function objectsField(object: JsonObject, name: string, place: InputPlace): readonly JsonObject[] {
  const value = fieldOf(object, name) ?? [];
  if (Array.isArray(value) && value.every((item) => isObject(item))) return value;
  throw new InputError(`“${name}” must be a list of objects`, place);
}
