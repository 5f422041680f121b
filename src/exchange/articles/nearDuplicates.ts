import { shinglesOf } from './shingles';

/** Two texts of which one is, for the most part, in the other: copies of one wire report, say. */
export interface NearDuplicate {
  /** Of the text that was added earlier, from 0. */
  readonly first: number;
  readonly second: number;
  /** How much of both is common: shingles in both by shingles in any, 0 to 1. */
  readonly resemblance: number;
  /** How much of the shorter one is in the other: shingles in both by its shingles, 0 to 1. */
  readonly containment: number;
  /** The shorter one: `first` or `second`, the latter where both have as many shingles. */
  readonly shorter: number;
}

/** Texts with fewer shingles are duplicates only of texts of the same words: a heading stands in many articles. */
const FEWEST_SHINGLES = 8;
/** A shingle of more texts than that is nothing by which each is compared with each other. */
const MOST_COMPARED = 64;
/** Hashes and numbers of texts share a double's 53 bits. */
const NUMBER_BITS = 14;
const HASH_BITS = 53 - NUMBER_BITS;
/** How many texts can be compared. */
export const MOST_TEXTS = 2 ** NUMBER_BITS;

/**
 * Finds near-duplicates among texts by their shingles: every five words in a row (of Chinese, Japanese, Thai … five characters), after
 * Broder, "On the resemblance and containment of documents" (1997). Shingles are compared by 39-bit hashes: of 10,000 texts
 * of 800 words each, some 60 in 8 million are taken for one another.
 *
 * Exact, not a sketch: of a text that is contained to a part c, any n - ⌈c n⌉ + 1 of its n shingles must hold one that the other has; its rarest are
 * looked up (the prefix filter of Chaudhuri, Ganti and Kaushik 2006), and what is found there is compared as a whole.
 * Two things keep the list short where a text is there very often: of texts of the same words the later ones are paired with the first alone,
 * and by shingles of more than 64 texts a text is compared with the first and the next of them alone.
 */
export class NearDuplicates {
  readonly #hashes: Float64Array[] = [];
  readonly #copies: { readonly of: number; readonly text: number }[] = [];
  readonly #keys = new Map<string, number>();

  /** Takes a text up; the first is number 0. An empty one is no duplicate of any. Throws a RangeError for more than {@link MOST_TEXTS}. */
  add(text: string): void {
    const number = this.#hashes.length;
    if (number >= MOST_TEXTS) throw new RangeError(`No more than ${MOST_TEXTS} texts can be compared`);
    const { hashes, key } = shinglesOf(text, HASH_BITS);
    const known = this.#keys.get(key);
    if (known !== undefined && hashes.length > 0) this.#copies.push({ of: known, text: number });
    else this.#keys.set(key, number);
    this.#hashes.push(known === undefined ? hashes : new Float64Array());
  }

  /** All pairs of which the shorter text is contained to this part at least, in the order of their numbers.
   * @param containment above 0, to 1 */
  pairs(containment = 0.5): NearDuplicate[] {
    const found = this.#copies.map(({ of, text }): NearDuplicate => {
      return { first: of, second: text, resemblance: 1, containment: 1, shorter: text };
    });
    const index = new ShingleIndex(this.#hashes);
    const seen = new Set<number>();
    for (let text = 0; text < this.#hashes.length; text++) {
      for (const other of index.candidates(text, containment)) {
        const [first, second] = [Math.min(text, other), Math.max(text, other)];
        if (seen.has(first * MOST_TEXTS + second)) continue;
        const [one, two] = [index.shingles(first), index.shingles(second)];
        const fewest = Math.min(one.length, two.length);
        const common = commonOf(one, two);
        if (fewest < FEWEST_SHINGLES || common < Math.ceil(containment * fewest)) continue;
        seen.add(first * MOST_TEXTS + second);
        const resemblance = common / (one.length + two.length - common);
        const shorter = one.length < two.length ? first : second;
        found.push({ first, second, resemblance, containment: common / fewest, shorter });
      }
    }
    return found.sort((a, b) => a.first - b.first || a.second - b.second);
  }
}

/** Which texts have which shingles. A shingle is known by where the list of its texts begins. */
class ShingleIndex {
  /** Of all shingles of all texts the hash and, below it, the text's number; ascending. */
  readonly #entries: Float64Array;
  /** The shingles of each text in turn, ascending. */
  readonly #shingles: Uint32Array;
  /** Where a text's begin, and after the last one's. */
  readonly #starts: Uint32Array;
  /** How many texts have the shingle, at where the list of its texts begins. */
  readonly #counts: Uint32Array;

  constructor(hashes: readonly Float64Array[]) {
    const total = hashes.reduce((sum, { length }) => sum + length, 0);
    this.#entries = new Float64Array(total);
    this.#shingles = new Uint32Array(total);
    this.#counts = new Uint32Array(total);
    this.#starts = new Uint32Array(hashes.length + 1);
    let at = 0;
    for (const [text, own] of hashes.entries()) {
      this.#starts[text] = at;
      for (const hash of own) this.#entries[at++] = hash * MOST_TEXTS + text;
    }
    this.#starts[hashes.length] = total;
    this.#entries.sort();
    const next = this.#starts.slice();
    for (let begin = 0, n = 0; n < total; n++) {
      if (this.#hash(n) !== this.#hash(begin)) begin = n;
      this.#counts[begin] = n - begin + 1;
      const text = this.#text(n);
      const place = next[text] ?? 0;
      this.#shingles[place] = begin;
      next[text] = place + 1;
    }
  }

  shingles(text: number): Uint32Array {
    return this.#shingles.subarray(this.#starts[text], this.#starts[text + 1]);
  }

  /** Texts among which are all that hold a text to the part `containment`, but for what {@link NearDuplicates} says of shingles of very many texts. */
  candidates(text: number, containment: number): Set<number> {
    const own = this.shingles(text);
    const found = new Set<number>();
    const count = (shingle: number): number => this.#counts[shingle] ?? 0;
    const shared = own.filter((shingle) => count(shingle) > 1);
    const some = own.length - Math.ceil(containment * own.length) + 1 - (own.length - shared.length);
    if (some <= 0) return found;
    for (const shingle of shared.sort((a, b) => count(a) - count(b) || a - b).subarray(0, some)) {
      const end = shingle + count(shingle);
      if (count(shingle) <= MOST_COMPARED) {
        for (let n = shingle; n < end; n++) {
          const other = this.#text(n);
          if (this.shingles(other).length >= own.length) found.add(other);
        }
      } else {
        const next = this.#after(text, shingle, end);
        found.add(this.#text(shingle));
        if (next < end) found.add(this.#text(next));
      }
    }
    found.delete(text);
    return found;
  }

  /** The entry of a shingle after the one of a text. */
  #after(text: number, shingle: number, end: number): number {
    let [low, high] = [shingle, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#text(middle) <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #hash(n: number): number {
    return Math.floor((this.#entries[n] ?? 0) / MOST_TEXTS);
  }

  #text(n: number): number {
    return (this.#entries[n] ?? 0) % MOST_TEXTS;
  }
}

/** How many values two ascending lists share. */
function commonOf(a: Uint32Array, b: Uint32Array): number {
  let [one, other, common] = [0, 0, 0];
  while (one < a.length && other < b.length) {
    const difference = (a[one] ?? 0) - (b[other] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) one += 1;
    if (difference >= 0) other += 1;
  }
  return common;
}
