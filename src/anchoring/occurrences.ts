const base = 0x01000193;

/** Bits of a first, cheap filter in front of the exact tables. */
const filterSize = 1 << 18;

/**
 * Calls `visit` with the offset and hash of each stretch of `size` units, rolling the hash along (Karp and Rabin). Only
 * hashes that `wanted` holds are told; equal hashes need not mean equal text.
 */
function scan(
  text: string,
  size: number,
  wanted: ReadonlySet<number>,
  visit: (at: number, hash: number) => void,
): void {
  if (size === 0 || size > text.length) return;
  const filter = new Uint8Array(filterSize);
  for (const hash of wanted) filter[hash & (filterSize - 1)] = 1;
  let top = 1;
  for (let step = 1; step < size; step += 1) top = Math.imul(top, base);
  let hash = hashOf(text, 0, size);
  for (let at = 0; ; at += 1) {
    if (filter[hash & (filterSize - 1)] === 1 && wanted.has(hash)) visit(at, hash);
    if (at + size >= text.length) return;
    hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), top), base) + text.charCodeAt(at + size)) | 0;
  }
}

function hashOf(text: string, from: number, size: number): number {
  let hash = 0;
  for (let at = from; at < from + size; at += 1) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
  return hash;
}

/**
 * For windows of `size` units of the text, given by their offsets: where a stretch with the same hash begins, ascending.
 * Windows that run over the end are cut short and come back with no occurrence but their own.
 */
export function occurrencesOfWindows(text: string, windows: readonly number[], size: number): Map<number, number[]> {
  const hashes = new Map<number, number[]>();
  const result = new Map<number, number[]>();
  for (const window of windows) {
    if (window + size > text.length) continue;
    const hash = hashOf(text, window, size);
    const places = hashes.get(hash) ?? [];
    hashes.set(hash, places);
    result.set(window, places);
  }
  scan(text, size, new Set(hashes.keys()), (at, hash) => hashes.get(hash)?.push(at));
  return result;
}

/** The sizes of the beginnings by which quotations are looked up: one pass over the text for each that is needed. */
const keySizes = [32, 16, 8, 4, 2, 1];

/**
 * Where each of some quotations (without the empty one) occurs in a text: the first `limit` of its occurrences, ascending;
 * those that overlap count.
 */
export function occurrences(text: string, quotations: Iterable<string>, limit: number): Map<string, number[]> {
  const result = new Map<string, number[]>();
  const tables = new Map<number, Map<number, string[]>>();
  for (const quotation of quotations) {
    const size = keySizes.find((keySize) => keySize <= quotation.length);
    if (size === undefined || result.has(quotation)) continue;
    result.set(quotation, []);
    const table = tables.get(size) ?? new Map<number, string[]>();
    tables.set(size, table);
    const hash = hashOf(quotation, 0, size);
    const sharing = table.get(hash);
    if (sharing) sharing.push(quotation);
    else table.set(hash, [quotation]);
  }
  for (const [size, table] of tables)
    scan(text, size, new Set(table.keys()), (at, hash) => {
      let isFull = false;
      const sharing = table.get(hash) ?? [];
      for (const quotation of sharing) {
        const found = result.get(quotation);
        if (found && text.startsWith(quotation, at)) isFull = found.push(at) >= limit || isFull;
      }
      if (isFull)
        table.set(
          hash,
          sharing.filter((quotation) => (result.get(quotation)?.length ?? 0) < limit),
        );
    });
  return result;
}
