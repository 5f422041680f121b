import {
  effectiveCodebook,
  type Actor,
  type CodebookLists,
  type CodebookSource,
  type Stance,
  type Topic,
} from './codebook';

/** A thing of the codebook as an annotation refers to it. An id that the codebook doesn't know is its own name. */
export interface Reference<T> {
  /** The survivor's, where the annotation has a former id. */
  readonly id: string;
  readonly name: string;
  readonly item: T | undefined;
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly formerIds?: readonly string[];
}

/** Finds what ids of one codebook stand for, former ids included. */
export class Names {
  readonly #actors: Lookup<Actor>;
  readonly #topics: Lookup<Topic>;
  readonly #sources: Lookup<CodebookSource>;
  readonly #stances: Lookup<Stance>;

  constructor(codebook: CodebookLists | undefined) {
    const { actors, topics, sources, stances } = effectiveCodebook(codebook);
    this.#actors = new Lookup(actors);
    this.#topics = new Lookup(topics);
    this.#sources = new Lookup(sources);
    this.#stances = new Lookup(stances);
  }

  actor(id: string): Reference<Actor> {
    return this.#actors.reference(id);
  }

  topic(id: string): Reference<Topic> {
    return this.#topics.reference(id);
  }

  source(id: string): Reference<CodebookSource> {
    return this.#sources.reference(id);
  }

  stance(id: string): Reference<Stance> {
    return this.#stances.reference(id);
  }
}

/** Gives the names of each codebook, made once. */
export function namesByCodebook(): (codebook: CodebookLists | undefined) => Names {
  const made = new Map<CodebookLists | undefined, Names>();
  return (codebook) => {
    const names = made.get(codebook) ?? new Names(codebook);
    made.set(codebook, names);
    return names;
  };
}

/** References to the items of a list, each made once: an export asks for the same few again and again. */
class Lookup<T extends Item> {
  readonly #references = new Map<string, Reference<T>>();

  /** A former id leads to the first survivor that has it, unless it is in use. */
  constructor(items: readonly T[]) {
    for (const item of items) this.#references.set(item.id, { id: item.id, name: item.name || item.id, item });
    for (const { id, formerIds = [] } of items) {
      const survivor = this.#references.get(id);
      for (const former of formerIds) {
        if (survivor && !this.#references.has(former)) this.#references.set(former, survivor);
      }
    }
  }

  reference(id: string): Reference<T> {
    const known = this.#references.get(id) ?? { id, name: id, item: undefined };
    this.#references.set(id, known);
    return known;
  }
}
