import {
  effectiveCodebook,
  type Actor,
  type Codebook,
  type CodebookSource,
  type Stance,
  type Topic,
} from '../model/codebook';

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
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #topics: ReadonlyMap<string, Topic>;
  readonly #sources: ReadonlyMap<string, CodebookSource>;
  readonly #stances: ReadonlyMap<string, Stance>;

  constructor(codebook: Codebook | undefined) {
    const { actors, topics, sources, stances } = effectiveCodebook(codebook);
    this.#actors = byAnyId(actors);
    this.#topics = byAnyId(topics);
    this.#sources = byAnyId(sources);
    this.#stances = byAnyId(stances);
  }

  actor(id: string): Reference<Actor> {
    return reference(this.#actors, id);
  }

  topic(id: string): Reference<Topic> {
    return reference(this.#topics, id);
  }

  source(id: string): Reference<CodebookSource> {
    return reference(this.#sources, id);
  }

  stance(id: string): Reference<Stance> {
    return reference(this.#stances, id);
  }
}

/** Gives the names of each codebook, made once. */
export function namesByCodebook(): (codebook: Codebook | undefined) => Names {
  const made = new Map<Codebook | undefined, Names>();
  return (codebook) => {
    const names = made.get(codebook) ?? new Names(codebook);
    made.set(codebook, names);
    return names;
  };
}

/** Items by id; a former id leads to the first survivor that has it, unless it is in use. */
function byAnyId<T extends Item>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map(items.map((item) => [item.id, item]));
  for (const item of items) {
    for (const id of item.formerIds ?? []) if (!found.has(id)) found.set(id, item);
  }
  return found;
}

function reference<T extends Item>(items: ReadonlyMap<string, T>, id: string): Reference<T> {
  const item = items.get(id);
  return { id: item?.id ?? id, name: item?.name || item?.id || id, item };
}
