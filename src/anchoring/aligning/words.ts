import type { Folded } from './folding';

/**
 * A folded text as a sequence of words: runs of letters and digits; each character for itself in scripts that are written
 * without blanks, and each mark of punctuation. Blanks belong to no word.
 */
export interface Words {
  readonly text: Folded;
  /** Where each begins and ends in the folded text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Equal words have equal ids; a hole's is negative and its own. */
  readonly ids: Int32Array;
}

const blank = 0x20;
/** Stands in a text for a stretch of unknown content: it equals nothing. A noncharacter of Unicode. */
export const hole = 0xffff;
/** Units that are looked at between two pauses. */
const share = 1 << 17;

const enum Kind {
  Blank,
  Letter,
  Alone,
}

/** Gives equal words of several texts equal numbers, from 0 on. */
export class Vocabulary {
  #table = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  /** For each id, where it stands: in which text, from where to where. */
  #texts = new Uint16Array(1 << 11);
  #starts = new Int32Array(1 << 11);
  #ends = new Int32Array(1 << 11);
  #count = 0;
  #holes = 0;
  readonly #known: Uint16Array[] = [];
  readonly #kinds = new Map<number, Kind>();
  readonly #ascii = Uint8Array.from({ length: 128 }, (_, code) => kindOf(code));

  /** The words of a text. Linear; yields the share that is done. */
  *words(text: Folded, withHoles = false): Generator<number, Words> {
    const { units } = text;
    const known = this.#known.push(units) - 1;
    let starts = new Int32Array((units.length >> 2) + 16);
    let ends = new Int32Array(starts.length);
    let ids = new Int32Array(starts.length);
    let count = 0;
    let at = 0;
    for (let pause = share; at < units.length; pause += share) {
      yield at / units.length;
      while (at < pause && at < units.length) {
        const kind = this.#kind(units[at] ?? 0);
        if (kind === Kind.Blank) {
          at += 1;
          continue;
        }
        const start = at;
        at += 1;
        if (kind === Kind.Letter) while (at < units.length && this.#kind(units[at] ?? 0) === Kind.Letter) at += 1;
        else if (isLow(units[at]) && isHigh(units[start])) at += 1;
        if (count === ids.length) {
          starts = larger(starts);
          ends = larger(ends);
          ids = larger(ids);
        }
        starts[count] = start;
        ends[count] = at;
        ids[count] = withHoles && units[start] === hole ? (this.#holes -= 1) : this.#idOf(known, start, at);
        count += 1;
      }
    }
    return { text, starts: starts.subarray(0, count), ends: ends.subarray(0, count), ids: ids.subarray(0, count) };
  }

  #kind(unit: number): Kind {
    if (unit < 128) return this.#ascii[unit] ?? Kind.Alone;
    let kind = this.#kinds.get(unit);
    if (kind === undefined) this.#kinds.set(unit, (kind = kindOf(unit)));
    return kind;
  }

  #idOf(text: number, start: number, end: number): number {
    const units = this.#known[text] ?? new Uint16Array();
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let id = this.#table[slot] ?? -1; id >= 0; id = this.#table[slot] ?? -1) {
      if (this.#hashes[id] === hash && this.#equals(id, units, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#added(slot, hash, text, start, end);
  }

  #equals(id: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.#starts[id] ?? 0;
    if ((this.#ends[id] ?? 0) - from !== end - start) return false;
    const others = this.#known[this.#texts[id] ?? 0] ?? units;
    for (let at = start; at < end; at += 1) if (units[at] !== others[from + at - start]) return false;
    return true;
  }

  #added(slot: number, hash: number, text: number, start: number, end: number): number {
    const id = this.#count++;
    if (id === this.#hashes.length) {
      this.#hashes = larger(this.#hashes);
      this.#starts = larger(this.#starts);
      this.#ends = larger(this.#ends);
      const texts = new Uint16Array(2 * this.#texts.length);
      texts.set(this.#texts);
      this.#texts = texts;
    }
    this.#table[slot] = id;
    this.#hashes[id] = hash;
    this.#texts[id] = text;
    this.#starts[id] = start;
    this.#ends[id] = end;
    if (this.#count * 2 > this.#table.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const mask = 2 * this.#table.length - 1;
    this.#table = new Int32Array(mask + 1).fill(-1);
    for (let id = 0; id < this.#count; id += 1) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      while ((this.#table[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.#table[slot] = id;
    }
  }
}

function larger(array: Int32Array): Int32Array<ArrayBuffer> {
  const result = new Int32Array(2 * array.length);
  result.set(array);
  return result;
}

function isHigh(unit = 0): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit = 0): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function kindOf(unit: number): Kind {
  if (unit === blank) return Kind.Blank;
  if (isHigh(unit) || isLow(unit) || isWrittenWithoutBlanks(unit)) return Kind.Alone;
  return /[\p{L}\p{N}\p{M}_]/u.test(String.fromCharCode(unit)) ? Kind.Letter : Kind.Alone;
}

/** Thai and Lao, Tibetan, Myanmar, Khmer; Han, Kana and their kin. Hangul is written with blanks. */
function isWrittenWithoutBlanks(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit < 0x10a0) ||
    (unit >= 0x1780 && unit < 0x1800) ||
    (unit >= 0x2e80 && unit < 0xa4d0) ||
    (unit >= 0xf900 && unit < 0xfb00)
  );
}
