import { deflateSync, inflateSync } from 'fflate';

const BLOCK_UNITS = 262_144;
/** What waits of a large project is most of the memory that its export takes. */
const LEVEL = 6;

/** Text that waits until what stands before it in the file is known. Kept deflated, block by block, so that a part of a file that
 * doesn't fit into memory does so while it waits. */
export class Spool {
  readonly #blocks: Uint8Array[] = [];
  #text = '';

  /** A piece is never split, so neither is a surrogate pair. */
  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length < BLOCK_UNITS) return;
    this.#blocks.push(deflateSync(new TextEncoder().encode(this.#text), { level: LEVEL }));
    this.#text = '';
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#text === '';
  }

  /** All that was added, in its order; unpacked as it is read, and let go of: it can be read once. */
  *taken(): Iterable<string> {
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      yield new TextDecoder('utf-8', { ignoreBOM: true }).decode(inflateSync(block));
    }
    if (this.#text !== '') yield this.#text;
    this.#text = '';
  }
}
