import { valueOf, type Attributes } from './annotation';
import type { ReferredItem } from './codebook';
import { foldedName } from './lookup';

/** What is left of two items of one list when `lost` is merged into `kept`. */
export interface MergedItem<T> {
  readonly item: T;
  /** Fields in which the two said different things, so that what `lost` said is gone: "kind", "attributes.office". */
  readonly dropped: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const united: ReadonlySet<string> = new Set(['aliases', 'members', 'examples', 'formerIds']);
const notCopied: ReadonlySet<string> = new Set(['id', 'name', 'attributes', 'note', ...united]);

/**
 * `kept` with what `lost` has besides: lists are united, notes follow each other, the lost ids become former ids, and of
 * an actor the lost name an alias. Where both say something of one field, `kept` counts.
 */
export function mergedItem<T extends ReferredItem>(kept: T, lost: T, hasAliases: boolean): MergedItem<T> {
  const [mine, yours] = [kept, lost] as unknown as [Fields, Fields];
  const item: Record<string, unknown> = { ...mine };
  const dropped: string[] = hasAliases || foldedName(kept.name) === foldedName(lost.name) ? [] : ['name'];
  for (const [key, value] of Object.entries(yours)) {
    if (notCopied.has(key)) continue;
    if (mine[key] === undefined) item[key] = value;
    else if (!isAlike(mine[key], value)) dropped.push(key);
  }
  const names = hasAliases ? [...strings(mine['aliases']), lost.name, ...strings(yours['aliases'])] : [];
  const ids = [kept.id, lost.id];
  const lists: readonly [string, readonly string[]][] = [
    ['aliases', distinctNames(kept.name, names)],
    ['members', union(mine['members'], yours['members']).filter((id) => !ids.includes(id))],
    ['examples', union(mine['examples'], yours['examples'])],
    ['formerIds', union([...strings(mine['formerIds']), lost.id], yours['formerIds']).filter((id) => id !== kept.id)],
  ];
  for (const [key, list] of lists) {
    if (list.length > 0) item[key] = list;
    else if (strings(mine[key]).length > 0) delete item[key];
  }
  const attributes = mergedAttributes(kept, lost, dropped);
  if (attributes) item['attributes'] = attributes;
  const note = bothNotes(mine['note'], yours['note']);
  if (note !== undefined) item['note'] = note;
  return { item: item as unknown as T, dropped };
}

function mergedAttributes(kept: ReferredItem, lost: ReferredItem, dropped: string[]): Attributes | undefined {
  const mine = 'attributes' in kept ? kept.attributes : undefined;
  const yours = 'attributes' in lost ? lost.attributes : undefined;
  if (!yours) return mine;
  for (const [id, value] of Object.entries(yours)) {
    const other = valueOf(mine, id);
    if (other !== undefined && !isAlike(other, value)) dropped.push(`attributes.${id}`);
  }
  // Not by assignment: an id may be "__proto__".
  return Object.fromEntries([...Object.entries(yours), ...Object.entries(mine ?? {})]);
}

function bothNotes(mine: unknown, yours: unknown): unknown {
  if (yours === undefined || isAlike(mine, yours)) return mine;
  return mine === undefined ? yours : `${String(mine)}\n\n${String(yours)}`;
}

/** Each name once, and none that is the item's own. */
function distinctNames(own: string, names: readonly string[]): readonly string[] {
  const known = new Set([foldedName(own)]);
  return names.filter((name) => {
    const { size } = known;
    return known.add(foldedName(name)).size > size;
  });
}

function union(mine: unknown, yours: unknown): readonly string[] {
  return [...new Set([...strings(mine), ...strings(yours)])];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
