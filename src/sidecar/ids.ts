import { sha256 } from './hash';

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
const idCount = BigInt(digits.length) ** BigInt(ID_LENGTH);

/** Bytes from here on would make the first digits likelier than the rest. */
const fairBytes = 256 - (256 % digits.length);

/** A new annotation's id: 12 random characters of [0-9a-z], each equally likely. */
export function newId(): string {
  let id = '';
  while (id.length < ID_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(ID_LENGTH * 2))) {
      if (byte < fairBytes && id.length < ID_LENGTH) id += digits.charAt(byte % digits.length);
    }
  }
  return id;
}

/** An id in the form of {@link newId} that follows from `seed` alone: an importer's, from its format and the foreign id. */
export async function derivedId(seed: string): Promise<string> {
  return idOf(BigInt('0x' + (await sha256(seed))));
}

/** The same without waiting and with 64 bits only (FNV-1a by Fowler, Noll and Vo, over code units), for a merge. */
export function quickDerivedId(seed: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < seed.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(seed.charCodeAt(i))) * 0x100000001b3n);
  }
  return idOf(hash);
}

/** The `n`th id for an item whose own is taken. */
export function idOfItem(item: { readonly id: string }, n: number): string {
  return quickDerivedId(`${n} ${JSON.stringify(item)}`);
}

function idOf(number: bigint): string {
  return (number % idCount).toString(digits.length).padStart(ID_LENGTH, '0');
}

/** What a name without any letter or digit becomes. */
const NAMELESS = 'unnamed';

/**
 * The id of a codebook item by its first name: letters (with their marks) and digits of any script in lower case,
 * everything between them a hyphen, apostrophes left out; `-2`, `-3` … where that is `taken` (ids and former ids).
 */
export function slug(name: string, taken: { has(id: string): boolean }): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['\u2018\u2019\u02bc]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const base = /[\p{L}\p{N}]/u.test(plain) ? plain : NAMELESS;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}
