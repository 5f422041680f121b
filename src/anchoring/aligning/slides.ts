import { begins } from './begins';
import type { Links } from './links';

/** Words that a border is slid at most. */
const mostSlid = 64;
/** Words that are looked at between two pauses. */
const share = 1 << 16;

/**
 * Where the same words stand at both ends of what was put in, left out or moved, it can be told in several ways which of
 * them is old: the stretch is taken to begin where a line or a sentence does. Yields the share that is done.
 */
export function* slideBorders(links: Links): Generator<number, void> {
  const { old, now, to, from } = links;
  const oldBegins = yield* begins(old);
  const nowBegins = yield* begins(now);
  const inserted = new Side(old.ids, now.ids, to, from, oldBegins, nowBegins);
  for (let at = 0; at < to.length; at += share) {
    yield (0.5 * at) / to.length;
    inserted.slide(at, Math.min(to.length, at + share));
  }
  const deleted = new Side(now.ids, old.ids, from, to, nowBegins, oldBegins);
  for (let at = 0; at < from.length; at += share) {
    yield 0.5 + (0.5 * at) / from.length;
    deleted.slide(at, Math.min(from.length, at + share));
  }
}

/** Neighbouring words of one text that aren't neighbours in the other. */
class Side {
  constructor(
    private readonly ids: Int32Array,
    private readonly others: Int32Array,
    private readonly to: Int32Array,
    private readonly from: Int32Array,
    private readonly begins: Uint8Array,
    private readonly othersBegin: Uint8Array,
  ) {}

  slide(start: number, end: number): void {
    const { to } = this;
    for (let word = start; word + 1 < end; word += 1) {
      const j = to[word] ?? -1;
      const k = to[word + 1] ?? -1;
      if (j < 0 || k < 0 || k === j + 1) continue;
      const right = this.#right(word, j, k);
      const left = this.#left(word, j, k);
      if (left === 0 && right === 0) continue;
      let best = 0;
      for (let by = -left; by <= right; by += 1)
        if (this.#worth(word, j, k, by) > this.#worth(word, j, k, best)) best = by;
      this.#move(word, j, k, best);
    }
  }

  #worth(word: number, j: number, k: number, by: number): number {
    return (this.begins[word + 1 + by] ?? 0) + (this.othersBegin[j + 1 + by] ?? 0) + (this.othersBegin[k + by] ?? 0);
  }

  #right(word: number, j: number, k: number): number {
    let by = 0;
    while (by < mostSlid && this.to[word + 1 + by] === k + by && this.#fits(word + 1 + by, j + 1 + by, k, k + by))
      by += 1;
    return by;
  }

  #left(word: number, j: number, k: number): number {
    let by = 0;
    while (by < mostSlid && this.to[word - by] === j - by && this.#fits(word - by, k - 1 - by, j - by + 1, j + 1))
      by += 1;
    return by;
  }

  /** Whether a word may be linked to this one: it is equal, and free, or one of those that are freed. */
  #fits(word: number, other: number, freedFrom: number, freedTo: number): boolean {
    if (this.ids[word] !== this.others[other]) return false;
    return this.from[other] === -1 || (other >= freedFrom && other < freedTo);
  }

  #move(word: number, j: number, k: number, by: number): void {
    for (let step = 0; step < by; step += 1) this.#relink(word + 1 + step, j + 1 + step);
    for (let step = 0; step < -by; step += 1) this.#relink(word - step, k - 1 - step);
  }

  #relink(word: number, other: number): void {
    const before = this.to[word] ?? -1;
    if (this.from[before] === word) this.from[before] = -1;
    this.to[word] = other;
    this.from[other] = word;
  }
}
