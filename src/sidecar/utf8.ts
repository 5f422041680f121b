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

function decodedOrNot(bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}
