/** Numbers in a row that grows: in pieces, so that little room is held that isn't filled. */
export class Growing<T extends Uint32Array | Int32Array | Float64Array> {
  readonly #full: T[] = [];
  #piece: T;
  #used = 0;
  /** How many the full pieces have. */
  #before = 0;

  /** @param of makes an array of a length */
  constructor(private readonly of: (length: number) => T) {
    this.#piece = of(FIRST);
  }

  get length(): number {
    return this.#before + this.#used;
  }

  push(value: number): void {
    if (this.#used === this.#piece.length) {
      this.#full.push(this.#piece);
      this.#before += this.#used;
      this.#piece = this.of(Math.min(2 * this.#piece.length, MOST));
      this.#used = 0;
    }
    this.#piece[this.#used++] = value;
  }

  /** All of them; the row is empty afterwards. */
  taken(): T {
    const all = this.of(this.length);
    let at = 0;
    for (const piece of this.#full.splice(0)) {
      all.set(piece, at);
      at += piece.length;
    }
    all.set(this.#piece.subarray(0, this.#used), at);
    this.#piece = this.of(FIRST);
    [this.#before, this.#used] = [0, 0];
    return all;
  }
}

const FIRST = 64;
const MOST = 1 << 18;

export const uint32s = (length: number): Uint32Array => new Uint32Array(length);
export const int32s = (length: number): Int32Array => new Int32Array(length);
export const float64s = (length: number): Float64Array => new Float64Array(length);
