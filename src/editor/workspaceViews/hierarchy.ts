import { byName } from './byName';

/** What may lie below another of its list. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly formerIds?: readonly string[];
}

/** The items of a list by what they lie below; each stands in one place. */
export interface Hierarchy<T> {
  readonly roots: readonly T[];
  /** By id; absent where nothing lies below an item. */
  readonly below: ReadonlyMap<string, readonly T[]>;
}

/**
 * A list as its items' parents say, by name. One whose parent isn't there is a root, and so is the first by name of those
 * that lie below each other in a circle.
 */
export function hierarchyOf<T extends Item>(items: readonly T[]): Hierarchy<T> {
  const sorted = [...items].sort(byName);
  const parents = parentsOf(sorted);
  const below = new Map<string, T[]>();
  const roots: T[] = [];
  for (const item of sorted) {
    const parent = parents.get(item.id);
    const siblings = parent ? below.get(parent.id) : roots;
    if (siblings) siblings.push(item);
    else if (parent) below.set(parent.id, [item]);
  }
  return { roots, below };
}

/** The ids of an item and of all that lie below it. */
export function withAllBelow<T extends Item>({ below }: Hierarchy<T>, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const each of found) for (const child of below.get(each) ?? []) found.add(child.id);
  return found;
}

/** Each item's parent, with one link of every circle left out. */
function parentsOf<T extends Item>(items: readonly T[]): ReadonlyMap<string, T> {
  const byAnyId = new Map<string, T>();
  for (const item of items) for (const id of item.formerIds ?? []) byAnyId.set(id, item);
  for (const item of items) byAnyId.set(item.id, item);
  const parents = new Map<string, T>();
  for (const { id, parent } of items) {
    const found = parent === undefined ? undefined : byAnyId.get(parent);
    if (found) parents.set(id, found);
  }
  const isSettled = new Set<string>();
  for (const { id } of items) {
    const way = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !isSettled.has(at) && !way.has(at)) {
      way.add(at);
      at = parents.get(at)?.id;
    }
    // The way came back to `at`: a circle, whose first by name becomes a root.
    if (at !== undefined && way.has(at)) parents.delete(firstInCircle(items, parents, at));
    for (const each of way) isSettled.add(each);
  }
  return parents;
}

function firstInCircle<T extends Item>(items: readonly T[], parents: ReadonlyMap<string, T>, start: string): string {
  const circle = new Set<string>();
  for (let at: string | undefined = start; at !== undefined && !circle.has(at); at = parents.get(at)?.id)
    circle.add(at);
  return items.find(({ id }) => circle.has(id))?.id ?? start;
}
