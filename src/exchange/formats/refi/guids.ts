import { sha256 } from '../../../sidecar/hash';

/** What of an annotation a GUID stands for; the order counts. */
const things = ['range', 'coding', 'note', 'details', 'link', 'join', 'link details'] as const;
export type Thing = (typeof things)[number];

/** An id of ours as 64 bits, or so many of a hash. */
export interface IdWords {
  /** Whether the id can't be had back. */
  readonly isHashed: boolean;
  /** Its highest two bits. */
  readonly high: number;
  /** The others, as a GUID of version 8 ends in them: made once for all GUIDs of an annotation. */
  readonly tail: string;
}

/** Ids of ours, which can be had back. */
const OURS = '5a0d';
/** Hashes of other ids. */
const HASHED = '5a0e';

const HALF = 6;
const halves = 36 ** HALF;

/** An id of 12 characters of [0-9a-z] as it is; another one by its hash. */
export async function idWords(id: string): Promise<IdWords> {
  if (/^[0-9a-z]{12}$/.test(id)) {
    return wordsOf(false, parseInt(id.slice(0, HALF), 36), parseInt(id.slice(HALF), 36));
  }
  const hash = await sha256(id);
  return wordsOf(true, parseInt(hash.slice(0, 8), 16), parseInt(hash.slice(8, 16), 16));
}

function wordsOf(isHashed: boolean, first: number, second: number): IdWords {
  const low = hex(((first & 0x3fffffff) | 0x80000000) >>> 0, 8);
  return { isHashed, high: first >>> 30, tail: `${low.slice(0, 4)}-${low.slice(4)}${hex(second, 8)}` };
}

/** The GUID of the `n`th thing of an annotation: a UUID of version 8 (RFC 9562). Its first 48 bits are a marker (16), the thing
 * (4), the article (20), and the high bits of `n` (8); then follow two bits of the id, `n`'s lower 10, and the rest of the id.
 * @param article what tells the article apart: 5 hexadecimal digits
 * @param n less than 2^18; what is beyond is cut off */
export function annotationGuid({ isHashed, high, tail }: IdWords, article: string, thing: Thing, n = 0): string {
  const start = `${isHashed ? HASHED : OURS}${things.indexOf(thing)}${article.slice(0, 3)}`;
  const middle = hex((high << 10) | (n & 0x3ff), 3);
  return `${start}-${article.slice(3)}${hex((n >>> 10) & 0xff, 2)}-8${middle}-${tail}`;
}

/** The id of ours that a range's GUID was made of; undefined where it wasn't. Expects a GUID as {@link plainGuid} gives it. */
export function rangeId(guid: string): string | undefined {
  const match = /^5a0d0[0-9a-f]{3}-[0-9a-f]{4}-8([0-9a-f]{3})-([89ab][0-9a-f]{3})-([0-9a-f]{4})([0-9a-f]{8})$/.exec(
    guid,
  );
  if (!match) return undefined;
  const [, middle = '', third = '', fourth = '', fifth = ''] = match;
  const first = (parseInt(middle, 16) >>> 10) * 2 ** 30 + (parseInt(third + fourth, 16) & 0x3fffffff);
  const second = parseInt(fifth, 16);
  if (first >= halves || second >= halves) return undefined;
  return [first, second].map((half) => half.toString(36).padStart(HALF, '0')).join('');
}

/** The GUID of what has a name and no id of ours, as a code or a user: a UUID of version 8 from the sha256 of its names. */
export async function nameGuid(...names: readonly string[]): Promise<string> {
  const hash = await sha256(JSON.stringify(['policy-annotator', ...names]));
  const variant = hex((parseInt(hash.charAt(16), 16) & 3) | 8, 1);
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}${variant}${hash.slice(17, 32)}`;
  return [0, 8, 12, 16, 20].map((start, n, all) => digits.slice(start, all[n + 1])).join('-');
}

/** A GUID as it is compared: without braces, in lower case. */
export function plainGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
