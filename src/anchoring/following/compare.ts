import type { Range } from '../../model/range';
import { change, joined, type Change } from './edits';
import { matches, movedRuns, type Match } from '../aligning/sequences';

/** Lines that stand elsewhere in the new text. */
export interface MovedBlock extends Range {
  /** Where it begins in the new text, and where it ends: its last line break may be missing there. */
  readonly to: number;
  readonly toEnd: number;
}

export interface Comparison {
  /** Ascending, at least one unit apart, marked as compared. */
  readonly changes: readonly Change[];
  /** `start` and `end` in the text before, `to` and `toEnd` in the text after this one replacement. */
  readonly moved: readonly MovedBlock[];
}

/**
 * A replacement taken apart into what really changed: common lines first, then lines that moved, then common words between
 * them. The replacement itself comes back where nothing is shared. Words are never cut. Within changed lines a shared stretch
 * that is no longer than what changed on both its sides is taken for chance (the semantic clean-up of N. Fraser's
 * diff-match-patch). Time is near linear (see {@link matches}).
 */
export function compared(whole: Change): Comparison {
  // A last line without a break is the same line when it stands elsewhere: both texts get one, which is taken off at the end.
  const open = !whole.removed.endsWith('\n') || !whole.inserted.endsWith('\n');
  const removed = open ? `${whole.removed}\n` : whole.removed;
  const inserted = open ? `${whole.inserted}\n` : whole.inserted;
  const ids = new Map<string, number>();
  const old = tokens(removed, lines, ids);
  const now = tokens(inserted, lines, ids);
  const found = matches(old.ids, now.ids);
  const blocks = movedRuns(old.ids, now.ids, found).filter(({ a, length }) => {
    return removed.slice(old.offsets[a], old.offsets[a + length]).trim().length > 1;
  });
  const fine: Change[] = [];
  for (const gap of gapsBeside(blocks, found, old.ids.length, now.ids.length)) {
    const from = old.offsets[gap.start] ?? 0;
    const newFrom = now.offsets[gap.newStart] ?? 0;
    const inOld = removed.slice(from, old.offsets[gap.end]);
    const inNow = inserted.slice(newFrom, now.offsets[gap.newEnd]);
    for (const { start, end, newStart, newEnd } of byWords(inOld, inNow))
      fine.push(change(whole.start + from + start, inOld.slice(start, end), inNow.slice(newStart, newEnd), true));
  }
  const apart = joined(fine);
  const changes = open ? withoutLastBreak(apart, whole.start + removed.length) : apart;
  const moved = blocks.map(({ a, b, length }) => ({
    start: whole.start + (old.offsets[a] ?? 0),
    end: whole.start + (old.offsets[a + length] ?? 0),
    to: whole.start + (now.offsets[b] ?? 0),
    toEnd: whole.start + Math.min(now.offsets[b + length] ?? 0, whole.inserted.length),
  }));
  const [only] = changes;
  return { changes: only && changes.length === 1 && only.removed === whole.removed ? [whole] : changes, moved };
}

/** Takes off the line break that both texts were given: what is removed or inserted up to it lies one unit before. */
function withoutLastBreak(changes: readonly Change[], end: number): readonly Change[] {
  const last = changes.at(-1);
  if (!last || last.start + last.removed.length < end) return changes;
  const { start, removed, inserted } = last;
  const slid =
    removed !== '' && inserted !== ''
      ? change(start, removed.slice(0, -1), inserted.slice(0, -1), true)
      : change(start - 1, `\n${removed}`.slice(0, removed.length), `\n${inserted}`.slice(0, inserted.length), true);
  return joined([...changes.slice(0, -1), slid]);
}

const lines = /[^\n]*\n|[^\n]+/g;
const words = /[\p{L}\p{N}\p{M}_]+|\s|./gsu;

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

interface Tokens {
  readonly ids: Int32Array;
  /** Where each token begins, and the length of the text. */
  readonly offsets: Int32Array;
}

function tokens(text: string, pattern: RegExp, ids: Map<string, number>): Tokens {
  const found = text.match(pattern) ?? [];
  const result = { ids: new Int32Array(found.length), offsets: new Int32Array(found.length + 1) };
  let offset = 0;
  found.forEach((token, index) => {
    let id = ids.get(token);
    if (id === undefined) ids.set(token, (id = ids.size));
    result.ids[index] = id;
    result.offsets[index] = offset;
    offset += token.length;
  });
  result.offsets[found.length] = offset;
  return result;
}

/** What lies between matches, in tokens. */
function gaps(found: readonly Match[], length: number, newLength: number): Gap[] {
  const result: Gap[] = [];
  let start = 0;
  let newStart = 0;
  for (const { a, b, length: same } of [...found, { a: length, b: newLength, length: 0 }]) {
    if (a > start || b > newStart) result.push({ start, end: a, newStart, newEnd: b });
    start = a + same;
    newStart = b + same;
  }
  return result;
}

/** The same, where blocks that moved are gaps of their own. */
function gapsBeside(blocks: readonly Match[], found: readonly Match[], length: number, newLength: number): Gap[] {
  const all = gaps(found, length, newLength);
  if (blocks.length === 0) return all;
  const leaving = new Map(blocks.map((block) => [block.a, block.length]));
  const coming = new Map(blocks.map((block) => [block.b, block.length]));
  return all.flatMap(({ start, end, newStart, newEnd }) => {
    const result: Gap[] = [];
    for (let from = start, newFrom = newStart; from < end || newFrom < newEnd;) {
      const leaves = leaving.get(from) ?? 0;
      const comes = leaves > 0 ? 0 : (coming.get(newFrom) ?? 0);
      const to = leaves > 0 ? from + leaves : comes > 0 ? from : before(leaving, from, end);
      const newTo = comes > 0 ? newFrom + comes : leaves > 0 ? newFrom : before(coming, newFrom, newEnd);
      result.push({ start: from, end: to, newStart: newFrom, newEnd: newTo });
      from = to;
      newFrom = newTo;
    }
    return result;
  });
}

/** Up to the next block that moved. */
function before(blocks: ReadonlyMap<number, number>, from: number, end: number): number {
  let to = from;
  while (to < end && !blocks.has(to)) to += 1;
  return to;
}

function byWords(removed: string, inserted: string): Gap[] {
  if (removed === '' || inserted === '')
    return [{ start: 0, end: removed.length, newStart: 0, newEnd: inserted.length }];
  const ids = new Map<string, number>();
  const old = tokens(removed, words, ids);
  const now = tokens(inserted, words, ids);
  const between = gaps(matches(old.ids, now.ids), old.ids.length, now.ids.length).map((gap) => ({
    start: old.offsets[gap.start] ?? 0,
    end: old.offsets[gap.end] ?? 0,
    newStart: now.offsets[gap.newStart] ?? 0,
    newEnd: now.offsets[gap.newEnd] ?? 0,
  }));
  return withoutChance(between);
}

function withoutChance(found: readonly Gap[]): Gap[] {
  const kept: Gap[] = [];
  for (const gap of found) {
    let next = gap;
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const shared = next.start - last.end;
      if (shared > size(last) || shared > size(next)) break;
      next = { start: last.start, end: next.end, newStart: last.newStart, newEnd: next.newEnd };
      kept.pop();
    }
    kept.push(next);
  }
  return kept;
}

function size({ start, end, newStart, newEnd }: Gap): number {
  return Math.max(end - start, newEnd - newStart);
}
