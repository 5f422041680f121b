import type { Actor, Codebook, CodebookList, CodebookSource, Topic } from '../model/codebook';
import { codebookLists } from '../model/codebook';
import { foldedName } from '../model/lookup';
import { clashes } from './clashes';
import type { Conflict, Merged, Report } from './threeWay';
import { fieldwise, keyed, set, values } from './threeWay';

interface Item {
  readonly id: string;
  readonly name?: string;
  readonly kind?: string;
  readonly sameAs?: string;
  readonly type?: string;
}

const idOf = (item: Item): string => item.id;

const itemFields = fieldwise({
  aliases: set,
  members: set,
  formerIds: set,
  examples: set,
  appliesTo: set,
  takes: set,
  attributes: values,
  options: keyed(idOf, fieldwise()),
});

/**
 * Merges a codebook that two sides changed since `base` (undefined: both made it). An item that theirs made under an id
 * under which ours made another thing gets a new id, in their codebook's references too; their sidecars still have the
 * old one, which the conflict tells.
 */
export function mergeCodebooks(base: Codebook | undefined, ours: Codebook, theirs: Codebook): Merged<Codebook> {
  const conflicts: Conflict[] = [];
  const report = (conflict: Conflict): void => void conflicts.push(conflict);
  const policies = Object.fromEntries(codebookLists.map((list) => [list, keyed(idOf, itemFields)]));
  const yours = withNewItemIds(base, ours, theirs, report);
  const merged = fieldwise(policies)(base, ours, yours, [], report) as Codebook;
  return { merged, conflicts };
}

function withNewItemIds(base: Codebook | undefined, ours: Codebook, theirs: Codebook, report: Report): Codebook {
  const newId = (item: Item, n: number): string => `${item.id}-${n}`;
  const renamed = new Map<CodebookList, Map<string, string>>();
  for (const list of codebookLists) {
    const sides = [base?.[list], ours[list] ?? [], theirs[list] ?? []] as [Item[] | undefined, Item[], Item[]];
    const ids = clashes(list, ...sides, isOneItem, newId, report);
    if (ids.size > 0) renamed.set(list, ids);
  }
  if (renamed.size === 0) return theirs;
  const to = (list: CodebookList, id: string): string => renamed.get(list)?.get(id) ?? id;
  const lists = codebookLists.flatMap((list) => {
    const items: readonly Item[] | undefined = theirs[list];
    return items ? [[list, items.map((item) => withReferences({ ...item, id: to(list, item.id) }, list, to))]] : [];
  });
  return { ...theirs, ...(Object.fromEntries(lists) as Partial<Codebook>) };
}

/** The item with new ids of the actors, the topics and the kinds that it names. */
function withReferences(item: Item, list: CodebookList, to: (list: CodebookList, id: string) => string): Item {
  const { parent, members, origin, kind } = item as Partial<Actor & Topic & CodebookSource>;
  return {
    ...item,
    ...(parent !== undefined && { parent: to(list, parent) }),
    ...(members && list === 'actors' && { members: members.map((id) => to('actors', id)) }),
    ...(origin !== undefined && { origin: to('actors', origin) }),
    ...(kind !== undefined && list === 'sources' && { kind: to('sourceKinds', kind) }),
  };
}

/** Both sides named it alike, and don't contradict each other in what it is. */
function isOneItem(a: Item, b: Item): boolean {
  const name = ({ name = '' }: Item): string => foldedName(name).toLowerCase();
  const isNot = (mine?: string, yours?: string): boolean => mine !== undefined && yours !== undefined && mine !== yours;
  return name(a) === name(b) && !isNot(a.kind, b.kind) && !isNot(a.sameAs, b.sameAs) && !isNot(a.type, b.type);
}
