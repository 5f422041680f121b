import { Zip, ZipDeflate } from 'fflate';
import type { Losses } from '../losses';
import type { Cell } from './csv';
import { xmlQuoted, xmlText } from './xml';

/** What a sheet and a cell hold at most, by Excel's specifications. */
const MAX_ROWS = 1_048_576;
const MAX_CELL_UNITS = 32_767;
const PIECE_UNITS = 65_536;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_HEAD =
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';
const SHEET_END = '</sheetData></worksheet>';

interface Sheet {
  readonly name: string;
  readonly entry: ZipDeflate;
  rows: number;
  text: string;
}

/** A workbook of Office Open XML (ECMA-376, part 1) with a table a sheet, row by row. The tables grow side by side: what is written of the
 * first one leaves at once, of the others it is held back compressed. A table of more rows than a sheet holds goes on in "name-2".
 * Texts are inline strings, which are never formulas; longer ones than a cell holds are cut, and counted. */
export class XlsxWriter {
  readonly #encoder = new TextEncoder();
  readonly #sheets: Sheet[] = [];
  readonly #open = new Map<string, Sheet>();
  readonly #zip: Zip;
  #ready: Uint8Array[] = [];

  /** @param tables the headings of each table by its name */
  constructor(
    readonly tables: ReadonlyMap<string, readonly string[]>,
    readonly losses: Losses,
    readonly maxRows = MAX_ROWS,
  ) {
    this.#zip = new Zip((error, data) => {
      if (error) throw error;
      this.#ready.push(data);
    });
    for (const table of tables.keys()) this.#begin(table, table);
  }

  /** What can be written now. */
  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  add(table: string, cells: readonly Cell[]): void {
    let sheet = this.#open.get(table);
    if (!sheet) throw new RangeError(`There is no table "${table}"`);
    if (sheet.rows === this.maxRows) {
      this.#end(sheet);
      const others = this.#sheets.filter(({ name }) => name.startsWith(`${table}-`)).length;
      sheet = this.#begin(table, `${table}-${others + 2}`);
    }
    this.#row(sheet, cells);
  }

  finish(): void {
    for (const sheet of this.#open.values()) this.#end(sheet);
    const order = [...this.tables.keys()].flatMap((table) =>
      this.#sheets.filter(({ name }) => name === table || name.startsWith(`${table}-`)),
    );
    const numbered = order.map((sheet) => ({ name: sheet.name, number: this.#sheets.indexOf(sheet) + 1 }));
    this.#file('xl/workbook.xml', workbook(numbered, this.losses));
    this.#file(
      'xl/_rels/workbook.xml.rels',
      relations(numbered.map(({ number }) => [`worksheet`, `worksheets/sheet${number}.xml`])),
    );
    this.#file('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
    this.#file('[Content_Types].xml', contentTypes(numbered.length));
    this.#zip.end();
  }

  #begin(table: string, name: string): Sheet {
    const entry = this.#entry(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`);
    const sheet: Sheet = { name, entry, rows: 0, text: SHEET_HEAD };
    this.#sheets.push(sheet);
    this.#open.set(table, sheet);
    this.#row(sheet, this.tables.get(table) ?? []);
    return sheet;
  }

  #row(sheet: Sheet, cells: readonly Cell[]): void {
    sheet.rows += 1;
    sheet.text += `<row r="${sheet.rows}">${cells.map((cell, n) => this.#cell(cell, `${letters(n)}${sheet.rows}`)).join('')}</row>`;
    if (sheet.text.length >= PIECE_UNITS) this.#push(sheet, false);
  }

  #cell(cell: Cell, at: string): string {
    if (cell === undefined || cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    const text = xmlText(escaped(this.#fitting(cell)), this.losses);
    // Else a reader may take off the spaces, and some line breaks.
    const space = /^\s|\s$|[\t\n]| {2}/.test(text) ? ' xml:space="preserve"' : '';
    return `<c r="${at}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
  }

  #fitting(text: string): string {
    if (text.length <= MAX_CELL_UNITS) return text;
    this.losses.add(`texts that were cut, as a cell holds ${MAX_CELL_UNITS} characters`);
    return text.slice(0, MAX_CELL_UNITS).replace(/[\ud800-\udbff]$/, '');
  }

  #end(sheet: Sheet): void {
    sheet.text += SHEET_END;
    this.#push(sheet, true);
  }

  #push(sheet: Sheet, isLast: boolean): void {
    sheet.entry.push(this.#encoder.encode(sheet.text), isLast);
    sheet.text = '';
  }

  #file(path: string, content: string): void {
    this.#entry(path).push(this.#encoder.encode(content), true);
  }

  #entry(path: string): ZipDeflate {
    const entry = new ZipDeflate(path, { level: 6 });
    // The same each time, so that the same export gives the same bytes.
    entry.mtime = new Date(1980, 0, 1);
    this.#zip.add(entry);
    return entry;
  }
}

/** A text as ST_Xstring has it (22.9.2.19): what XML can't hold, and a carriage return, as `_x000D_`; what looks like that with its underscore
 * escaped. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

    .replace(
      /[\u0000-\u0008\u000b-\u001f]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function workbook(sheets: readonly { readonly name: string }[], losses: Losses): string {
  const list = sheets.map(
    ({ name }, n) => `<sheet name=${xmlQuoted(name, losses)} sheetId="${n + 1}" r:id="rId${n + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(([type, target], n) => {
    return `<Relationship Id="rId${n + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  });
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, n) => [`worksheets/sheet${n + 1}`, 'worksheet'] as const);
  const overrides = [...parts, ['workbook', 'sheet.main'] as const].map(([part, type]) => {
    return `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  });
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`
  );
}
