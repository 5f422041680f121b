import { Zip, ZipDeflate } from 'fflate';
import type { ExportChunk } from '../format';

/** The same for every archive, so that the same export gives the same bytes; zip knows no earlier time. */
const TIME = new Date(1980, 0, 1);

/** The files of an export as one zip archive, in pieces, as they come. No zip64: at most 4 GB and 65,535 files, beyond which it
 * throws a RangeError. */
export async function* zipped(chunks: AsyncIterable<ExportChunk>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  let [size, files] = [0, 0];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    size += data.length;
    if (size > 0xffff_ffff || files > 0xffff) throw new RangeError('The archive would be larger than a zip can be');
    ready.push(data);
  });
  let entry: ZipDeflate | undefined;
  let path: string | undefined;
  for await (const next of chunks) {
    if (next.path !== path || !entry) {
      entry?.push(new Uint8Array(), true);
      path = next.path;
      files += 1;
      entry = new ZipDeflate(path, { level: 6 });
      entry.mtime = TIME;
      zip.add(entry);
    }
    entry.push(typeof next.chunk === 'string' ? encoder.encode(next.chunk) : next.chunk);
    yield* ready;
    ready = [];
  }
  entry?.push(new Uint8Array(), true);
  zip.end();
  yield* ready;
}
