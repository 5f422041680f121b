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
  const actor = (id: string | undefined): void => {
    const item = id === undefined || byId(to.actors, id) ? undefined : byId(from.actors, id);
    if (!item || actors.has(item.id) || byId(to.actors, item.id)) return;
    actors.set(item.id, item);
    [item.parent, ...(item.members ?? [])].forEach(actor);
  };
  const topic = (id: string | undefined): void => {
    const item = id === undefined || byId(to.topics, id) ? undefined : byId(from.topics, id);
    if (!item || topics.has(item.id) || byId(to.topics, item.id)) return;
    topics.set(item.id, item);
    topic(item.parent);
  };
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
