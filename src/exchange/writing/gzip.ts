/** Packs bytes as gzip (RFC 1952) while they come, by the host: it takes a fraction of the time and the memory that JavaScript would.
 * What goes wrong is said to whoever waits next. */
export class Gzip {
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #output: Promise<void>;
  #packing: Promise<void> = Promise.resolve();

  /** @param take gets the packed bytes, piece by piece */
  constructor(take: (packed: Uint8Array) => void) {
    const { readable, writable } = new CompressionStream('gzip');
    this.#input = (writable as WritableStream<Uint8Array>).getWriter();
    this.#output = readAll(readable as ReadableStream<Uint8Array>, take);
    this.#output.catch(() => undefined);
  }

  /** Waits for the bytes before these, for a host would queue without an end; meanwhile the next ones can be made.
   * @param bytes mustn't change any more */
  async add(bytes: Uint8Array): Promise<void> {
    await this.#packing;
    this.#packing = this.#input.write(bytes);
    this.#packing.catch(() => undefined);
  }

  /** When all is packed, and was taken. */
  async end(): Promise<void> {
    await this.#input.close();
    await this.#output;
  }
}

async function readAll(stream: ReadableStream<Uint8Array>, take: (packed: Uint8Array) => void): Promise<void> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) take(next.value);
}
