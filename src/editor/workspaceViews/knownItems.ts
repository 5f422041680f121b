import type { Referent } from '../../model/references';
import type { Actor, CodebookSource, EffectiveCodebook, Topic } from '../../model/codebook';

interface Item {
  readonly id: string;
  readonly formerIds?: readonly string[];
}

/** The things of a codebook by every id that they have or had. */
export class KnownItems {
  private readonly actors: ReadonlyMap<string, Actor>;
  private readonly topics: ReadonlyMap<string, Topic>;
  private readonly sources: ReadonlyMap<string, CodebookSource>;
  /** The same text while each id leads to the same one. */
  readonly merges: string;

  constructor({ actors, topics, sources }: Pick<EffectiveCodebook, 'actors' | 'topics' | 'sources'>) {
    this.actors = byAnyId(actors);
    this.topics = byAnyId(topics);
    this.sources = byAnyId(sources);
    this.merges = JSON.stringify([this.actors, this.topics, this.sources].map(mergesOf));
  }

  actor(id: string): Actor | undefined {
    return this.actors.get(id);
  }

  topic(id: string): Topic | undefined {
    return this.topics.get(id);
  }

  source(id: string): CodebookSource | undefined {
    return this.sources.get(id);
  }

  /** The id that a thing has now; one that the codebook doesn't know stands for itself. */
  readonly resolved = (kind: Referent, id: string): string => {
    const known = { actor: this.actors, topic: this.topics, source: this.sources }[kind];
    return known.get(id)?.id ?? id;
  };
}

/** An item's own id counts before another one's former id. */
function byAnyId<T extends Item>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(item.id)) found.set(item.id, item);
  for (const item of items) for (const id of item.formerIds ?? []) if (!found.has(id)) found.set(id, item);
  return found;
}

function mergesOf(items: ReadonlyMap<string, Item>): readonly (readonly [string, string])[] {
  return [...items].flatMap(([id, item]) => (id === item.id ? [] : [[id, item.id] as const]));
}
