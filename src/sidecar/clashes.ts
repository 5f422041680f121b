import type { Report } from './threeWay';

interface Item {
  readonly id: string;
  readonly formerIds?: readonly string[];
}

const idOf = (item: Item): string => item.id;

/**
 * New ids by old ones, for what theirs made under an id under which ours made another thing, each reported. `isOne` says
 * whether two new items of one id are one thing; `newId(item, n)` for n from 2 gives candidates until one is free.
 */
export function clashes<T extends Item>(
  list: string,
  base: readonly T[] | undefined,
  ours: readonly T[],
  theirs: readonly T[],
  isOne: (a: T, b: T) => boolean,
  newId: (item: T, n: number) => string,
  report: Report,
): Map<string, string> {
  const before = new Set(base?.map(idOf));
  const mine = new Map(ours.map((item) => [item.id, item]));
  const all = [...(base ?? []), ...ours, ...theirs];
  // Where a list's items don't have them, a field of that name may hold anything.
  const formerIds = (item: T): readonly string[] => (Array.isArray(item.formerIds) ? item.formerIds : []);
  const taken = new Set(all.flatMap((item) => [item.id, ...formerIds(item)]));
  const renamed = new Map<string, string>();
  for (const item of theirs) {
    const other = mine.get(item.id);
    if (before.has(item.id) || !other || isOne(other, item)) continue;
    let n = 2;
    while (taken.has(newId(item, n))) n++;
    const id = newId(item, n);
    taken.add(id);
    renamed.set(item.id, id);
    report({ code: 'same-id', path: [list, item.id], base: undefined, ours: other, theirs: item, newId: id });
  }
  return renamed;
}
