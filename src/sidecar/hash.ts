/**
 * sha256 of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits. A lone surrogate has no UTF-8 form and counts
 * as U+FFFD, so that two texts which differ only there have one hash; a text decoded from UTF-8 never holds one.
 */
export function sha256(text: string): Promise<string> {
  return sha256OfBytes(new TextEncoder().encode(text));
}

/** Two digits for each byte. */
const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** sha256 of bytes, as 64 lower-case hexadecimal digits. */
export async function sha256OfBytes(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => pairs[byte]).join('');
}
