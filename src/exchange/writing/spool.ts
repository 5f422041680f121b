import { deflateSync, inflateSync } from 'fflate';

const BLOCK_UNITS = 65_536;

/** What waits until all that stands before it in the file is known. Kept as JSON, a line an item, deflated block by block: so a part of a file
 * that doesn't fit into memory does so while it waits. */
export class Spool<T extends string | object> {
  readonly #blocks: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();
  #lines = '';

  /** @param item comes back as JSON gives it back */
  add(item: T): void {
    this.#lines += `${JSON.stringify(item)}\n`;
    if (this.#lines.length < BLOCK_UNITS) return;
    this.#blocks.push(deflateSync(this.#encoder.encode(this.#lines), { level: 6 }));
    this.#lines = '';
  }

  /** All that was added, in its order. Unpacked as it is read, and let go of: it can be read once. */
  *taken(): Iterable<T> {
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      yield* itemsOf<T>(new TextDecoder().decode(inflateSync(block)));
    }
    const rest = this.#lines;
    this.#lines = '';
    yield* itemsOf<T>(rest);
  }
}

function* itemsOf<T>(lines: string): Iterable<T> {
  for (const line of lines.split('\n')) if (line !== '') yield JSON.parse(line) as T;
}
