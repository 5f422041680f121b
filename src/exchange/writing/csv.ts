/** What a cell may hold. Text is guarded; numbers and booleans are written plainly. */
export type Cell = string | number | boolean | undefined;

/** A byte order mark, by which Excel knows UTF-8. */
export const CSV_START = '\uFEFF';

/** A text that a spreadsheet may take for a formula: a sign at its start or after a line break in it (some programs skip
 * leading line breaks, some split a cell at them). Apostrophes before the first sign are looked through, so that a
 * guarded text, given as a text, is guarded once more. */
const formula = /^'*[=+\-@\t\r＝＋－＠]|[\r\n][=+\-@\t\r＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet may take for a formula. {@link unguard} takes it off. */
export function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The inverse of {@link guard}, exact for every text: takes off a leading apostrophe where a formula follows. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A record of RFC 4180 with its CRLF: cells with a comma (or a tab, where that parts them), quote or line break are quoted, quotes
 * doubled. */
export function csvRow(cells: readonly Cell[], delimiter: ',' | '\t' = ','): string {
  const quoted = delimiter === ',' ? quotedWithCommas : quotedWithTabs;
  let row = '';
  // Delimiters that wait for the next cell that isn't empty: each growth of a row costs, and most cells are empty.
  let waiting = '';
  for (const cell of cells) {
    if (cell !== undefined && cell !== '') {
      row += waiting + (typeof cell === 'string' ? textCell(cell, quoted) : String(cell));
      waiting = '';
    }
    waiting += delimiter;
  }
  return `${row}${waiting.slice(1)}\r\n`;
}

/** A text as one cell between commas: guarded, and quoted where it has to be. */
export function csvText(text: string): string {
  return textCell(text, quotedWithCommas);
}

function textCell(cell: string, quoted: RegExp): string {
  // Most cells begin with a letter or digit of ASCII, and so are no formulas, unless one stands behind a line break.
  if (!quoted.test(cell)) return isPlainStart(cell.charCodeAt(0)) ? cell : guard(cell);
  return `"${guard(cell).replace(/"/g, '""')}"`;
}

/** What has to be quoted. */
const quotedWithCommas = /[\n\r",]/;
const quotedWithTabs = /[\n\r"\t]/;

function isPlainStart(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

/** A list in one cell, joined by "; ". An item's own "; " is written "\; ", and backslashes that stand before it or end
 * the item are doubled; so a reader splits at each "; " that an even number of backslashes (or none) precedes, and halves
 * the backslashes there and at the ends of items. Empty items are left out. */
export function joinList(items: readonly string[]): string {
  const [first] = items;
  if (first === undefined) return '';
  if (items.length === 1 && !first.includes('; ') && !first.endsWith('\\')) return first;
  return (
    items
      .filter((item) => item !== '')
      // Each match begins at the beginning of its backslashes: a long run elsewhere is looked at once only.
      .map((item) => item.replace(/(?<!\\)(\\*); /g, '$1$1\\; ').replace(/(?<!\\)\\+$/, '$&$&'))
      .join('; ')
  );
}

/** The inverse of {@link joinList}. */
export function splitList(cell: string): string[] {
  const items: string[] = [];
  let [item, from] = ['', 0];
  const end = (slashes: string): void => {
    items.push(item + slashes.slice(0, slashes.length / 2));
    item = '';
  };
  for (const { index, 0: found, 1: slashes = '', 2: sign = '' } of cell.matchAll(/(?<!\\)(\\*)(; |$)/g)) {
    item += cell.slice(from, index);
    from = index + found.length;
    if (sign === '' || slashes.length % 2 === 0) end(slashes);
    else item += slashes.slice(0, (slashes.length - 1) / 2) + sign;
  }
  return items.filter((one) => one !== '');
}
