import type { Work } from '../../anchoring/slices';
import { HASH_BITS, MOST_TEXTS, ShingleIndex } from './shingleIndex';
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

  /** How many texts were taken up. */
  get size(): number {
    return this.#hashes.length;
  }

  /** Takes a text up; the first is number 0. An empty one is no duplicate of any. Throws a RangeError for more than {@link MOST_TEXTS}. */
  *add(text: string): Work<void> {
    if (this.size >= MOST_TEXTS) throw new RangeError(`No more than ${MOST_TEXTS} texts can be compared`);
    const { hashes, key } = yield* shinglesOf(text, HASH_BITS);
    const number = this.size;
    const known = this.#keys.get(key);
    if (known !== undefined && hashes.length > 0) this.#copies.push({ of: known, text: number });
    else this.#keys.set(key, number);
    this.#hashes.push(known === undefined ? hashes : new Float64Array());
  }

  /** All pairs of which the shorter text is contained to this part at least, in the order of their numbers.
   * @param containment above 0, to 1
   * @param ofFirst gives only pairs with at least one of the first so many texts, as all do by default */
  *pairs(containment: number, ofFirst = MOST_TEXTS): Work<NearDuplicate[]> {
    const copies = this.#copies.filter(({ of }) => of < ofFirst);
    const found = copies.map(({ of, text }): NearDuplicate => {
      return { first: of, second: text, resemblance: 1, containment: 1, shorter: text };
    });
    const index = new ShingleIndex(this.#hashes, ofFirst);
    for (const share of index.build()) yield share / 2;
    const seen = new Set<number>();
    for (let text = 0; text < this.size; text++) {
      for (const other of index.candidates(text, containment)) {
        yield (1 + text / this.size) / 2;
        const [first, second] = [Math.min(text, other), Math.max(text, other)];
        if (first >= ofFirst || seen.has(first * MOST_TEXTS + second)) continue;
        const [one, two] = [index.count(first), index.count(second)];
        const fewest = Math.min(one, two);
        const common = commonOf(index.shingles(first), index.shingles(second));
        if (fewest < FEWEST_SHINGLES || common < Math.ceil(containment * fewest)) continue;
        seen.add(first * MOST_TEXTS + second);
        const resemblance = common / (one + two - common);
        const shorter = one < two ? first : second;
        found.push({ first, second, resemblance, containment: common / fewest, shorter });
      }
      yield (1 + text / this.size) / 2;
    }
    return found.sort((a, b) => a.first - b.first || a.second - b.second);
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
