import type { Block, Links } from './links';

const base = 0x01000193;
const none = -1;
const many = -2;
/** Windows that are hashed between two pauses. */
const share = 1 << 15;

/** Words that a block may be farther from its neighbour than twice what it was. */
const nearby = 20;

/** How much a block that isn't where its neighbours are must have in common to be taken for moved. */
export interface Moving {
  readonly words: number;
  readonly units: number;
}

/**
 * Links stretches of `size` words, of those that aren't linked yet, that occur once in each text, and what is equal around
 * them. One that isn't where its linked neighbours say must be so long as `moving` says. Linear in both texts.
 */
export function* linkShingles(links: Links, size: number, moving: Moving): Generator<number, void> {
  const { old, now, to, from } = links;
  const table = new Shingles(to.length);
  for (let at = 0; at < to.length; at += share) {
    yield (0.3 * at) / to.length;
    windows(old.ids, to, at, Math.min(at + share, to.length), size, (i, hash) => table.addOld(hash, i));
  }
  for (let at = 0; at < from.length; at += share) {
    yield 0.3 + (0.3 * at) / from.length;
    windows(now.ids, from, at, Math.min(at + share, from.length), size, (j, hash) => table.addNow(hash, j));
  }
  // Sweeps the old text with the linked neighbours on both sides in sight.
  let previous = -1;
  let next = -1;
  const sweep = (start: number, end: number): void => {
    for (let i = start; i < end; i += 1) {
      if (to[i] !== -1) {
        previous = i;
        continue;
      }
      if (next <= i) next = links.nextLinked(i, to);
      const j = table.pairOf(i);
      if (j < 0 || !links.free(i, j)) continue;
      const block = links.around(i, j);
      if (block.length < size) continue;
      if (
        links.size(block.i, block.length) >= moving.units ||
        block.length >= moving.words ||
        isNear(links, block, previous, next)
      )
        links.link(block.i, block.j, block.length);
    }
  };
  for (let slot = 0; slot < table.size; slot += 8 * share) {
    yield 0.6;
    table.pairUp(slot, slot + 8 * share);
  }
  for (let at = 0; at < to.length; at += share) {
    yield 0.6 + (0.4 * at) / to.length;
    sweep(at, Math.min(at + share, to.length));
  }
}

/** Whether a block stands near where a linked neighbour on one side has it, and in order with both. */
function isNear({ to }: Links, { i, j, length }: Block, previous: number, next: number): boolean {
  const before = to[previous] ?? -1;
  const behind = to[next] ?? -1;
  if ((before >= 0 && j <= before) || (behind >= 0 && j + length > behind)) return false;
  const isAtMost = (distance: number, inOld: number): boolean => distance <= 2 * inOld + nearby;
  return (
    (before >= 0 && isAtMost(j - before, i - previous)) ||
    (behind >= 0 && isAtMost(behind - (j + length), next - (i + length)))
  );
}

/** Tells the hash of each window of `size` unlinked words that begins in a share of a text. */
function windows(
  ids: Int32Array,
  linked: Int32Array,
  start: number,
  end: number,
  size: number,
  visit: (at: number, hash: number) => void,
): void {
  let top = 1;
  for (let step = 1; step < size; step += 1) top = Math.imul(top, base);
  let hash = 0;
  let run = 0;
  const last = Math.min(ids.length, end + size - 1);
  for (let at = start; at < last; at += 1) {
    if (linked[at] !== -1) {
      run = 0;
      hash = 0;
      continue;
    }
    if (run === size) hash = (hash - Math.imul(mixed(ids[at - size] ?? 0), top)) | 0;
    else run += 1;
    hash = (Math.imul(hash, base) + mixed(ids[at] ?? 0)) | 0;
    if (run === size) visit(at - size + 1, hash);
  }
}

function mixed(id: number): number {
  const hash = Math.imul(id ^ (id >>> 16), 0x7feb352d);
  return hash ^ (hash >>> 15);
}

/** By the hash of a shingle: where it is in each text, `none`, or `many`. */
class Shingles {
  readonly #mask: number;
  readonly #keys: Int32Array;
  readonly #inOld: Int32Array;
  readonly #inNow: Int32Array;
  readonly #pairs: Int32Array;

  constructor(count: number) {
    let size = 1024;
    while (size < 2 * count) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#inOld = new Int32Array(size).fill(none);
    this.#inNow = new Int32Array(size).fill(none);
    this.#pairs = new Int32Array(count).fill(none);
  }

  addOld(hash: number, i: number): void {
    let slot = this.#slot(hash);
    for (; this.#inOld[slot] !== none; slot = (slot + 1) & this.#mask)
      if (this.#keys[slot] === hash) {
        this.#inOld[slot] = many;
        return;
      }
    this.#keys[slot] = hash;
    this.#inOld[slot] = i;
  }

  addNow(hash: number, j: number): void {
    for (let slot = this.#slot(hash); this.#inOld[slot] !== none; slot = (slot + 1) & this.#mask)
      if (this.#keys[slot] === hash) {
        this.#inNow[slot] = this.#inNow[slot] === none ? j : many;
        return;
      }
  }

  get size(): number {
    return this.#mask + 1;
  }

  /** Notes the pairs of a share of the table; to be called when all are in. */
  pairUp(start: number, end: number): void {
    for (let slot = start; slot < Math.min(end, this.size); slot += 1) {
      const i = this.#inOld[slot] ?? none;
      const j = this.#inNow[slot] ?? none;
      if (i >= 0 && j >= 0) this.#pairs[i] = j;
    }
  }

  pairOf(i: number): number {
    return this.#pairs[i] ?? none;
  }

  #slot(hash: number): number {
    return (hash ^ (hash >>> 13)) & this.#mask;
  }
}
