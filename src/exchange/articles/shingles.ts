import type { Work } from '../../anchoring/slices';

/** How many words in a row are a shingle. */
const WORDS = 5;
/** So many are hashed without a pause. */
const WORDS_AT_ONCE = 4096;

const words = /[\p{L}\p{N}\p{M}]+/gu;
/** Writing without spaces between words: there each character counts as a word. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What a text is made of, without regard to case, punctuation, white space and compatibility forms. */
export interface Shingles {
  /** Hashes below 2 ** `bits` of every five words in a row, ascending, each once; of a shorter text, of all its words; empty where it has none. */
  readonly hashes: Float64Array;
  /** The same for texts of the same words in the same order. */
  readonly key: string;
}

/** The shingles of a text (Broder 1997, "On the resemblance and containment of documents").
 * @param bits of a hash, 33 to 52 */
export function* shinglesOf(text: string, bits: number): Work<Shingles> {
  const [one, other] = yield* wordHashes(text);
  const high = 2 ** (bits - 32);
  const count = one.length === 0 ? 0 : Math.max(1, one.length - WORDS + 1);
  const all = new Float64Array(count);
  let [keyOne, keyOther] = [0, 0];
  for (let at = 0; at < count; at++) {
    let [a, b] = [0x9e3779b9, 0x85ebca6b];
    for (let n = at; n < Math.min(at + WORDS, one.length); n++) {
      a = mixed(Math.imul(a, 31) ^ (one[n] ?? 0));
      b = mixed(Math.imul(b, 37) ^ (other[n] ?? 0));
    }
    all[at] = (a >>> 0) + 2 ** 32 * ((b >>> 0) % high);
    keyOne = mixed(Math.imul(keyOne, 31) ^ a);
    keyOther = mixed(Math.imul(keyOther, 37) ^ b);
    if (at % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) yield 0.5 + at / count / 2;
  }
  all.sort();
  return { hashes: distinct(all), key: `${one.length} ${keyOne >>> 0} ${keyOther >>> 0}` };
}

/** Two hashes of each word, in the order of the text. */
function* wordHashes(text: string): Work<readonly [readonly number[], readonly number[]]> {
  const [one, other]: [number[], number[]] = [[], []];
  const add = (word: string): void => {
    let [a, b] = [0x811c9dc5, 0x1b873593];
    for (let n = 0; n < word.length; n++) {
      const unit = word.charCodeAt(n);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x5bd1e995);
    }
    one.push(mixed(a));
    other.push(mixed(b));
  };
  const all = text.normalize('NFKC').toLowerCase().match(words) ?? [];
  for (const [n, word] of all.entries()) {
    if (!spaceless.test(word)) add(word);
    else for (const character of word) add(character);
    if (n % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) yield n / all.length / 2;
  }
  return [one, other];
}

/** Every bit of a 32-bit number depends on every other (the finalizer of MurmurHash3, public domain, Austin Appleby). */
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** A sorted list's values, each once. */
function distinct(sorted: Float64Array): Float64Array {
  let count = 0;
  for (let n = 0; n < sorted.length; n++) {
    if (n === 0 || sorted[n] !== sorted[n - 1]) sorted[count++] = sorted[n] ?? 0;
  }
  return sorted.slice(0, count);
}
