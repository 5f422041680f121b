/**
 * sha256 of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits. A lone surrogate has no UTF-8 form and counts
 * as U+FFFD, so that two texts which differ only there have one hash; a text decoded from UTF-8 never holds one.
 */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
