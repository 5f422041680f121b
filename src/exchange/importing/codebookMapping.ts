import type { Attributes } from '../../model/annotation';
import {
  effectiveCodebook,
  type Actor,
  type Codebook,
  type CodebookList,
  codebookLists,
  defaultedLists,
  type CodebookSource,
  type Topic,
} from '../../model/codebook';
import { slug } from '../../sidecar/ids';
import { mergeCodebooks } from '../../sidecar/mergeCodebooks';
import { ItemIndex } from './itemIndex';
import { inOurLetters } from './lostCharacters';

interface Item {
  readonly id: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly formerIds?: readonly string[];
  readonly kind?: string;
  readonly sameAs?: string;
  readonly type?: string;
}

/** An id that may stay one of ours. */
const ourForm = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u;
/** One that says nothing to a person, as REFI-QDA has them. */
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const mayStay = (id: string): boolean => ourForm.test(id) && !guid.test(id);

/**
 * What the items of an imported codebook are in ours. One with the id of an item of ours is that item; else one that is named
 * as an item of ours, or as an alias of only one. All others are new; their ids stay where they could be ours, else they
 * follow from the name, and the foreign one is a former id: so it is met again when it was renamed here. What an annotation refers to
 * and neither codebook has is new too, by that name.
 */
export class CodebookMapping {
  readonly #ours: Codebook | undefined;
  readonly #theirs: Codebook;
  readonly #ids = new Map<CodebookList, Map<string, string>>();
  readonly #taken = new Map<CodebookList, Set<string>>();
  /** Our items with the defaults of lists that are silent. */
  readonly #known: Readonly<Record<CodebookList, ItemIndex<Item>>>;
  /** Items that annotations alone name. */
  readonly #implied: { actors: Actor[]; topics: Topic[]; sources: CodebookSource[] } = {
    ...{ actors: [], topics: [], sources: [] },
  };

  constructor(ours: Codebook | undefined, theirs: Codebook | undefined) {
    this.#ours = ours;
    this.#theirs = theirs ?? { format: 'policy-codebook', version: 1 };
    const known = effectiveCodebook(ours);
    this.#known = Object.fromEntries(
      codebookLists.map((list) => [list, new ItemIndex<Item>(known[list])]),
    ) as unknown as Record<CodebookList, ItemIndex<Item>>;
    for (const list of codebookLists) {
      const own: readonly Item[] = known[list];
      const taken = new Set(own.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
      this.#taken.set(list, taken);
      const ids = new Map<string, string>();
      this.#ids.set(list, ids);
      const items: readonly Item[] = this.#theirs[list] ?? [];
      // What they are called where nothing of ours is in the way: so an earlier import of them called them.
      const alone = new Set<string>();
      // An id that can stay does, whatever follows from a name before it.
      const stays = ({ id }: Item): boolean => mayStay(id);
      for (const item of [...items.filter(stays), ...items.filter((one) => !stays(one))]) {
        const usual = newId(alone, item);
        ids.set(item.id, same(this.#known[list], item, usual)?.id ?? newId(taken, item));
      }
    }
  }

  /** Our id of what an annotation refers to. A stance that nobody knows stays as it is.
   * @param isOurs whether the annotation was one of ours: what it refers to is an id then, else it may be a name */
  id(list: 'actors' | 'topics' | 'sources' | 'stances', foreign: string, isOurs: boolean): string {
    const known = this.#ids.get(list)?.get(foreign);
    if (known !== undefined) return known;
    const item = { id: foreign, name: foreign };
    const made = (taken: Set<string>): string => (isOurs ? newId(taken, item) : slug(foreign, taken));
    const found = same(this.#known[list], item, made(new Set()));
    const id = found ? found.id : list === 'stances' ? foreign : this.#imply(list, foreign, made);
    this.#ids.get(list)?.set(foreign, id);
    return id;
  }

  /** Our id of an attribute or a role that their codebook defines; another stays as it is. */
  definedId(list: 'attributes' | 'roles', foreign: string): string {
    return this.#ids.get(list)?.get(foreign) ?? foreign;
  }

  /** Attributes by our ids. */
  attributes(attributes: Attributes): Attributes {
    return Object.fromEntries(
      Object.entries(attributes).map(([id, value]) => [this.definedId('attributes', id), value]),
    );
  }

  /** Our codebook with theirs in it, and how much of that is new. Where both say something, ours stays. */
  merged(): { readonly codebook: Codebook; readonly added: number; readonly kept: number } {
    const theirs = this.#mapped();
    const ours = this.#withDefaults(theirs);
    const { merged, conflicts } = mergeCodebooks(undefined, ours, theirs);
    const count = (codebook: Codebook): number =>
      codebookLists.reduce((sum, list) => sum + (codebook[list]?.length ?? 0), 0);
    return { codebook: merged, added: count(merged) - count(ours), kept: conflicts.length };
  }

  #imply(list: 'actors' | 'topics' | 'sources', name: string, made: (taken: Set<string>) => string): string {
    const taken = this.#taken.get(list) ?? new Set();
    const id = made(taken);
    taken.add(id);
    this.#implied[list].push({ id, name });
    return id;
  }

  /** Theirs with our ids, and with our words for what is one thing. */
  #mapped(): Codebook {
    const to = (list: CodebookList, id: string): string => this.#ids.get(list)?.get(id) ?? id;
    const lists = codebookLists.flatMap((list): [string, object[]][] => {
      const own = this.#known[list];
      const implied: readonly Item[] = Object.hasOwn(this.#implied, list) ? this.#implied[list as 'actors'] : [];
      const inOurs = (item: Item, id: string): Item => {
        const ours = own.byId(id);
        const letters = inOurLetters(item, ours);
        const { aliases, ...all } = {
          ...withReferences(letters, list, to),
          ...{ id, ...(ours ? {} : formerIdsOf(item, id)) },
          ...(ours ? inOurWords(ours, letters, list === 'actors' ? own : undefined) : {}),
        };
        return aliases?.length ? { ...all, aliases } : all;
      };
      const theirs: readonly Item[] = this.#theirs[list] ?? [];
      const mapped = [
        ...theirs.map((item) => inOurs(item, to(list, item.id))),
        ...implied.map((item) => inOurs(item, item.id)),
      ];
      const once = united(mapped);
      return once.length > 0 ? [[list, once]] : [];
    });
    const isNew = ([list, items]: [string, object[]]): boolean =>
      !(defaultedLists as readonly string[]).includes(list) ||
      this.#ours?.[list] !== undefined ||
      hasMore(items as Item[], this.#known[list as CodebookList]);
    return { format: 'policy-codebook', version: 1, ...(Object.fromEntries(lists.filter(isNew)) as Partial<Codebook>) };
  }

  /** Ours, with the defaults of each list that it leaves to them and theirs adds to. */
  #withDefaults(theirs: Codebook): Codebook {
    const known = effectiveCodebook(this.#ours);
    const lists = defaultedLists.filter((list) => theirs[list] !== undefined && this.#ours?.[list] === undefined);
    return {
      ...(this.#ours ?? { format: 'policy-codebook', version: 1 }),
      ...(Object.fromEntries(lists.map((list) => [list, known[list]])) as Partial<Codebook>),
    };
  }
}

/** Two of theirs may be one of ours: what the first says of it counts, and what the others add. */
function united(items: readonly Item[]): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const first = found.get(item.id);
    const aliases = [...new Set([...(first?.aliases ?? []), ...(item.aliases ?? [])])];
    found.set(item.id, { ...item, ...first, ...(aliases.length > 0 ? { aliases } : {}) });
  }
  return [...found.values()];
}

function hasMore(items: readonly Item[], own: ItemIndex<Item>): boolean {
  return items.some(({ id }) => !own.byId(id));
}

/** @param usual the id that an earlier import would have made it under */
function same(own: ItemIndex<Item>, { id, name }: Item, usual: string): Item | undefined {
  const known = own.byAnyId(id) ?? own.heldAs(id);
  if (known || name === undefined) return known;
  const found = own.lookUp(name);
  if (found) return 'found' in found ? found.found : found.ambiguous.find((one) => one.id === usual);
  // A name without letters isn't looked up.
  const made = own.byId(usual);
  return made?.name === name ? made : own.heldAs(name);
}

function newId(taken: Set<string>, { id, name }: Item): string {
  const fits = mayStay(id) && !taken.has(id);
  const chosen = fits ? id : slug(name ?? id, taken);
  taken.add(chosen);
  return chosen;
}

/** Its former ids once it is known as `id`. A name is no id. */
function formerIdsOf({ id: foreign, name, formerIds = [] }: Item, id: string): Pick<Item, 'formerIds'> {
  const all = foreign === id || foreign === name ? formerIds : [...new Set([...formerIds, foreign])];
  return all.length > 0 ? { formerIds: all } : {};
}

/** What would make two items of one id two things, as ours has it; their name is an alias then.
 * @param named the items whose names and aliases count, where the list has aliases */
function inOurWords(ours: Item, theirs: Item, named: ItemIndex<Item> | undefined): Partial<Item> {
  const fields = Object.fromEntries(
    (['name', 'kind', 'sameAs', 'type'] as const).flatMap((field) =>
      ours[field] === undefined ? [] : [[field, ours[field]]],
    ),
  );
  if (!named) return fields;
  const offered = [...(theirs.name === undefined ? [] : [theirs.name]), ...(theirs.aliases ?? [])];
  const aliases = offered.filter((name) => !named.isNamed(name) && !named.heldAs(name));
  return aliases.length > 0 || theirs.aliases ? { ...fields, aliases } : fields;
}

/** The item with our ids of what it refers to. */
function withReferences(item: Item, list: CodebookList, to: (list: CodebookList, id: string) => string): Item {
  const { parent, members, origin } = item as Partial<Actor & Topic & CodebookSource>;
  const { kind } = item;
  return {
    ...item,
    ...(parent !== undefined && (list === 'actors' || list === 'topics') && { parent: to(list, parent) }),
    ...(members && list === 'actors' && { members: members.map((id) => to('actors', id)) }),
    ...(origin !== undefined && list === 'sources' && { origin: to('actors', origin) }),
    ...(kind !== undefined && list === 'sources' && { kind: to('sourceKinds', kind) }),
  };
}
