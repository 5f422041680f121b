import type { Work } from '../anchoring/slices';
import { sha256OfBytes } from '../sidecar/hash';
import type { Columns, Numbers } from './columns';
import type { CorpusArticle } from './indexed';

/** What the index keeps of a sidecar. */
export type Content = Pick<CorpusArticle, 'info' | 'coding'> & { readonly columns: Columns };

/** By what the file of a sidecar is known. */
export interface Reading {
  /** What tells one state of the file from another, as a rule. */
  readonly stamp: string;
  /** Whether that is enough to know the file by: it had been left alone for long when it was read. */
  readonly isSettled: boolean;
  /** Of the file's bytes. */
  readonly sha256: string;
}

/** What was read under the uri of an article; without content where it isn't a sidecar, or can't be read. */
export type CacheEntry = readonly [uri: string, reading: Reading, content: Content | undefined];

interface Block {
  readonly reading: Reading;
  /** Where the block begins among all blocks, and how many bytes of JSON and of numbers it has: none without content. */
  readonly from: number;
  readonly json: number;
  readonly numbers: number;
  /** Bytes a number. */
  readonly width: number;
}

interface Head {
  readonly layout: number;
  readonly madeBy: string;
  readonly order: number;
  /** The texts of all blocks, each once. */
  readonly texts: readonly string[];
  readonly blocks: readonly (readonly [uri: string, block: Block])[];
}

/** A block's JSON; its numbers lie behind it as they are in memory. */
interface BlockJson extends Pick<Content, 'info' | 'coding'>, Pick<Columns, 'count' | 'ids'> {
  /** Their places in the head's. */
  readonly texts: readonly number[];
  readonly supersedes: readonly (readonly [number, readonly string[]])[];
}

/** Of the numbers and the head: another one can't be read. */
const LAYOUT = 2;
const HASH_DIGITS = 64;
const HEAD_AT = HASH_DIGITS + 4;
/** The first byte of a 1: numbers lie as this machine has them. */
const order = new Uint8Array(Uint16Array.of(1).buffer)[0] ?? 0;

/**
 * A file in which readings lie from one session to the next: sha256 of what follows (in hexadecimal digits), the head's
 * length (32 bits), the head, blocks. One that was broken, or made by another version of us, is none.
 */
export class CacheFile {
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #texts: readonly string[];

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly blocksAt: number,
    head: Head,
  ) {
    this.#blocks = new Map(head.blocks);
    this.#texts = head.texts;
  }

  /** Undefined where it isn't a whole file that `madeBy` made. */
  static async open(bytes: Uint8Array, madeBy: string): Promise<CacheFile | undefined> {
    const hash = new TextDecoder().decode(bytes.subarray(0, HASH_DIGITS));
    if (bytes.length < HEAD_AT || (await sha256OfBytes(bytes.subarray(HASH_DIGITS))) !== hash) return undefined;
    const blocksAt = HEAD_AT + new DataView(bytes.buffer, bytes.byteOffset).getUint32(HASH_DIGITS, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_AT, blocksAt))) as Head;
    const isOurs = head.layout === LAYOUT && head.madeBy === madeBy && head.order === order;
    return isOurs ? new CacheFile(bytes, blocksAt, head) : undefined;
  }

  uris(): Iterable<string> {
    return this.#blocks.keys();
  }

  reading(uri: string): Reading | undefined {
    return this.#blocks.get(uri)?.reading;
  }

  /** Undefined where there is none. */
  content(uri: string): Content | undefined {
    const block = this.#blocks.get(uri);
    if (!block || block.json === 0) return undefined;
    const from = this.blocksAt + block.from;
    const numbersAt = from + block.json;
    const json = new TextDecoder().decode(this.bytes.subarray(from, numbersAt));
    const { info, coding, count, ids, texts, supersedes } = JSON.parse(json) as BlockJson;
    // A copy, so that the whole file isn't kept for what is left of it.
    const { buffer } = new Uint8Array(this.bytes.subarray(numbersAt, numbersAt + block.numbers));
    const numbers = numbersOf(buffer, block.width);
    const columns: Columns = {
      count,
      texts: texts.map((place) => this.#texts[place] ?? ''),
      ids,
      numbers,
      supersedes: new Map(supersedes),
    };
    return { info, coding, columns };
  }
}

/** The bytes of a file with these entries; of those that would make it larger than `most` bytes, none. */
export function* cacheBytes(entries: Iterable<CacheEntry>, madeBy: string, most: number): Work<Promise<Uint8Array>> {
  const blocks: [string, Block][] = [];
  const texts = new Map<string, number>();
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const [uri, reading, content] of entries) {
    const json = content ? new TextEncoder().encode(JSON.stringify(blockJson(content, texts))) : new Uint8Array();
    const numbers = content?.columns.numbers ?? new Uint16Array();
    const size = json.length + numbers.byteLength;
    if (from + size > most) continue;
    blocks.push([
      uri,
      { reading, from, json: json.length, numbers: numbers.byteLength, width: numbers.BYTES_PER_ELEMENT },
    ]);
    parts.push(json, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    from += size;
    yield 0;
  }
  const head = new TextEncoder().encode(
    JSON.stringify({ layout: LAYOUT, madeBy, order, texts: [...texts.keys()], blocks } satisfies Head),
  );
  return joined(head, parts, from);
}

async function joined(head: Uint8Array, parts: readonly Uint8Array[], length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(HEAD_AT + head.length + length);
  new DataView(bytes.buffer).setUint32(HASH_DIGITS, head.length, true);
  bytes.set(head, HEAD_AT);
  let at = HEAD_AT + head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(new TextEncoder().encode(await sha256OfBytes(bytes.subarray(HASH_DIGITS))));
  return bytes;
}

function blockJson(
  { info, coding, columns: { count, ids, texts, supersedes } }: Content,
  all: Map<string, number>,
): BlockJson {
  const placeOf = (text: string): number => {
    const place = all.get(text) ?? all.size;
    if (place === all.size) all.set(text, place);
    return place;
  };
  return { info, coding, count, ids, texts: texts.map(placeOf), supersedes: [...supersedes] };
}

function numbersOf(buffer: ArrayBuffer, width: number): Numbers {
  if (width === 2) return new Uint16Array(buffer);
  return width === 4 ? new Uint32Array(buffer) : new Float64Array(buffer);
}
