import { sha256 } from '../../../sidecar/hash';

/** What of an annotation a GUID stands for; the order counts. */
const things = ['range', 'coding', 'note', 'details', 'link', 'join', 'link details'] as const;
export type Thing = (typeof things)[number];

/** Ids of ours, which can be had back. */
const OURS = '5a0d';
/** Hashes of other ids. */
const HASHED = '5a0e';

const HALF = 6;
const halves = 36 ** HALF;

/** The GUID of an annotation's first range, of which those of its other things are made: a UUID of version 8 (RFC 9562). Its first 48 bits
 * are a marker (16), the thing (4), the article (20), and the high bits of the thing's number (8); then follow two bits of the id, the
 * number's lower 10, and the rest of the id. An id of 12 characters of [0-9a-z] is held as it is, another one by its hash.
 * @param article what tells the article apart: 5 hexadecimal digits */
export async function annotationGuid(id: string, article: string): Promise<string> {
  if (/^[0-9a-z]{12}$/.test(id)) {
    return firstGuid(OURS, article, parseInt(id.slice(0, HALF), 36), parseInt(id.slice(HALF), 36));
  }
  const hash = await sha256(id);
  return firstGuid(HASHED, article, parseInt(hash.slice(0, 8), 16), parseInt(hash.slice(8, 16), 16));
}

function firstGuid(marker: string, article: string, first: number, second: number): string {
  const low = hex(((first & 0x3fffffff) | 0x80000000) >>> 0, 8);
  const start = `${marker}0${article.slice(0, 3)}-${article.slice(3)}00`;
  return `${start}-8${hex((first >>> 30) << 10, 3)}-${low.slice(0, 4)}-${low.slice(4)}${hex(second, 8)}`;
}

/** Whether an annotation's id can be had back from its GUID. */
export function holdsId(guid: string): boolean {
  return guid.startsWith(OURS);
}

/** The GUID of the `n`th thing of an annotation.
 * @param guid as {@link annotationGuid} gives it
 * @param n less than 2^18; what is beyond is cut off */
export function thingGuid(guid: string, thing: Thing, n = 0): string {
  const start = `${guid.slice(0, 4)}${things.indexOf(thing)}`;
  if (n === 0) return start + guid.slice(5);
  const middle = (parseInt(guid.charAt(15), 16) << 8) | (n & 0x3ff);
  return `${start}${guid.slice(5, 11)}${hex((n >>> 10) & 0xff, 2)}-8${hex(middle, 3)}${guid.slice(18)}`;
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
