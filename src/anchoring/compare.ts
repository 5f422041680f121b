import { change, type Change } from './edits';
import { matches, type Match } from './sequences';

/**
 * A replacement taken apart into what really changed: common lines first, then common words between them. Changes come
 * ascending, at least one unit apart, marked as compared; the replacement itself comes back where nothing is shared.
 * Words are never cut. Within changed lines a shared stretch that is no longer than what changed on both its sides is
 * taken for chance (the semantic clean-up of N. Fraser's diff-match-patch). Time is near linear (see {@link matches}).
 */
export function compared(whole: Change): Change[] {
  const ids = new Map<string, number>();
  const old = tokens(whole.removed, lines, ids);
  const now = tokens(whole.inserted, lines, ids);
  const result: Change[] = [];
  for (const gap of gaps(old, now, matches(old.ids, now.ids))) {
    const removed = whole.removed.slice(gap.start, gap.end);
    const inserted = whole.inserted.slice(gap.newStart, gap.newEnd);
    for (const item of byWords(removed, inserted)) {
      const { start, end, newStart, newEnd } = item;
      const start0 = whole.start + gap.start + start;
      result.push(change(start0, removed.slice(start, end), inserted.slice(newStart, newEnd), true));
    }
  }
  const [only] = result;
  return only && result.length === 1 && only.removed === whole.removed ? [whole] : result;
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

/** What lies between matches. */
function gaps(old: Tokens, now: Tokens, found: readonly Match[]): Gap[] {
  const result: Gap[] = [];
  let from = 0;
  let newFrom = 0;
  const end = { a: old.ids.length, b: now.ids.length, length: 0 };
  for (const { a, b, length } of [...found, end]) {
    if (a > from || b > newFrom)
      result.push({
        start: old.offsets[from] ?? 0,
        end: old.offsets[a] ?? 0,
        newStart: now.offsets[newFrom] ?? 0,
        newEnd: now.offsets[b] ?? 0,
      });
    from = a + length;
    newFrom = b + length;
  }
  return result;
}

function byWords(removed: string, inserted: string): Gap[] {
  if (removed === '' || inserted === '')
    return [{ start: 0, end: removed.length, newStart: 0, newEnd: inserted.length }];
  const ids = new Map<string, number>();
  const old = tokens(removed, words, ids);
  const now = tokens(inserted, words, ids);
  return withoutChance(gaps(old, now, matches(old.ids, now.ids)));
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
