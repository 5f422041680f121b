import type { Placement, SoughtTarget, StoredTarget } from '../../anchoring/finding/placement';
import { gone } from '../../anchoring/finding/unsought';
import type { PlaceTracker } from '../../anchoring/following/tracker';
import type { Target } from '../../model/annotation';
import type { Found, Spot } from './step';

/** Where a target stands that needs no search: its text is this one, or a person said that it is gone. */
export function placedAtOnce(target: SoughtTarget, text: string, sha256: string): Placement[] | undefined {
  return target.orphaned ? gone(target, text) : atOffsets(target, text, sha256);
}

/** Where a target of this very text stands: at its offsets; undefined where it isn't of this text, or doesn't stand there. */
function atOffsets({ target, sha256 }: StoredTarget, text: string, hash: string): Placement[] | undefined {
  if (sha256 !== hash) return undefined;
  const stands = ({ start, end, exact }: Target): boolean => exact !== '' && text.slice(start, end) === exact;
  if (!target.every(stands)) return undefined;
  return target.map(({ start, end }) => ({ start, end, standing: 'anchored', confidence: 1, candidates: [] }));
}

/** Whether it is of {@link whereItWas}: what was looked for and is uncertain has some likeliness. */
export function isUnsought({ standing, confidence }: Pick<Placement, 'standing' | 'confidence'>): boolean {
  return standing === 'uncertain' && confidence === 0;
}

/** What places are followed by; in a text that doesn't change they need only be kept. */
export type Following = Pick<PlaceTracker, 'track'>;

/** Begins to follow a target where it was found, and its likely places where there is a doubt. */
export function followFound(tracker: Following, { target, sha256 }: SoughtTarget, ranges: readonly Placement[]): Spot {
  const seen = { target, sha256: () => Promise.resolve(sha256) };
  return { place: tracker.track(ranges), seen, found: foundOf(tracker, ranges) };
}

/** Sets a spot that is followed already to where its target was found. */
export function moveToFound(tracker: PlaceTracker, spot: Spot, ranges: readonly Placement[]): void {
  tracker.move(spot.place, ranges);
  releaseFound(tracker, spot.found);
  spot.found = foundOf(tracker, ranges);
}

/** Nothing where no range was ever in doubt. */
export function foundOf(tracker: Following, ranges: readonly Placement[]): readonly Found[] {
  if (ranges.every(({ confidence, candidates }) => confidence === 1 && candidates.length === 0)) return [];
  return ranges.map(({ standing, confidence, candidates }) => ({
    standing,
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

function releaseFound(tracker: PlaceTracker, found: readonly Found[]): void {
  for (const { place } of found.flatMap(({ candidates }) => candidates)) tracker.release(place);
}
