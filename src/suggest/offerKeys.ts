import type { Range } from '../model/range';
import { blockAt } from './lines';

/** So many units on either side, within the paragraph, tell an offer from another of the same words. */
const CONTEXT = 16;

/** What a key is made of besides the words of the ranges and what stands around them. */
export interface Keyed {
  readonly type: string;
  readonly ranges: readonly Range[];
  /** Whom an actor's mention is of. */
  readonly of?: string | undefined;
}

/**
 * The keys of offers, in their order: the same after edits elsewhere in the text, different within the list. White space
 * counts as one space, so that a paragraph that is wrapped anew keeps its keys.
 */
export function offerKeys(text: string, offers: readonly Keyed[]): string[] {
  const counts = new Map<string, number>();
  return offers.map(({ type, ranges, of = '' }) => {
    const exact = ranges.map(({ start, end }) => text.slice(start, end)).join('\u0000');
    const [start, end] = [ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0];
    const [before, behind] = [blockAt(text, start).body.start, blockAt(text, end).body.end];
    const around = `${text.slice(Math.max(before, start - CONTEXT), start)}\u0000${text.slice(end, Math.min(behind, end + CONTEXT))}`;
    const key = `${type}:${hashOf(`${of}\u0000${exact}\u0000${around}`.replace(/\s+/gu, ' '))}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}:${count}`;
  });
}

/** 64 bits in base 36: FNV-1a (Fowler, Noll, Vo), twice from different beginnings. */
function hashOf(words: string): string {
  return [0x811c9dc5, 0x01234567]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
      return (hash >>> 0).toString(36).padStart(7, '0');
    })
    .join('');
}
