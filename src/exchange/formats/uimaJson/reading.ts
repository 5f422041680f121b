import type { Json, JsonObject } from '../../../model/json';
import { InputError } from '../../inputError';
import { fieldOf, isObject } from '../../reading/json';
import type { ReadCas, ReadStructure, ReadValue } from '../../spans/cas/reading';

const STRUCTURES = '%FEATURE_STRUCTURES';

/** Whether a JSON file is a CAS. */
export function isCas(value: Json): value is JsonObject {
  return isObject(value) && fieldOf(value, STRUCTURES) !== undefined;
}

/** The CAS in a JSON document; its feature structures may be a list or an object by id. Throws an {@link InputError} with the
 * feature structure. */
export function casOfJson(cas: JsonObject, path: string): ReadCas {
  const list = fieldOf(cas, STRUCTURES);
  if (!Array.isArray(list) && !isObject(list)) throw new InputError('This is no list', { path, at: STRUCTURES });
  const entries: [string, Json | undefined][] = Object.entries(list);
  const raw = new Map<string, { readonly value: JsonObject; readonly at: string }>();
  for (const [key, value] of entries) {
    const at = `${STRUCTURES}[${key}]`;
    if (!isObject(value)) throw new InputError('A feature structure is no object', { path, at });
    const id = fieldOf(value, '%ID') ?? (isObject(list) ? key : undefined);
    if (typeof id !== 'number' && typeof id !== 'string') throw new InputError('There is no %ID', { path, at });
    if (raw.has(String(id))) throw new InputError(`Two feature structures have the id ${id}`, { path, at });
    raw.set(String(id), { value, at });
  }
  const structures = new Map<string, ReadStructure>();
  for (const [id, { value, at }] of raw) {
    const type = fieldOf(value, '%TYPE');
    if (typeof type !== 'string') throw new InputError('There is no %TYPE', { path, at });
    const features = new Map<string, ReadValue>();
    for (const [key, said] of Object.entries(value)) {
      if (key.startsWith('%') || said === undefined || said === null) continue;
      features.set(key.replace(/^[@^#]/, ''), key.startsWith('@') ? referred(said, raw) : primitive(said));
    }
    structures.set(id, { id, type, features, place: { path, at } });
  }
  return { path, structures, views: viewsOf(fieldOf(cas, '%VIEWS')) };
}

function viewsOf(views: Json | undefined): ReadCas['views'] {
  return Object.values(isObject(views) ? views : {}).flatMap((view) => {
    if (!isObject(view)) return [];
    const [sofa, members] = [fieldOf(view, '%SOFA'), fieldOf(view, '%MEMBERS')];
    return [{ sofa: primitive(sofa ?? ''), members: Array.isArray(members) ? members.map(primitive) : [] }];
  });
}

/** A reference, or where an array of references or texts is referred to, what is in it. */
function referred(said: Json, raw: ReadonlyMap<string, { readonly value: JsonObject }>): ReadValue {
  const id = primitive(said);
  const target = raw.get(id)?.value;
  const elements = target ? fieldOf(target, '%ELEMENTS') : undefined;
  if (!target || !Array.isArray(elements)) return { to: [id] };
  const texts = elements.filter((element) => element !== null).map(primitive);
  const type = fieldOf(target, '%TYPE');
  const isPrimitive = typeof type === 'string' && /^uima\.cas\.(?!FS|TOP)\w+(?:Array|\[\])$/.test(type);
  return isPrimitive ? texts : { to: texts };
}

function primitive(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
