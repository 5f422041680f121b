import type { Words } from './words';

/** Which word of an old text is which of a new one; each is linked once at most. */
export class Links {
  /** By word of the old text: the new one's, or -1; and the other way about. */
  readonly to: Int32Array;
  readonly from: Int32Array;

  constructor(
    readonly old: Words,
    readonly now: Words,
  ) {
    this.to = new Int32Array(old.ids.length).fill(-1);
    this.from = new Int32Array(now.ids.length).fill(-1);
  }

  /** Whether two words are there, equal and both not linked yet. */
  free(i: number, j: number): boolean {
    return this.to[i] === -1 && this.from[j] === -1 && this.old.ids[i] === this.now.ids[j];
  }

  link(i: number, j: number, length: number): void {
    for (let step = 0; step < length; step += 1) {
      this.to[i + step] = j + step;
      this.from[j + step] = i + step;
    }
  }

  unlink(i: number, length: number): void {
    for (let at = i; at < i + length; at += 1) {
      this.from[this.to[at] ?? -1] = -1;
      this.to[at] = -1;
    }
  }

  /** The longest stretch of free, equal words around two of them. */
  around(i: number, j: number): Block {
    let low = 0;
    while (this.free(i + low - 1, j + low - 1)) low -= 1;
    let high = 1;
    while (this.free(i + high, j + high)) high += 1;
    return { i: i + low, j: j + low, length: high - low };
  }

  /** Links what both texts begin and end with. */
  linkEnds(): void {
    const { length } = this.to;
    const others = this.from.length;
    let head = 0;
    while (this.free(head, head)) head += 1;
    this.link(0, 0, head);
    let tail = 0;
    while (this.free(length - 1 - tail, others - 1 - tail)) tail += 1;
    this.link(length - tail, others - tail, tail);
  }

  /** Units of the folded text that `length` words cover. */
  size(i: number, length: number): number {
    return (this.old.ends[i + length - 1] ?? 0) - (this.old.starts[i] ?? 0);
  }

  /** The first linked word at or behind `i`; the count of words where none is. */
  nextLinked(i: number, to: Int32Array): number {
    let at = i;
    while (at < to.length && to[at] === -1) at += 1;
    return at;
  }

  /** Stretches of neighbouring words that are linked to neighbouring words, ascending in the old text. */
  blocks(): Block[] {
    const found: Block[] = [];
    for (let i = 0; i < this.to.length;) {
      const j = this.to[i] ?? -1;
      if (j === -1) {
        i += 1;
        continue;
      }
      let length = 1;
      while (this.to[i + length] === j + length) length += 1;
      found.push({ i, j, length });
      i += length;
    }
    return found;
  }
}

/** Neighbouring words of the old text from `i` on that are equal to neighbouring words of the new one from `j` on. */
export interface Block {
  readonly i: number;
  readonly j: number;
  readonly length: number;
}
