import { withoutChance, type Shared } from './chance';
import type { Links } from './links';
import { matches, type Match } from './sequences';
import type { Words } from './words';

/** A stretch of words of the old text, and the one of the new text that may hold it. */
interface Gap {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
  /** Whether linked words stand right before it in both, and right behind it. */
  readonly before: boolean;
  readonly behind: boolean;
}

/** Pairs of words that are compared between two pauses. */
const pause = 30_000;
/** Words of a gap that are compared at once; of a larger one so many at each end. */
const mostCompared = 1500;
/** Words of the old text that are looked for on one side of a link whose other side leads elsewhere. */
const mostAside = 60;

/**
 * Links words between those that are linked already: the longest common subsequence of each small gap, without what is
 * shared by chance. Yields the share that is done.
 */
export function* linkGaps(links: Links): Generator<number, void> {
  const { to } = links;
  let work = 0;
  for (let a = 0; a < to.length;) {
    if (to[a] !== -1) {
      a += 1;
      continue;
    }
    const aEnd = links.nextLinked(a, to);
    for (const gap of gapsBetween(links, a, aEnd)) {
      linkGap(links, gap);
      work += (gap.aEnd - gap.a) * Math.min(300, gap.bEnd - gap.b) + 50;
    }
    if (work > pause) {
      yield a / to.length;
      work = 0;
    }
    a = aEnd;
  }
}

function gapsBetween({ to, from, old }: Links, a: number, aEnd: number): Gap[] {
  const begin = a === 0 ? 0 : (to[a - 1] ?? -1) + 1;
  const end = aEnd === to.length ? from.length : (to[aEnd] ?? 0);
  const firstHole = holeFrom(old.ids, a, aEnd);
  if (firstHole < aEnd) {
    let lastHole = aEnd - 1;
    while ((old.ids[lastHole] ?? 0) >= 0) lastHole -= 1;
    const before = Math.min(firstHole - a, mostAside);
    const behind = Math.min(aEnd - lastHole - 1, mostAside);
    return [
      { a, aEnd: a + before, b: begin, bEnd: freeForward(from, begin, 2 * before + 20), before: true, behind: false },
      { a: aEnd - behind, aEnd, b: freeBackward(from, end, 2 * behind + 20), bEnd: end, before: false, behind: true },
    ];
  }
  const forward = freeForward(from, begin, Math.max(mostCompared * 2, 3 * (aEnd - a)));
  if (forward === end || (begin <= end && end - begin > forward - begin && isFree(from, forward, end)))
    return [{ a, aEnd, b: begin, bEnd: end, before: true, behind: true }];
  const most = Math.min(aEnd - a, mostAside);
  const afar = 2 * most + 20;
  return [
    { a, aEnd: a + most, b: begin, bEnd: Math.min(forward, begin + afar), before: true, behind: false },
    { a: aEnd - most, aEnd, b: freeBackward(from, end, afar), bEnd: end, before: false, behind: true },
  ];
}

/** The first word that is a hole; `end` where none is. */
function holeFrom(ids: Int32Array, start: number, end: number): number {
  let at = start;
  while (at < end && (ids[at] ?? 0) >= 0) at += 1;
  return at;
}

function isFree(from: Int32Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (from[at] !== -1) return false;
  return true;
}

function freeForward(from: Int32Array, start: number, most: number): number {
  let at = start;
  while (at < from.length && at < start + most && from[at] === -1) at += 1;
  return at;
}

function freeBackward(from: Int32Array, end: number, most: number): number {
  let at = end;
  while (at > 0 && at > end - most && from[at - 1] === -1) at -= 1;
  return at;
}

function linkGap(links: Links, gap: Gap): void {
  const { a, aEnd, b, bEnd } = gap;
  if (a >= aEnd || b >= bEnd) return;
  if (aEnd - a > mostCompared || bEnd - b > mostCompared) {
    const most = mostCompared;
    if (gap.before)
      linkGap(links, { ...gap, aEnd: Math.min(aEnd, a + most), bEnd: Math.min(bEnd, b + most), behind: false });
    if (gap.behind) linkGap(links, { ...gap, a: Math.max(a, aEnd - most), b: Math.max(b, bEnd - most), before: false });
    return;
  }
  const { old, now } = links;
  const found = matches(old.ids.subarray(a, aEnd), now.ids.subarray(b, bEnd));
  for (const { a: i, b: j, length } of telling(links, gap, found))
    for (let step = 0; step < length; step += 1)
      if (links.free(a + i + step, b + j + step)) links.link(a + i + step, b + j + step, 1);
}

/** Without what both texts share by chance. */
function telling({ old, now }: Links, { a, aEnd, b, bEnd, before, behind }: Gap, found: readonly Match[]): Match[] {
  const units = ({ starts, ends }: Words, from: number, to: number): number =>
    from >= to ? 0 : (ends[to - 1] ?? 0) - (starts[from] ?? 0);
  let i = a;
  let j = b;
  const changedUpTo = (nextI: number, nextJ: number): number => Math.max(units(old, i, nextI), units(now, j, nextJ));
  const shared = found.map((match): Shared => {
    const changed = changedUpTo(a + match.a, b + match.b);
    i = a + match.a + match.length;
    j = b + match.b + match.length;
    return { size: units(old, a + match.a, i), changed };
  });
  const kept = withoutChance(shared, changedUpTo(aEnd, bEnd), { before, behind });
  return found.filter((_, index) => kept[index]);
}
