import type { ReferredItem, ReferredList, ReferredLists } from './codebook';
import { mergedItem } from './mergedItem';

/** What one item of a list of the codebook becomes; undefined where it goes. */
export interface ItemChange {
  readonly list: ReferredList;
  readonly id: string;
  readonly after: ReferredItem | undefined;
}

/**
 * The changes that merge `lost` into `kept`, two items of one list, and let whatever in the codebook refers to `lost`
 * refer to `kept`. Annotations may keep the lost id: it is a former id of `kept` then.
 * @returns `dropped`: fields of `lost` that are gone, since `kept` says something else
 */
export function mergeItems(
  lists: ReferredLists,
  list: ReferredList,
  kept: ReferredItem,
  lost: ReferredItem,
): { readonly changes: readonly ItemChange[]; readonly dropped: readonly string[] } {
  const { item, dropped } = mergedItem(kept, lost, list === 'actors');
  const items = lists[list].flatMap((other) => (other.id === lost.id ? [] : other.id === kept.id ? [item] : [other]));
  const changes = new Map(
    replaceItem({ ...lists, [list]: items }, list, lost.id, kept.id).map((change) => [keyOf(change), change]),
  );
  const own: ItemChange = { list, id: kept.id, after: item };
  const merged = changes.get(keyOf(own))?.after ?? item;
  const others = lists[list].map((other) => changes.get(keyOf({ list, id: other.id }))?.after ?? other);
  changes.set(keyOf(own), { ...own, after: isBelow(others, merged, kept.id) ? withoutParent(merged) : merged });
  return { changes: [{ list, id: lost.id, after: undefined }, ...changes.values()], dropped };
}

/** The changes that let whatever in the codebook refers to an item refer to another; without one, to nothing. */
export function replaceItem(
  lists: ReferredLists,
  list: ReferredList,
  from: string,
  to: string | undefined,
): readonly ItemChange[] {
  const changes: ItemChange[] = [];
  for (const item of lists[list]) {
    let after = item;
    if ('parent' in item && item.parent === from)
      after = to === undefined || to === item.id ? withoutParent(item) : { ...item, parent: to };
    if ('members' in after && after.members?.includes(from)) after = withMember(after, after.members, from, to);
    if (after !== item) changes.push({ list, id: item.id, after });
  }
  if (list === 'actors') {
    for (const source of lists.sources) {
      if (source.origin !== from) continue;
      const { origin: _, ...rest } = source;
      changes.push({ list: 'sources', id: source.id, after: to === undefined ? rest : { ...rest, origin: to } });
    }
  }
  return changes;
}

/** The changes that remove an item: what referred to it refers to `to`; without one, what stood below it comes up to where
 * it stood, and other references go. */
export function removeItem(
  lists: ReferredLists,
  list: ReferredList,
  item: ReferredItem,
  to: string | undefined,
): readonly ItemChange[] {
  const above = parentOf(item);
  const others = replaceItem(lists, list, item.id, to).filter(
    (change) => keyOf(change) !== keyOf({ list, id: item.id }),
  );
  const raised = others.map((change): ItemChange => {
    const before = lists[change.list].find(({ id }) => id === change.id);
    const isChild = to === undefined && change.list === list && parentOf(before) === item.id;
    const isAbove = above === undefined || above === change.id;
    return isChild && change.after && !isAbove ? { ...change, after: { ...change.after, parent: above } } : change;
  });
  return [{ list, id: item.id, after: undefined }, ...raised];
}

/** Whether an item stands below another, or is it: by its parents, however they go round. */
export function isBelow(items: readonly ReferredItem[], item: ReferredItem, ancestor: string): boolean {
  const byId = new Map(items.map((other) => [other.id, other]));
  const passed = new Set<string>();
  for (let at = parentOf(item); at !== undefined && !passed.has(at); at = parentOf(byId.get(at))) {
    if (at === ancestor) return true;
    passed.add(at);
  }
  return false;
}

/** The ids of an item and of all that stand below it, in one pass. */
export function idsWithin(items: readonly ReferredItem[], ancestor: string): ReadonlySet<string> {
  const within = new Map<string, boolean>([[ancestor, true]]);
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const { id } of items) {
    const passed: string[] = [];
    let at: string | undefined = id;
    for (; at !== undefined && !within.has(at); at = parentOf(byId.get(at))) {
      within.set(at, false); // for the time being: parents may go round
      passed.push(at);
    }
    const isWithin = at !== undefined && within.get(at) === true;
    for (const other of passed) within.set(other, isWithin);
  }
  return new Set([...within].flatMap(([id, isWithin]) => (isWithin ? [id] : [])));
}

function parentOf(item: ReferredItem | undefined): string | undefined {
  return item && 'parent' in item ? item.parent : undefined;
}

function withoutParent<T extends ReferredItem>(item: T): T {
  const { parent: _, ...rest } = item as T & { readonly parent?: string };
  return rest as unknown as T;
}

function withMember<T extends ReferredItem>(
  item: T,
  members: readonly string[],
  from: string,
  to: string | undefined,
): T {
  const others = members.map((id) => (id === from ? to : id)).filter((id) => id !== undefined && id !== item.id);
  const { members: _, ...rest } = item as T & { readonly members?: readonly string[] };
  return (others.length > 0 ? { ...rest, members: [...new Set(others)] } : rest) as unknown as T;
}

function keyOf({ list, id }: Pick<ItemChange, 'list' | 'id'>): string {
  return `${list} ${id}`;
}
