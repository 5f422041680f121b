import { Zip, type ZipInputFile } from 'fflate';
import type { ExportChunks } from '../format';
import { Gzip } from './gzip';

/** The same for every archive, so that the same export gives the same bytes; zip knows no earlier time. */
const TIME = new Date(1980, 0, 1);
const DEFLATED = 8;
const MAX_BYTES = 0xffff_ffff;
const MAX_FILES = 0xffff;

/** The files of an export as one zip archive, in pieces, as they come. No zip64: at most 65,535 files, and 4 GB of each and in all,
 * beyond which it throws a RangeError. */
export async function* zipped(chunks: ExportChunks): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  let [size, files] = [0, 0];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    size += data.length;
    ready.push(data);
  });
  let entry: Entry | undefined;
  for await (const { path, chunk } of chunks) {
    if (path !== entry?.path) {
      await entry?.end();
      entry = new Entry(path, zip);
      files += 1;
    }
    await entry.add(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
    if (files > MAX_FILES || Math.max(size, entry.size) > MAX_BYTES) throw tooLarge();
    yield* ready;
    ready = [];
  }
  await entry?.end();
  zip.end();
  if (size > MAX_BYTES) throw tooLarge();
  yield* ready;
}

function tooLarge(): RangeError {
  return new RangeError('The archive would be larger than a zip can be');
}

/** What gzip has around deflated data: a head, and the content's checksum and length. */
const HEAD_BYTES = 10;
const TAIL_BYTES = 8;

/** A file of an archive while it is packed: as gzip, which brings the checksum. */
class Entry {
  /** What the archive keeps of it. */
  readonly #file: ZipInputFile;
  readonly #gzip = new Gzip((packed) => this.#take(packed));
  /** What came last, for it may be the tail. */
  #held = new Uint8Array();
  #begin = HEAD_BYTES;

  constructor(
    readonly path: string,
    zip: Zip,
  ) {
    this.#file = { filename: path, size: 0, crc: 0, compression: DEFLATED, mtime: TIME };
    zip.add(this.#file);
  }

  /** Of its content so far. */
  get size(): number {
    return this.#file.size;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#file.size += bytes.length;
    await this.#gzip.add(bytes);
  }

  async end(): Promise<void> {
    await this.#gzip.end();
    this.#file.crc = new DataView(this.#held.buffer).getUint32(0, true);
    this.#file.ondata?.(null, new Uint8Array(), true);
  }

  #take(packed: Uint8Array): void {
    const all = new Uint8Array(this.#held.length + packed.length);
    all.set(this.#held);
    all.set(packed, this.#held.length);
    const end = all.length - TAIL_BYTES;
    if (end > this.#begin) this.#file.ondata?.(null, all.subarray(this.#begin, end), false);
    this.#held = end > this.#begin ? all.slice(end) : all;
    if (end > this.#begin) this.#begin = 0;
  }
}
