/** Three-way merging of plain JSON values, by policies that say how each field is merged. `undefined`: isn't there. */

export interface Conflict {
  /**
   * `both-changed`: a field was changed to two things, ours stays. `edit-beats-removal`: one side removed what the
   * other changed, the change stays. `same-id`: both sides made something new under one id, theirs is now `newId`.
   */
  readonly code: 'both-changed' | 'edit-beats-removal' | 'same-id';
  /** List and id, or field, and so on inwards: ["annotations", "b3k9…", "stance"]. */
  readonly path: readonly string[];
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly newId?: string;
}

export interface Merged<T> {
  readonly merged: T;
  readonly conflicts: readonly Conflict[];
}

export type Report = (conflict: Conflict) => void;

/** Gives the merged value; called with whatever the three sides have. */
export type Policy = (
  base: unknown,
  ours: unknown,
  theirs: unknown,
  path: readonly string[],
  report: Report,
) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Whether two JSON values are the same; the order of keys and fields that are undefined don't count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(own(a, key), own(b, key)));
}

/** A value as a whole: who changed it has it; where both did, a change beats a removal, and ours beats theirs. */
export const whole: Policy = (base, ours, theirs, path, report) => {
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  const isRemoved = ours === undefined || theirs === undefined;
  report({ code: isRemoved ? 'edit-beats-removal' : 'both-changed', path, base, ours, theirs });
  return ours === undefined ? theirs : ours;
};

/** Ours, whatever the others say. */
export const oursOnly: Policy = (_base, ours) => ours;

/** The policy with ours and theirs in each other's place; what it reports tells them as they are. */
export function withSidesSwapped(policy: Policy): Policy {
  return (base, ours, theirs, path, report) =>
    policy(base, theirs, ours, path, (conflict) => {
      report({ ...conflict, ours: conflict.theirs, theirs: conflict.ours });
    });
}

/** A list of strings as a set, in our order, theirs after it; anything else, which an unknown field may hold, as a whole. */
export const set: Policy = (base, ours, theirs, path, report) => {
  if (![base, ours, theirs].every(isListOf((item) => typeof item === 'string')))
    return whole(base, ours, theirs, path, report);
  if (isSame(base, ours)) return theirs;
  const [before, mine, yours] = [base, ours, theirs].map((side) => new Set((side ?? []) as readonly string[])) as Sets;
  const merged = [
    ...[...mine].filter((item) => yours.has(item) || !before.has(item)),
    ...[...yours].filter((item) => !mine.has(item) && !before.has(item)),
  ];
  return orNothing(merged, base, ours, theirs);
};

type Sets = [Set<string>, Set<string>, Set<string>];

/** An object key by key, one that isn't there being an empty one; anything else as a whole. */
export const values: Policy = (base, ours, theirs, path, report) => {
  const isKeyed = [base, ours, theirs].every((side) => side === undefined || isObject(side));
  if (!isKeyed) return whole(base, ours, theirs, path, report);
  return orNothing(fieldwise()(base ?? {}, ours ?? {}, theirs ?? {}, path, report), base, ours, theirs);
};

/** What is empty now is there or not as the side has it that changed that. */
function orNothing(merged: unknown, base: unknown, ours: unknown, theirs: unknown): unknown {
  if (Object.keys(merged as object).length > 0) return merged;
  const changed = (ours === undefined) === (base === undefined) ? theirs : ours;
  return changed === undefined ? undefined : merged;
}

/** An object field by field: those named by their policies, the others as a whole. */
export function fieldwise(policies: Readonly<Record<string, Policy>> = {}): Policy {
  return (base, ours, theirs, path, report) => {
    if (!isObject(ours) || !isObject(theirs)) return whole(base, ours, theirs, path, report);
    const before = isObject(base) ? base : {};
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    const entries = [...keys].map((key): [string, unknown] => {
      const policy = (own(policies, key) as Policy | undefined) ?? whole;
      return [key, policy(own(before, key), own(ours, key), own(theirs, key), [...path, key], report)];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };
}

/** A list of objects that are known by a key, each merged by `policy`; in our order, theirs after it. Anything else as a whole. */
export function keyed(keyOf: (item: never) => string, policy: Policy): Policy {
  return (base, ours, theirs, path, report) => {
    if (isSame(ours, theirs)) return ours;
    const isItem = (item: unknown): boolean => isObject(item) && typeof keyOf(item as never) === 'string';
    if (![base, ours, theirs].every(isListOf(isItem))) return whole(base, ours, theirs, path, report);
    const [before, mine, yours] = [byKey(base, keyOf), byKey(ours, keyOf), byKey(theirs, keyOf)];
    const merged = [...new Set([...mine.keys(), ...yours.keys()])].flatMap((key) => {
      const item = policy(before.get(key), mine.get(key), yours.get(key), [...path, key], report);
      return item === undefined ? [] : [item];
    });
    return orNothing(merged, base, ours, theirs);
  };
}

/** A key that stands again gets its number, so that no item is lost. */
function byKey(list: unknown, keyOf: (item: never) => string): Map<string, unknown> {
  const items = new Map<string, unknown>();
  const counts = new Map<string, number>();
  for (const item of (list ?? []) as readonly unknown[]) {
    const key = keyOf(item as never);
    let unique = key;
    // Goes on from the last number, or many items of one key would take their square of steps.
    let n = counts.get(key) ?? 1;
    for (; items.has(unique); n++) unique = `${key} (${n + 1})`;
    counts.set(key, n);
    items.set(unique, item);
  }
  return items;
}

/** Says of a value whether it is a list of such items only, or isn't there. */
function isListOf(isItem: (item: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || (Array.isArray(value) && value.every(isItem));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Fields)[key] : undefined;
}
