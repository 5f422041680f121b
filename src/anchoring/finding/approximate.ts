/** Where a pattern ends in a text with the fewest edits (units put in, left out or replaced). */
export interface Approximate {
  readonly end: number;
  readonly edits: number;
}

/**
 * Approximate matching by bit vectors: 32 rows of the table of edit distances at a time (G. Myers, "A fast bit-vector
 * algorithm for approximate string matching based on dynamic programming", JACM 46, 1999; in blocks, with H. Hyyrö's
 * horizontal deltas, 2003). Time is text times pattern / 32.
 */
export class Matcher {
  readonly #symbols = new Int16Array(0x10000);
  #masks = new Int32Array(0);
  #plus = new Int32Array(0);
  #minus = new Int32Array(0);

  /**
   * The edits of the best match that ends behind each unit of `text` from `start` to `end`.
   * @param pattern at most 32,000 units
   */
  distances(pattern: Uint16Array, text: Uint16Array, start: number, end: number): Int16Array {
    const rows = pattern.length;
    const blocks = (rows + 31) >> 5;
    const symbols = this.#prepare(pattern, blocks);
    const plus = this.#plus;
    const minus = this.#minus;
    for (let block = 0; block < blocks; block += 1) {
      plus[block] = -1;
      minus[block] = 0;
    }
    const result = new Int16Array(Math.max(0, end - start));
    const lastBit = 1 << ((rows - 1) & 31);
    let score = rows;
    for (let at = start; at < end; at += 1) {
      const symbol = symbols[text[at] ?? 0] ?? 0;
      let carry = 0;
      for (let block = 0; block < blocks; block += 1) {
        const pv = plus[block] ?? 0;
        const mv = minus[block] ?? 0;
        let eq = this.#masks[symbol * blocks + block] ?? 0;
        const negative = carry < 0 ? 1 : 0;
        const xv = eq | mv;
        eq |= negative;
        const xh = (((eq & pv) + pv) ^ pv) | eq;
        let ph = mv | ~(xh | pv);
        let mh = pv & xh;
        const bit = block === blocks - 1 ? lastBit : 1 << 31;
        const out = (ph & bit) !== 0 ? 1 : (mh & bit) !== 0 ? -1 : 0;
        ph = (ph << 1) | (carry > 0 ? 1 : 0);
        mh = (mh << 1) | negative;
        plus[block] = mh | ~(xv | ph);
        minus[block] = ph & xv;
        carry = out;
      }
      score += carry;
      result[at - start] = score;
    }
    for (const unit of pattern) symbols[unit] = 0;
    return result;
  }

  #prepare(pattern: Uint16Array, blocks: number): Int16Array {
    const symbols = this.#symbols;
    let count = 1;
    for (const unit of pattern) if (symbols[unit] === 0) symbols[unit] = count++;
    if (this.#masks.length < count * blocks) this.#masks = new Int32Array(2 * count * blocks);
    if (this.#plus.length < blocks) {
      this.#plus = new Int32Array(2 * blocks);
      this.#minus = new Int32Array(2 * blocks);
    }
    this.#masks.fill(0, 0, count * blocks);
    pattern.forEach((unit, row) => {
      const mask = (symbols[unit] ?? 0) * blocks + (row >> 5);
      this.#masks[mask] = (this.#masks[mask] ?? 0) | (1 << (row & 31));
    });
    return symbols;
  }
}

/**
 * For each unit of a pattern the unit of the text that it stands for in the best match that ends before `end`; -1 where it
 * was left out or replaced.
 * @param edits of that match
 */
export function traced(pattern: Uint16Array, text: Uint16Array, end: number, edits: number): Int32Array {
  const rows = pattern.length;
  const from = Math.max(0, end - rows - edits);
  const width = end - from + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let i = 1; i <= rows; i += 1) {
    const unit = pattern[i - 1];
    let at = i * width;
    table[at] = i;
    for (let j = 1; j < width; j += 1) {
      at += 1;
      const diagonal = (table[at - width - 1] ?? 0) + (unit === text[from + j - 1] ? 0 : 1);
      const other = Math.min(table[at - width] ?? 0, table[at - 1] ?? 0) + 1;
      table[at] = diagonal < other ? diagonal : other;
    }
  }
  const found = new Int32Array(rows).fill(-1);
  for (let i = rows, j = width - 1; i > 0 && j > 0;) {
    const at = i * width + j;
    const equal = pattern[i - 1] === text[from + j - 1];
    if (equal && table[at] === table[at - width - 1]) {
      found[i - 1] = from + j - 1;
      i -= 1;
      j -= 1;
    } else if (table[at] === (table[at - width] ?? 0) + 1) i -= 1;
    else if (table[at] === (table[at - 1] ?? 0) + 1) j -= 1;
    else {
      i -= 1;
      j -= 1;
    }
  }
  return found;
}
