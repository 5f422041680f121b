/** A stretch that two texts share, between stretches that changed. */
export interface Shared {
  /** Its units. */
  readonly size: number;
  /** Units that changed before it, on the side where more did. */
  readonly changed: number;
}

/** What a shared unit is worth, beside one that changed; what a stretch must be worth; what an end of the gap is worth. */
const worth = 3;
const least = 40;
const border = 30;

interface Segment {
  readonly from: number;
  readonly to: number;
  /** Sums of all scores before it, and up to its end. */
  readonly before: number;
  readonly after: number;
}

/**
 * Which of the stretches that two texts share in a gap are no chance: in other wording the same small words stand too.
 * Keeps the maximal scoring segments of the gap (W. Ruzzo and M. Tompa, "A linear time algorithm for finding all maximal
 * scoring subsequences", 1999): what is shared counts for a segment, what changed against it, and it has to have a least
 * score, unless it goes on from an end of the gap at which linked words stand.
 * @param last units that changed behind the last stretch
 * @returns for each stretch whether it is kept
 */
export function withoutChance(
  shared: readonly Shared[],
  last: number,
  { before, behind }: { readonly before: boolean; readonly behind: boolean },
): boolean[] {
  const scores: number[] = [before ? border : 0];
  for (const { size, changed } of shared) scores.push(-changed, worth * size);
  scores.push(-last, behind ? border : 0);
  const segments: Segment[] = [];
  let sum = 0;
  scores.forEach((score, index) => {
    const start = sum;
    sum += score;
    if (score <= 0) return;
    let segment: Segment = { from: index, to: index, before: start, after: sum };
    for (;;) {
      let at = segments.length - 1;
      while (at >= 0 && (segments[at]?.before ?? 0) >= segment.before) at -= 1;
      const other = segments[at];
      if (!other || other.after >= segment.after) break;
      segment = { from: other.from, to: index, before: other.before, after: sum };
      segments.length = at;
    }
    segments.push(segment);
  });
  const kept = shared.map(() => false);
  for (const { from, to, before: low, after } of segments) {
    const atBorder = (before && from === 0) || (behind && to === scores.length - 1);
    if (after - low < least && !atBorder) continue;
    shared.forEach((_, index) => {
      const place = 2 * index + 2;
      if (place >= from && place <= to) kept[index] = true;
    });
  }
  return kept;
}
