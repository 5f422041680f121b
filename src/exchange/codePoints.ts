/** Offsets of one text in UTF-16 code units and in code points, either way, in logarithmic time. A lone surrogate is one code
 * point. An offset between the halves of a pair counts as its end in code points. */
export class CodePoints {
  /** Where each astral character starts, in code units. */
  readonly #astral: number[] = [];
  readonly #length: number;

  constructor(text: string) {
    for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#astral.push(index);
    this.#length = text.length;
  }

  /** The text's length in code points. */
  get length(): number {
    return this.#length - this.#astral.length;
  }

  /** The code points before an offset in code units. */
  fromUnits(offset: number): number {
    return offset - this.#countBefore((index) => (this.#astral[index] ?? 0) < offset);
  }

  /** The code units before an offset in code points; negative and too large ones stay out of the text. */
  toUnits(offset: number): number {
    return offset + this.#countBefore((index) => (this.#astral[index] ?? 0) - index < offset);
  }

  /** How many of the first astral characters fulfil `isBefore`, which is true up to some one. */
  #countBefore(isBefore: (index: number) => boolean): number {
    let low = 0;
    let high = this.#astral.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
