import { isHeldAs, mayDiffer } from './lostCharacters';
import { foldedName, isCaseSensitive, type Findable, type Lookup } from '../../model/lookup';

/** A list of the codebook that many are looked up in: what `lookUp` and `isSameName` of ../../model/lookup say, each at once. */
export class ItemIndex<T extends Findable> {
  readonly #ids = new Map<string, T>();
  readonly #anyIds = new Map<string, T>();
  /** From the level that counts first, as `lookUp` has them; under what is looked for there. */
  readonly #levels: readonly Level<T>[] = Array.from({ length: 6 }, () => new Map<string, T[]>());

  constructor(private readonly items: readonly T[]) {
    const [ids, formerIds, names, foldedNames, aliases, foldedAliases] = this.#levels;
    for (const item of items) {
      if (!this.#ids.has(item.id)) this.#ids.set(item.id, item);
      for (const id of [item.id, ...(item.formerIds ?? [])]) if (!this.#anyIds.has(id)) this.#anyIds.set(id, item);
      put(ids, [item.id], item);
      put(formerIds, item.formerIds ?? [], item);
      const name = item.name === undefined ? [] : [item.name];
      put(names, name.map(foldedName), item);
      put(foldedNames, name.flatMap(inAnyCase), item);
      put(aliases, (item.aliases ?? []).map(foldedName), item);
      put(foldedAliases, (item.aliases ?? []).flatMap(inAnyCase), item);
    }
  }

  byId(id: string): T | undefined {
    return this.#ids.get(id);
  }

  /** The first that has or had this id. */
  byAnyId(id: string): T | undefined {
    return this.#anyIds.get(id);
  }

  /** The first of which this is what a file brings back: its id or a former one, else its name or an alias (see {@link isHeldAs}). */
  heldAs(text: string): T | undefined {
    if (!mayDiffer(text)) return undefined;
    const inIds = this.items.find(({ id, formerIds = [] }) => [id, ...formerIds].some((one) => isHeldAs(one, text)));
    return (
      inIds ?? this.items.find(({ name, aliases = [] }) => [name ?? '', ...aliases].some((one) => isHeldAs(one, text)))
    );
  }

  lookUp(wanted: string): Lookup<T> {
    const exact = foldedName(wanted);
    const anyCase = exact.toLowerCase();
    const keys = [wanted, wanted, ...(exact === '' ? [] : [exact, anyCase, exact, anyCase])];
    for (const [level, key] of keys.entries()) {
      const [first, ...others] = this.#levels[level]?.get(key) ?? [];
      if (first !== undefined) return others.length === 0 ? { found: first } : { ambiguous: [first, ...others] };
    }
    return undefined;
  }

  /** Whether an item has this name, or alias. */
  isNamed(name: string): boolean {
    const [, , names, foldedNames, aliases, foldedAliases] = this.#levels;
    const exact = foldedName(name);
    if (names?.has(exact) === true || aliases?.has(exact) === true) return true;
    return inAnyCase(name).some((folded) => foldedNames?.has(folded) === true || foldedAliases?.has(folded) === true);
  }
}

type Level<T> = Map<string, T[]>;

/** An item stands once under each of its words. */
function put<T>(level: Level<T> | undefined, words: readonly string[], item: T): void {
  for (const word of words) {
    const found = level?.get(word);
    if (!found) level?.set(word, [item]);
    else if (found.at(-1) !== item) found.push(item);
  }
}

function inAnyCase(name: string): readonly string[] {
  const folded = foldedName(name);
  return isCaseSensitive(folded) ? [] : [folded.toLowerCase()];
}
