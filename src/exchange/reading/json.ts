import type { Json, JsonObject } from '../../model/json';
import { scan } from '../../sidecar/guard';
import { InputError } from '../inputError';

/** A deeper one isn't walked: functions that call themselves would end there. */
const MAX_DEPTH = 200;

/** A file's text as JSON. Throws an {@link InputError} with the line where it isn't JSON, or too deep. */
export function jsonOf(text: string, path: string): Json {
  try {
    const value = JSON.parse(text) as Json;
    if (depthOf(text) <= MAX_DEPTH) return value;
  } catch {
    const { problem } = scan(text);
    const line = text.slice(0, problem?.offset ?? text.length).split('\n').length;
    throw new InputError(problem?.message ?? 'This is not JSON', { path, line });
  }
  throw new InputError(`Objects and lists are nested more than ${MAX_DEPTH} deep`, { path });
}

/** How deep brackets are nested in a text that is JSON. */
function depthOf(text: string): number {
  let [depth, most, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isString && sign === '\\') at += 1;
    else if (sign === '"') isString = !isString;
    else if (!isString && (sign === '[' || sign === '{')) most = Math.max(most, ++depth);
    else if (!isString && (sign === ']' || sign === '}')) depth -= 1;
  }
  return most;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field's value; what objects inherit is none. */
export function fieldOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
