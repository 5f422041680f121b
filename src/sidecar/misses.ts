import { isSame } from './threeWay';

/**
 * Whether who wrote `now` may not have known all that was changed from `before` (undefined: nothing) to `ours`: some item of
 * a list, or field of an object, that was made isn't there, or one that was changed or removed isn't so. Who changes what was
 * made only now must have read it. For sidecars and codebooks: fields, objects of fields, and lists of items that are known by
 * their ids or creators.
 */
export function misses(before: object | undefined, ours: object, now: object): boolean {
  const [old, mine, theirs] = [before ?? {}, ours, now].map(things) as [Things, Things, Things];
  return [...new Set([...old.keys(), ...mine.keys()])].some((key) => {
    const [was, made, is] = [old.get(key), mine.get(key), theirs.get(key)];
    return !isSame(was, made) && (was === undefined ? is === undefined : !isSame(made, is));
  });
}

type Things = ReadonlyMap<string, unknown>;

function things(value: object): Things {
  const found = new Map<string, unknown>();
  for (const [field, content] of Object.entries(value) as [string, unknown][]) {
    if (typeof content !== 'object' || content === null) found.set(field, content);
    else if (Array.isArray(content)) for (const item of content) found.set(`${field} ${nameOf(item)}`, item);
    else for (const [key, inner] of Object.entries(content)) found.set(`${field} ${key}`, inner);
  }
  return found;
}

function nameOf(item: unknown): string {
  const { id, creator } = (item ?? {}) as { id?: unknown; creator?: unknown };
  return String(id ?? creator);
}
