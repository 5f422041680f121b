import type { Work } from '../../anchoring/slices';

/** Hashes and numbers of texts share a double's 53 bits. */
const NUMBER_BITS = 14;
export const HASH_BITS = 53 - NUMBER_BITS;
/** How many texts can be compared. */
export const MOST_TEXTS = 2 ** NUMBER_BITS;
/** A shingle of more texts than that is nothing by which each is compared with each other. */
const MOST_COMPARED = 64;
/** Hashes are sorted by their highest bits first, so that sorting can be interrupted. */
const BUCKET_BITS = 10;
const BUCKETS = 2 ** BUCKET_BITS;
const BUCKET_SIZE = 2 ** (HASH_BITS - BUCKET_BITS);

/** Which texts have which shingles, of those that several have: what is one text's alone is common to no two. A shingle is known by where
 * the list of its texts begins. */
export class ShingleIndex {
  /** Of all shared shingles of all texts the hash and, below it, the text's number; ascending. */
  #entries = new Float64Array();
  /** The shared shingles of each text in turn, ascending. */
  #shingles = new Uint32Array();
  /** Where a text's begin, and after the last one's. */
  readonly #starts: Uint32Array;
  /** How many texts have the shingle, at where the list of its texts begins. */
  #counts = new Uint32Array();

  /** An empty one: see {@link build}.
   * @param hashes of each text, ascending, each once, below 2 ** {@link HASH_BITS}
   * @param ofFirst shingles count that one of the first so many texts has */
  constructor(
    private readonly hashes: readonly Float64Array[],
    private readonly ofFirst: number,
  ) {
    this.#starts = new Uint32Array(hashes.length + 1);
  }

  *build(): Work<void> {
    for (const share of this.#sort()) yield share * 0.9;
    for (let text = 0; text < this.hashes.length; text++) {
      this.#starts[text + 1] = (this.#starts[text + 1] ?? 0) + (this.#starts[text] ?? 0);
    }
    this.#counts = new Uint32Array(this.#entries.length);
    this.#shingles = new Uint32Array(this.#entries.length);
    const next = this.#starts.slice();
    for (let begin = 0; begin < this.#entries.length;) {
      const end = endOfShingle(this.#entries, begin, this.#entries.length);
      this.#counts[begin] = end - begin;
      for (let n = begin; n < end; n++) {
        const text = this.#text(n);
        const place = next[text] ?? 0;
        this.#shingles[place] = begin;
        next[text] = place + 1;
      }
      begin = end;
      yield 0.9 + (0.1 * end) / this.#entries.length;
    }
  }

  /** Fills the entries, and tells by the starts how many each text has. */
  *#sort(): Work<void> {
    const steps = 2 * this.hashes.length + BUCKETS;
    let step = 0;
    const starts = new Uint32Array(BUCKETS + 1);
    const bucketOf = (hash: number): number => Math.floor(hash / BUCKET_SIZE);
    for (const own of this.hashes) {
      for (const hash of own) starts[bucketOf(hash) + 1] = (starts[bucketOf(hash) + 1] ?? 0) + 1;
      yield step++ / steps;
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
    }
    const entries = new Float64Array(starts[BUCKETS] ?? 0);
    const next = starts.slice();
    for (const [text, own] of this.hashes.entries()) {
      for (const hash of own) {
        const bucket = bucketOf(hash);
        const place = next[bucket] ?? 0;
        entries[place] = hash * MOST_TEXTS + text;
        next[bucket] = place + 1;
      }
      yield step++ / steps;
    }
    let kept = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const [from = 0, to = 0] = starts.subarray(bucket, bucket + 2);
      entries.subarray(from, to).sort();
      kept = this.#keepShared(entries, from, to, kept);
      yield step++ / steps;
    }
    this.#entries = entries.slice(0, kept);
  }

  /** Moves those of sorted entries that count to the place `kept`, which is none of them or before; gives the place after them. */
  #keepShared(entries: Float64Array, from: number, to: number, kept: number): number {
    for (let begin = from, end; begin < to; begin = end) {
      end = endOfShingle(entries, begin, to);
      if (end - begin === 1 || (entries[begin] ?? 0) % MOST_TEXTS >= this.ofFirst) continue;
      for (let n = begin; n < end; n++) {
        const entry = entries[n] ?? 0;
        const text = entry % MOST_TEXTS;
        entries[kept++] = entry;
        this.#starts[text + 1] = (this.#starts[text + 1] ?? 0) + 1;
      }
    }
    return kept;
  }

  /** Of a text, those that count. */
  shingles(text: number): Uint32Array {
    return this.#shingles.subarray(this.#starts[text], this.#starts[text + 1]);
  }

  /** How many shingles a text has, with those that are its own alone. */
  count(text: number): number {
    return this.hashes[text]?.length ?? 0;
  }

  /** Texts among which are all that hold a text to the part `containment`, but that by a shingle of more than {@link MOST_COMPARED} texts only its first
   * text and the next one after `text` are found. */
  candidates(text: number, containment: number): Set<number> {
    const own = this.shingles(text).slice();
    const found = new Set<number>();
    const count = (shingle: number): number => this.#counts[shingle] ?? 0;
    // Of all its shingles but these, fewer are left than must be common.
    const some = own.length - Math.ceil(containment * this.count(text)) + 1;
    if (some <= 0) return found;
    for (const shingle of own.sort((a, b) => count(a) - count(b) || a - b).subarray(0, some)) {
      const end = shingle + count(shingle);
      if (count(shingle) <= MOST_COMPARED) {
        for (let n = shingle; n < end; n++) {
          const other = this.#text(n);
          if (this.count(other) >= this.count(text)) found.add(other);
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

  #text(n: number): number {
    return (this.#entries[n] ?? 0) % MOST_TEXTS;
  }
}

/** Where the entries of the shingle at `begin` end, which are all before `to`. */
function endOfShingle(entries: Float64Array, begin: number, to: number): number {
  const next = (Math.floor((entries[begin] ?? 0) / MOST_TEXTS) + 1) * MOST_TEXTS;
  let end = begin + 1;
  while (end < to && (entries[end] ?? 0) < next) end += 1;
  return end;
}
