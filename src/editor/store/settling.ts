import type { PlacedRange } from '../../anchoring/following/followed';
import type { PlaceTracker } from '../../anchoring/following/tracker';
import type { Range } from '../../model/range';
import type { Found, Spot } from './step';

/**
 * A target of which a person said where some ranges are (`places`, by their number). Once none is in doubt it is one in the
 * text as it is now, made by `whole`; fields of its ranges that we don't know stay. While others are in doubt, it goes on
 * referring to the text that it was last seen in, and is written as it was there: a target has one text. The old spot is
 * left as it is, for undo.
 */
export function settled(
  tracker: PlaceTracker,
  spot: Spot,
  places: ReadonlyMap<number, Range>,
  whole: (ranges: readonly Range[]) => Spot,
): Spot {
  const ranges = spot.place.ranges.map((range, index): PlacedRange => {
    const place = places.get(index);
    return place ? { start: place.start, end: place.end, standing: 'anchored' } : range;
  });
  if (ranges.some(({ standing }) => standing !== 'anchored')) {
    const settledHere: Found = { standing: 'anchored', confidence: 1, candidates: [] };
    const found = spot.found.map((one, index) => (places.has(index) ? settledHere : one));
    return { place: tracker.track(ranges), seen: spot.seen, found };
  }
  const order = ranges.map((_, index) => index).sort((a, b) => start(ranges[a]) - start(ranges[b]));
  const made = whole(order.map((index) => ranges[index]).filter((range) => range !== undefined));
  const target = made.seen.target.map((range, index) => ({ ...spot.seen.target[order[index] ?? -1], ...range }));
  return { ...made, seen: { ...made.seen, target } };
}

function start(range: Range | undefined): number {
  return range?.start ?? 0;
}
