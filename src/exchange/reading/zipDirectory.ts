import { Inflate } from 'fflate';

/** A file in an archive, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, and as they are in the archive: what the directory says. */
  readonly size: number;
  readonly packed: number;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Of what is unpacked. */
  readonly crc: number;
  /** Where its local header is. */
  readonly offset: number;
}

/** What is wrong with an archive: a sentence without a full stop. */
export class ZipProblem extends Error {}

const ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
/** A field that says that the true value is in the record of ZIP64. */
const ELSEWHERE = 0xffffffff;

/** The files of a zip archive by its central directory (PKWARE's APPNOTE.TXT 6.3.10, 4.3), ZIP64 too; one after the other, so that whoever
 * finds them too many can stop. Throws a {@link ZipProblem}. */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryIn(view);
  let at = directory.offset;
  for (let n = 0; n < directory.count; n++) {
    if (!isAt(view, at, ENTRY, 46)) throw new ZipProblem('The archive is damaged: its directory is not whole');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new ZipProblem('The archive is damaged: its directory is not whole');
    const flags = view.getUint16(at + 8, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const [size, packed, offset] = valuesOf(view, at, at + 46 + nameLength, extraLength);
    yield {
      name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1', { ignoreBOM: true }).decode(name),
      size,
      packed,
      offset,
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    };
    at = next;
  }
}

/** A file's content. No more is unpacked than the directory says. Throws a {@link ZipProblem} where that isn't what is there. */
export function unpacked(bytes: Uint8Array, { size, packed, method, crc, offset, isEncrypted }: ZipEntry): Uint8Array {
  if (isEncrypted) throw new ZipProblem('The file is encrypted');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = new ZipProblem('The file is damaged');
  if (!isAt(view, offset, LOCAL_HEADER, 30)) throw damaged;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged;
  const content = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new ZipProblem(`The file is packed by a method that isn’t known (${method})`);
  const whole = method === 0 ? content : inflated(content, size);
  if (whole?.length !== size || crcOf(whole) !== crc) throw damaged;
  return whole;
}

/** Where the directory is, and how many files it says there are. */
function directoryIn(view: DataView): { readonly offset: number; readonly count: number } {
  const last = view.byteLength - END_BYTES;
  let end = last;
  while (end >= Math.max(0, last - MAX_COMMENT) && view.getUint32(end, true) !== END) end -= 1;
  if (!isAt(view, end, END, END_BYTES)) throw new ZipProblem('This is no zip archive, or the file is cut off');
  const [count, offset] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (!isAt(view, end - 20, END_64_LOCATOR, 20)) return { count, offset };
  const end64 = Number(view.getBigUint64(end - 12, true));
  if (!isAt(view, end64, END_64, 56)) throw new ZipProblem('The archive is damaged: its directory is not whole');
  return { count: Number(view.getBigUint64(end64 + 32, true)), offset: Number(view.getBigUint64(end64 + 48, true)) };
}

function isAt(view: DataView, at: number, signature: number, length: number): boolean {
  return at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature;
}

/** Size, packed size and offset, each of them in the extra field of ZIP64 (4.5.3) where the entry has no room for it. */
function valuesOf(view: DataView, entry: number, extra: number, length: number): readonly [number, number, number] {
  let next = extra;
  while (next + 4 <= extra + length && view.getUint16(next, true) !== 1) next += 4 + view.getUint16(next + 2, true);
  const end = Math.min(extra + length, next + 4 + (next + 4 <= extra + length ? view.getUint16(next + 2, true) : 0));
  next += 4;
  const value = (at: number): number => {
    const short = view.getUint32(at, true);
    if (short !== ELSEWHERE || next + 8 > end) return short;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  return [value(entry + 24), value(entry + 20), value(entry + 42)];
}

/** So much is unpacked before it is known whether that is too much: a thousand times as many bytes at most. */
const PIECE_BYTES = 16 * 1024;

/** Undefined where it isn't deflated, or is more than `size`. */
function inflated(content: Uint8Array, size: number): Uint8Array | undefined {
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= size) whole.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < Math.max(1, content.length) && length <= size; at += PIECE_BYTES) {
      inflate.push(content.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= content.length);
    }
  } catch {
    return undefined;
  }
  return length === size ? whole : undefined;
}

/** What each byte does to a CRC-32 (ISO 3309, as archives have it). */
const crcOfBytes = Int32Array.from({ length: 256 }, (_, byte) => {
  let bits = byte;
  for (let turn = 0; turn < 8; turn++) bits = bits & 1 ? (bits >>> 1) ^ 0xedb88320 : bits >>> 1;
  return bits;
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcOfBytes[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
