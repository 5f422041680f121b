import type { Folded } from '../aligning/folding';
import type { Work } from '../slices';

/** Units of a gram; how often one may occur in the text before it says nothing. */
const gram = 8;
const mostOften = 16;
const base = 0x01000193;
const share = 1 << 16;
/** Votes are counted for places that are within so many units of each other. */
const bucket = 64;
const mostGrams = 2_000_000;

/** Where in a text patterns may be: for each the likeliest offsets of its beginning, at most `most`, best first. */
export function* votes(patterns: readonly Uint16Array[], now: Folded, most: number): Work<number[][]> {
  if (patterns.length === 0) return [];
  let top = 1;
  for (let step = 1; step < gram; step += 1) top = Math.imul(top, base);
  const grams = new Map<number, number[]>();
  let count = 0;
  // Each entry: which pattern, and where in it.
  for (let index = 0; index < patterns.length && count < mostGrams; index += 1) {
    if ((index & 0xff) === 0) yield 0;
    rolled(patterns[index] ?? new Uint16Array(), 0, Infinity, top, (at, hash) => {
      count += 1;
      const entries = grams.get(hash);
      if (entries) {
        if (entries.length < 64) entries.push(index, at);
      } else grams.set(hash, [index, at]);
    });
  }
  const places = new Map<number, number[]>();
  for (let from = 0; from < now.units.length; from += share) {
    yield from / now.units.length;
    rolled(now.units, from, from + share, top, (at, hash) => {
      if (!grams.has(hash)) return;
      const found = places.get(hash);
      if (!found) places.set(hash, [at]);
      else if (found.length <= mostOften) found.push(at);
    });
  }
  const counted = patterns.map(() => new Map<number, number>());
  for (const [hash, found] of places) {
    if (found.length > mostOften) continue;
    const entries = grams.get(hash) ?? [];
    for (let entry = 0; entry < entries.length; entry += 2) {
      const tally = counted[entries[entry] ?? 0];
      for (const at of found) {
        const start = Math.floor((at - (entries[entry + 1] ?? 0)) / bucket);
        tally?.set(start, (tally.get(start) ?? 0) + 1 / found.length);
      }
    }
  }
  return counted.map((tally) => likeliest(tally, most));
}

function likeliest(tally: ReadonlyMap<number, number>, most: number): number[] {
  const sums = [...tally].map(([at, votesHere]) => ({ at, votes: votesHere + (tally.get(at + 1) ?? 0) }));
  sums.sort((a, b) => b.votes - a.votes || a.at - b.at);
  const found: number[] = [];
  for (const { at } of sums) {
    if (found.length === most) break;
    if (found.every((other) => Math.abs(other - at) > 1)) found.push(at);
  }
  return found.map((at) => at * bucket);
}

function rolled(
  units: Uint16Array,
  from: number,
  to: number,
  top: number,
  visit: (at: number, hash: number) => void,
): void {
  if (from + gram > units.length) return;
  let hash = 0;
  for (let at = from; at < from + gram; at += 1) hash = (Math.imul(hash, base) + (units[at] ?? 0)) | 0;
  for (let at = from; ; at += 1) {
    visit(at, hash);
    if (at + 1 >= to || at + gram >= units.length) return;
    hash = (Math.imul(hash - Math.imul(units[at] ?? 0, top), base) + (units[at + gram] ?? 0)) | 0;
  }
}
