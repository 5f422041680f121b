/** A name as brat stores types of entities, relations and attributes, and values in its configuration: ASCII letters, digits, low lines and
 * hyphens. Anything else is written as in spreadsheets, "a b" as a_x0020_b. {@link plainName} gives it back. */
export function bratName(name: string): string {
  if (name === '') return EMPTY;
  if (plainly.test(name)) return name;
  return name.replace(/_(?=x[0-9A-F]{4}(?:_|[^A-Za-z0-9_-]))|[^A-Za-z0-9_-]/g, (unit) => {
    return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

const EMPTY = '_x_';
/** Most names, which stay as they are: this is known sooner than that there is nothing to replace. */
const plainly = /^(?:[A-Za-z0-9-]|_(?!x))+$/;

/** The inverse of {@link bratName}. */
export function plainName(name: string): string {
  if (name === EMPTY) return '';
  return name.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What ends a line for some reader of brat's files (Python's splitlines), or parts a line's fields. */
export const BREAKS = '\\t\\n\\v\\f\\r\\u001c-\\u001e\\u0085\\u2028\\u2029';

const unsafeInText = new RegExp(`[\\\\${BREAKS}]`, 'g');
const shortEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** A text as the rest of a line, with escapes as in JSON for what would end it. {@link plainText} gives it back. */
export function lineText(text: string): string {
  return text.replace(unsafeInText, (sign) => shortEscapes[sign] ?? unicodeEscape(sign));
}

function unicodeEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const plain: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', t: '\t', r: '\r' };

/** The inverse of {@link lineText}. */
export function plainText(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([\\ntr]))/g, (_, code: string | undefined, sign = '') =>
    code === undefined ? (plain[sign as string] ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}

/** An id as brat takes it where white space ends one: that and the percent sign are percent-encoded. {@link plainId} gives it back. */
export function bratId(id: string): string {
  return id === '' ? '%' : id.replace(/[%\s\u001c-\u001f\u0085]/g, (sign) => encodeURIComponent(sign));
}

/** The inverse of {@link bratId}; what isn't encoded in this way stays. */
export function plainId(id: string): string {
  if (id === '%') return '';
  return id.replace(/(?:%[0-9A-F]{2})+/g, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
}
