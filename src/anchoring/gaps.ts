import type { Links } from './links';
import { matches, type Match } from './sequences';

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

/** Words of a gap that are compared at once; of a larger one so many at each end. */
const mostCompared = 1500;
/** Words of the old text that are looked for on one side of a link whose other side leads elsewhere. */
const mostAside = 60;
/** A shared stretch this many times as long as what changed on both its sides is no chance. */
const chance = 1.5;

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
      work += (gap.aEnd - gap.a) * Math.min(300, gap.bEnd - gap.b) + 20;
    }
    if (work > 100_000) {
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
  for (const { a: i, b: j, length } of withoutChance(links, gap, found))
    for (let step = 0; step < length; step += 1)
      if (links.free(a + i + step, b + j + step)) links.link(a + i + step, b + j + step, 1);
}

/**
 * Without shared stretches that are short beside what changed on both their sides: in other wording the same small words
 * stand too (the semantic clean-up of N. Fraser's diff-match-patch).
 */
function withoutChance(links: Links, gap: Gap, found: readonly Match[]): Match[] {
  const { old, now } = links;
  const between = (starts: Int32Array, ends: Int32Array, from: number, to: number): number =>
    from >= to ? 0 : (ends[to - 1] ?? 0) - (starts[from] ?? 0);
  const changed = (i: number, iEnd: number, j: number, jEnd: number): number =>
    Math.max(
      between(old.starts, old.ends, gap.a + i, gap.a + iEnd),
      between(now.starts, now.ends, gap.b + j, gap.b + jEnd),
    );
  const first: Match = { a: 0, b: 0, length: 0 };
  const last: Match = { a: gap.aEnd - gap.a, b: gap.bEnd - gap.b, length: 0 };
  const kept: Match[] = [first];
  const sizes: number[] = [];
  const distance = (one: Match, other: Match): number =>
    (one === first && !gap.before) || (other === last && !gap.behind)
      ? Infinity
      : changed(one.a + one.length, other.a, one.b + one.length, other.b);
  for (const match of [...found, last]) {
    for (;;) {
      const previous = kept.at(-1) ?? first;
      if (kept.length < 2) break;
      const shared = between(old.starts, old.ends, gap.a + previous.a, gap.a + previous.a + previous.length);
      const before = sizes.at(-1) ?? 0;
      if (shared * chance > before || shared * chance > distance(previous, match)) break;
      kept.pop();
      sizes.pop();
    }
    sizes.push(distance(kept.at(-1) ?? first, match));
    kept.push(match);
  }
  return kept.slice(1, -1);
}
