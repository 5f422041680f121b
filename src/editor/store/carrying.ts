import type { Placement } from '../../anchoring/finding/placement';
import { PlaceTracker } from '../../anchoring/following/tracker';
import { foundOf } from './finding';
import type { TextEvent } from './followedText';

/** What was found in a text, brought through what happened to that text since. */
export function carried(
  text: string,
  targets: readonly Placement[][],
  since: readonly TextEvent[],
): readonly Placement[][] {
  if (since.length === 0) return targets;
  const tracker = new PlaceTracker(text);
  const followed = targets.map((ranges) => ({ ranges, place: tracker.track(ranges), found: foundOf(tracker, ranges) }));
  for (const event of since) {
    if ('edits' in event) tracker.apply(event.edits, event.reason);
    else tracker.replaceAll(event.text, event.reason);
  }
  return followed.map(({ ranges, place, found }) =>
    place.ranges.map((range, index): Placement => {
      const likely = found[index]?.candidates ?? [];
      const candidates = likely.flatMap(({ place: { ranges: now }, confidence }) =>
        now.flatMap(({ start, end }) => (start < end ? [{ start, end, confidence }] : [])),
      );
      return { ...range, confidence: ranges[index]?.confidence ?? 1, candidates };
    }),
  );
}
