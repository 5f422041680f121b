import { placements, type Placement, type Placing } from '../../anchoring/placing';
import type { Work } from '../../anchoring/slices';
import type { PlaceTracker } from '../../anchoring/tracker';
import { splitsSurrogatePair } from '../../model/range';
import type { Seen } from './adopting';
import type { Found, Spot } from './step';

/** What is to be found; some of it may be said to be gone. */
export interface Finding extends Placing {
  readonly targets: readonly Seen[];
}

/** {@link placements}, but for what a person called an orphan: that isn't looked for. */
export function* find({ targets, ...placing }: Finding): Work<Placement[][]> {
  const wanted = targets.filter(({ orphaned }) => !orphaned);
  const found = yield* placements({ ...placing, targets: wanted });
  let next = 0;
  return targets.map((seen) => (seen.orphaned ? gone(seen, placing.text) : (found[next++] ?? [])));
}

/** Ranges that hold nothing, as near to where they were as the text allows. */
export function gone({ target }: Pick<Seen, 'target'>, text: string): Placement[] {
  return target.map(({ start }) => {
    const inside = Math.min(start, text.length);
    const at = splitsSurrogatePair(text, inside) ? inside - 1 : inside;
    return { start: at, end: at, standing: 'orphaned', confidence: 0, candidates: [] };
  });
}

/** What places are followed by; in a text that doesn't change they need only be kept. */
export type Following = Pick<PlaceTracker, 'track'>;

/** Begins to follow a target where it was found, and its likely places where there is a doubt. */
export function followFound(tracker: Following, { target, sha256 }: Seen, ranges: readonly Placement[]): Spot {
  const seen = { target, sha256: () => Promise.resolve(sha256) };
  return { place: tracker.track(ranges), seen, found: foundOf(tracker, ranges) };
}

/** Nothing where no range was ever in doubt. */
export function foundOf(tracker: Following, ranges: readonly Placement[]): readonly Found[] {
  if (ranges.every(({ confidence, candidates }) => confidence === 1 && candidates.length === 0)) return [];
  return ranges.map(({ confidence, candidates }) => ({
    confidence,
    candidates: candidates.map(({ start, end, confidence: likely }) => ({
      place: tracker.track([{ start, end, standing: 'anchored' }]),
      confidence: likely,
    })),
  }));
}

/** Ends following a target and its likely places. */
export function releaseSpot(tracker: PlaceTracker, spot: Spot): void {
  tracker.release(spot.place);
  releaseFound(tracker, spot.found);
}

export function releaseFound(tracker: PlaceTracker, found: readonly Found[]): void {
  for (const { place } of found.flatMap(({ candidates }) => candidates)) tracker.release(place);
}
