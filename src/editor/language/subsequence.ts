/** Whether the letters that were typed stand in a name in their order; white space and case don't count. */
export function isSubsequence(typed: string, name: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const letter of typed.toLowerCase().replace(/\s+/gu, '')) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
