const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const escapeForm = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where the string that begins at `start` (its quotation mark) of a JSON text ends: behind its closing mark, or, where
 * it isn't closed, at the first character that JSON doesn't allow in it. A loop, since a regular expression would run
 * out of stack in a long string.
 */
export function stringAt(text: string, start: number): { readonly end: number; readonly isClosed: boolean } {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return { end: at + 1, isClosed: true };
    if (unit < SPACE) break;
    if (unit === BACKSLASH) {
      escapeForm.lastIndex = at;
      if (!escapeForm.test(text)) break;
      at = escapeForm.lastIndex;
    } else at++;
  }
  return { end: at, isClosed: false };
}

/** Where the object or list ends that begins at `start` (its bracket) of a JSON text; at the end of the text where it isn't
 * closed. */
export function bracketsEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length;) {
    const char = text.charAt(at);
    if (char === '"') {
      at = stringAt(text, at).end;
      continue;
    }
    at += 1;
    if (char === '{' || char === '[') depth += 1;
    else if ((char === '}' || char === ']') && --depth === 0) return at;
  }
  return text.length;
}

/** Whether a number of a JSON text has the same value after JSON.parse and JSON.stringify; -0 would become 0. */
export function isExact(token: string): boolean {
  const number = Number(token);
  if (Number.isSafeInteger(number) && String(number) === token) return true;
  return Number.isFinite(number) && !Object.is(number, -0) && decimal(token) === decimal(String(number));
}

/** One spelling for each value: significant digits, and the power of ten of the last one. */
function decimal(token: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end--;
  if (end === 0) return '0';
  return `${sign}${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}
