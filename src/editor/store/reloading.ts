import type { PlacedRange } from '../../anchoring/following/followed';
import { quoteAll } from '../../anchoring/quoting';
import type { LastChange } from '../../anchoring/following/tracker';
import type { FollowedText } from './followedText';
import type { Search } from './searching';
import type { Spot } from './step';
import { TextRevision } from './textRevision';

/** What is to be looked for after a text was read again from its file. */
export interface AfterReload {
  readonly targets: ReadonlyMap<Spot, Search>;
  /** The text before and the one that was read, by their sha256. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * What of an article's spots is to be looked for after its text was read again, which was the last `change` that was
 * followed: what comparing the two texts left in doubt or took for gone, in the text before if it stood there; and what is
 * of the new text, at its offsets there.
 */
export async function afterReload(
  { tracker, revision: now }: FollowedText,
  change: LastChange,
  spots: readonly Spot[],
): Promise<AfterReload> {
  const old = new TextRevision(tracker.textBefore(change));
  const isDoubtful = new Map(spots.map((spot) => [spot, spot.place.ranges.some(inDoubt)]));
  const before = tracker.before(
    change,
    spots.map(({ place }) => place),
  );
  const [oldHash, hash] = [await old.sha256(), await now.sha256()];
  const targets = new Map<Spot, Search>();
  const lost: Spot[] = [];
  for (const spot of spots) {
    const { target } = spot.seen;
    const sha256 = await spot.seen.sha256();
    const ranges = before.get(spot.place) ?? [];
    const amends = { change, before: ranges, text: now.text };
    if (sha256 === hash) {
      if (!stands(spot)) targets.set(spot, { target, sha256, wholly: true, amends });
    } else if (isDoubtful.get(spot)) {
      targets.set(spot, { target, sha256, amends });
      if (sha256 !== oldHash && !ranges.some(inDoubt)) lost.push(spot);
    }
  }
  const quoted = quoteAll(
    old.text,
    lost.flatMap(({ place }) => before.get(place) ?? []),
  );
  let next = 0;
  for (const spot of lost) {
    const target = quoted.slice(next, (next += before.get(spot.place)?.length ?? 0));
    targets.set(spot, { ...targets.get(spot), target, sha256: oldHash });
  }
  const texts = new Map([
    [oldHash, old.text],
    [hash, now.text],
  ]);
  return { targets, texts };
}

function inDoubt({ standing }: PlacedRange): boolean {
  return standing !== 'anchored';
}

/** Whether all of it is anchored exactly where it was seen. */
function stands({ place, seen }: Spot): boolean {
  return place.ranges.every(({ start, end, standing }, index) => {
    const target = seen.target[index];
    return standing === 'anchored' && target?.start === start && target.end === end;
  });
}
