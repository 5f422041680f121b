import type { Annotation } from '../../model/annotation';
import { byId, type Actor, type CodebookSource, type EffectiveCodebook, type Topic } from '../../model/codebook';

/** Items of a codebook, by id. */
export interface Items {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly sources: ReadonlyMap<string, CodebookSource>;
}

/** What annotations speak of, and what that refers to, that `from` knows and `to` doesn't; by id. */
export function missingItems(
  annotations: readonly Annotation[],
  from: EffectiveCodebook,
  to: EffectiveCodebook,
): Items {
  const actors = new Map<string, Actor>();
  const topics = new Map<string, Topic>();
  const sources = new Map<string, CodebookSource>();
  /** With all that it refers to, and no recursion: a chain of parents may be as long as the file. */
  const take = <T extends Actor | Topic>(
    id: string | undefined,
    taken: Map<string, T>,
    [known, lacking]: readonly [readonly T[], readonly T[]],
    others: (item: T) => readonly (string | undefined)[],
  ): void => {
    const wanted = [id];
    while (wanted.length > 0) {
      const next = wanted.pop();
      const item = next === undefined || byId(lacking, next) ? undefined : byId(known, next);
      if (!item || taken.has(item.id) || byId(lacking, item.id)) continue;
      taken.set(item.id, item);
      wanted.push(...others(item));
    }
  };
  const actor = (id: string | undefined): void =>
    take(id, actors, [from.actors, to.actors], ({ parent, members = [] }) => [parent, ...members]);
  const topic = (id: string | undefined): void => take(id, topics, [from.topics, to.topics], ({ parent }) => [parent]);
  const source = (id: string | undefined): void => {
    const item = id === undefined || byId(to.sources, id) ? undefined : byId(from.sources, id);
    if (!item || sources.has(item.id) || byId(to.sources, item.id)) return;
    sources.set(item.id, item);
    actor(item.origin);
  };
  for (const annotation of annotations) {
    actor(annotation.actor);
    topic(annotation.topic);
    source(annotation.source);
    for (const link of annotation.links ?? []) {
      actor(link.actor);
      actor(link.for);
      source(link.source);
    }
  }
  return { actors, topics, sources };
}
