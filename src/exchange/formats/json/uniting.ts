import {
  codebookLists,
  effectiveCodebook,
  type Actor,
  type Codebook,
  type CodebookList,
  type CodebookSource,
  type Topic,
} from '../../../model/codebook';
import { isSameName } from '../../../model/lookup';
import type { Losses } from '../../losses';
import { Names } from '../../../model/names';

/** The lists whose ids stand for things by themselves; in the others an id is what it means (a role, an attribute). */
const renamable = ['actors', 'topics', 'sources', 'stances'] as const;
type Renamable = (typeof renamable)[number];

interface Item {
  readonly id: string;
  readonly name?: string;
  readonly value?: number;
  readonly formerIds?: readonly string[];
}

/** What ids of one of several codebooks are in the one that they are united in; those that it doesn't know stay. */
export type Renaming = (list: Renamable, id: string) => string;

/** Several codebooks as one. One alone stays as it is. Of several, items of one id are one thing where they have one name (and stances
 * one value): fields that the first lacks come from the others. Else the later one gets an id with a number, and what refers to it
 * follows. Definitions of roles, kinds and attributes that differ under one id can't both stay: the later ones are counted. */
export function united(
  codebooks: readonly Codebook[],
  losses: Losses,
): { readonly codebook: Codebook | undefined; readonly renamings: readonly Renaming[] } {
  if (codebooks.length <= 1) return { codebook: codebooks[0], renamings: codebooks.map(() => (_, id) => id) };
  const union = new Union(codebooks, losses);
  const renamings = codebooks.map((codebook) => union.add(codebook));
  return { codebook: union.codebook(), renamings };
}

class Union {
  /** A list that no codebook says stays unsaid, so that the defaults count. */
  readonly #lists: ReadonlyMap<CodebookList, Map<string, Item>>;
  readonly #taken: Set<string>;

  constructor(
    readonly codebooks: readonly Codebook[],
    readonly losses: Losses,
  ) {
    const said = codebookLists.filter((list) => codebooks.some((codebook) => codebook[list] !== undefined));
    this.#lists = new Map(said.map((list) => [list, new Map<string, Item>()]));
    const items = codebooks.flatMap((codebook) => renamable.flatMap((list): readonly Item[] => codebook[list] ?? []));
    this.#taken = new Set(items.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
  }

  add(codebook: Codebook): Renaming {
    const effective = effectiveCodebook(codebook);
    const names = new Names(codebook);
    const renamed = new Map<string, string>();
    for (const [list, known] of this.#lists) {
      if (!isRenamable(list)) continue;
      for (const item of effective[list] as readonly Item[]) {
        const other = known.get(item.id);
        if (other && !isOneThing(other, item)) renamed.set(`${list} ${item.id}`, this.#free(item.id));
      }
    }
    const renaming: Renaming = (list, id) => {
      const survivor = names[singular[list]](id).id;
      return renamed.get(`${list} ${survivor}`) ?? survivor;
    };
    for (const [list, known] of this.#lists) {
      for (const item of effective[list] as readonly Item[]) {
        const moved = isRenamable(list) ? withIds(list, item, renaming) : item;
        const other = known.get(moved.id);
        if (other && !isRenamable(list) && JSON.stringify(other) !== JSON.stringify(moved)) {
          this.losses.add('definitions that differ between codebooks');
        }
        known.set(moved.id, { ...moved, ...other });
      }
    }
    return renaming;
  }

  #free(id: string): string {
    let free = id;
    for (let n = 2; this.#taken.has(free); n++) free = `${id}-${n}`;
    this.#taken.add(free);
    return free;
  }

  codebook(): Codebook {
    const others = [...this.codebooks].reverse().flatMap((codebook) => Object.entries(codebook));
    const lists = [...this.#lists].map(([list, items]) => [list, [...items.values()]] as const);
    return Object.fromEntries([...others, ...lists]) as unknown as Codebook;
  }
}

const singular = { actors: 'actor', topics: 'topic', sources: 'source', stances: 'stance' } as const;

function isRenamable(list: CodebookList): list is Renamable {
  return (renamable as readonly string[]).includes(list);
}

function isOneThing(one: Item, other: Item): boolean {
  return isSameName(one.name ?? '', other.name ?? '') && one.value === other.value;
}

/** An item with the new ids of itself and of what it refers to. */
function withIds(list: Renamable, item: Item, renaming: Renaming): Item {
  const { parent } = item as Partial<Actor & Topic>;
  const { members } = item as Partial<Actor>;
  const { origin } = item as Partial<CodebookSource>;
  return {
    ...item,
    id: renaming(list, item.id),
    ...(parent === undefined ? {} : { parent: renaming(list, parent) }),
    ...(members === undefined ? {} : { members: members.map((member) => renaming(list, member)) }),
    ...(origin === undefined ? {} : { origin: renaming('actors', origin) }),
  };
}
