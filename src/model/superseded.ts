import type { Annotation } from './annotation';

/** By the id of each annotation that others supersede, as the decision between readings does: the ids of those. None supersedes itself. */
export function decidersOf(
  annotations: Iterable<Pick<Annotation, 'id' | 'supersedes'>>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, supersedes = [] } of annotations) {
    for (const superseded of supersedes) {
      if (superseded === id) continue;
      const deciders = found.get(superseded);
      if (deciders) deciders.push(id);
      else found.set(superseded, [id]);
    }
  }
  return found;
}
