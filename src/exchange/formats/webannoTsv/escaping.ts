/** Signs that mean something in a value; `->` is escaped as one. */
const reserved = /->|[\\[\]|_;\t\n*]/g;
const escaped = /\\(->|[\\[\]|_;tn*])/g;
const letters: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\b': 'b' };
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

/** A feature's value in a cell. A carriage return has no escape there. */
export function escapeValue(value: string): string {
  return value.replace(reserved, (sign) => `\\${letters[sign] ?? sign}`);
}

export function unescapeValue(cell: string): string {
  return cell.replace(escaped, (_, sign: string) => controls[sign] ?? sign);
}

/** A line of a sentence's text. */
export function escapeText(line: string): string {
  return line.replace(/[\u0000-\u000a\u000c-\u001f\\]/g, (sign) => `\\${letters[sign] ?? sign}`);
}

/** @param isOld of versions 3.0 and 3.1, which escape as Java does */
export function unescapeText(line: string, isOld: boolean): string {
  if (!line.includes('\\')) return line;
  return line.replace(/\\(?:u([0-9A-Fa-f]{4})|([tnfrb\\\u0000-\u001f]))/g, (all, code?: string, sign?: string) => {
    if (code !== undefined) return isOld ? String.fromCharCode(parseInt(code, 16)) : all;
    return controls[sign ?? ''] ?? sign ?? all;
  });
}

/** A cell's parts between separators that aren't escaped. */
export function splitCell(cell: string, separator: '|' | ';'): string[] {
  if (!cell.includes('\\')) return cell.split(separator);
  const parts = [''];
  for (const [piece] of cell.matchAll(/\\.|./gsu)) {
    if (piece === separator) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts;
}

/** A stacked value without the number in brackets behind it, and that number. */
export function numbered(value: string): { readonly value: string; readonly number: number | undefined } {
  const [, before = '', number] = /^((?:[^\\]|\\.)*?)\[(\d{1,9})\]$/su.exec(value) ?? [];
  return number === undefined ? { value, number } : { value: before, number: Number(number) };
}
