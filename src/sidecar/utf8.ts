/** The bytes as UTF-8 text, a byte order mark included; undefined where they aren't UTF-8. */
export function decoded(bytes: Uint8Array): string | undefined {
  return decodedOrNot(bytes, false);
}

/** The text before the first byte that isn't UTF-8, found by halving. */
export function textBeforeBreak(bytes: Uint8Array): string {
  let intact = 0;
  let broken = bytes.length + 1;
  while (broken - intact > 1) {
    const middle = (intact + broken) >> 1;
    // As a stream, so that a character cut in the middle is no error.
    if (decodedOrNot(bytes.subarray(0, middle), true) === undefined) broken = middle;
    else intact = middle;
  }
  return decodedOrNot(bytes.subarray(0, intact), true) ?? '';
}

/** What stands in {@link decodedInPart} where bytes aren't UTF-8: no JSON string may hold it. */
export const NO_CHARACTER = '\u0000';

/**
 * The bytes as text, with {@link NO_CHARACTER} wherever they aren't UTF-8. A replacement character that is there stays:
 * between two of them nothing but broken bytes can become one, since its first byte never continues another character.
 */
export function decodedInPart(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) continue;
    parts.push(decoder.decode(bytes.subarray(from, at)).replaceAll('\uFFFD', NO_CHARACTER));
    from = at + 3;
  }
  parts.push(decoder.decode(bytes.subarray(from)).replaceAll('\uFFFD', NO_CHARACTER));
  return parts.join('\uFFFD');
}

function decodedOrNot(bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}
