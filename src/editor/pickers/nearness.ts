import type { PlacedAnnotation } from '../../model/annotation';
import { byId, type Actor } from '../../model/codebook';
import { contains, type Range } from '../../model/range';

/** So many mentions are offered before the other actors, and none further away than this. */
const MENTIONS = 6;
const NEARBY = 600;

/** How many units lie between two ranges; 0 where they touch. */
export function distance(a: Range, b: Range): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** Items by how near one of their ranges is to one of `ranges`, in their own order where that is alike. */
export function nearestFirst<T>(
  items: readonly T[],
  rangesOf: (item: T) => readonly Range[],
  ranges: readonly Range[],
): T[] {
  return items
    .map((item) => ({
      item,
      far: Math.min(...rangesOf(item).flatMap((a) => ranges.map((b) => distance(a, b))), Number.MAX_SAFE_INTEGER),
    }))
    .sort((a, b) => a.far - b.far)
    .map(({ item }) => item);
}

/** The actors mentioned close to one of `ranges`, the nearest first, each with its nearest mention. */
export function nearbyMentions(
  actors: readonly Actor[],
  annotations: readonly PlacedAnnotation[],
  ranges: readonly Range[],
): ReadonlyMap<Actor, PlacedAnnotation> {
  const near = ranges.map(({ start, end }) => ({ start: start - NEARBY, end: end + NEARBY }));
  const found = new Map<Actor, PlacedAnnotation>();
  const mentions = annotations.filter(({ type, standing }) => type === 'actor' && standing === 'anchored');
  for (const mention of nearestFirst(mentions, ({ target }) => target, ranges)) {
    const actor = mention.actor === undefined ? undefined : byId(actors, mention.actor);
    const isNear = mention.target.some((range) => near.some((one) => contains(one, range)));
    if (actor && isNear && !found.has(actor) && found.size < MENTIONS) found.set(actor, mention);
  }
  return found;
}
