import { SaxesParser } from 'saxes';
import type { ImportSource } from '../format';
import { InputError } from '../inputError';
import { textOf } from './text';
import { childrenOf, MAX_DEPTH, xmlOf, type XmlElement } from './xml';
import { zipSource } from './zip';

/** A workbook's sheets, each read when it is asked for. */
export interface Workbook {
  readonly sheets: readonly string[];
  /** Gives a sheet's rows with their numbers, from 1; cells are as their text, whole numbers without a point, TRUE and FALSE as true and
   * false, an empty string for none. Dates are numbers of days (see {@link dateOfSerial}). Throws an {@link InputError}. */
  readonly eachRow: (sheet: string, onRow: (cells: readonly string[], number: number) => void) => Promise<void>;
  /** Whether days are counted from 1904, as old Excel for the Mac does. */
  readonly isFrom1904: boolean;
}

/** Reads a workbook of Office Open XML: shared and inline strings, rich text, numbers, booleans, results of formulas. Throws an
 * {@link InputError} where the archive or a part isn't right. */
export async function workbookOf(bytes: Uint8Array, name: string): Promise<Workbook> {
  const source = zipSource(bytes, name);
  const byName = new Map(source.paths.map((path) => [path.toLowerCase(), path]));
  const text = async (path: string): Promise<string | undefined> => {
    const found = byName.get(path.toLowerCase());
    return found === undefined ? undefined : textOf(await source.bytes(found), `${name}/${found}`);
  };
  const part = async (path: string): Promise<XmlElement> => {
    const content = await text(path);
    if (content === undefined) throw new InputError(`The workbook has no “${path}”`, { path: name });
    return xmlOf(content, `${name}/${path}`);
  };
  const main = await mainPart(source, part);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const workbook = await part(main);
  const targets = await relationsOf(`${folder}_rels/${main.slice(folder.length)}.rels`, folder, part);
  const sheets = new Map<string, string>();
  for (const list of childrenOf(workbook, 'sheets')) {
    for (const { attributes } of childrenOf(list, 'sheet')) {
      const target = targets.find(({ id }) => id === attributes.get('id'));
      if (target?.type === 'worksheet') sheets.set(attributes.get('name') ?? '', target.path);
    }
  }
  const strings = targets.find(({ type }) => type === 'sharedStrings');
  const shared = strings ? sharedStrings((await text(strings.path)) ?? '', `${name}/${strings.path}`) : [];
  const properties = childrenOf(workbook, 'workbookPr')[0]?.attributes.get('date1904');
  return {
    sheets: [...sheets.keys()],
    isFrom1904: properties === '1' || properties === 'true',
    eachRow: async (sheet, onRow) => {
      const path = sheets.get(sheet) ?? '';
      const content = await text(path);
      if (content === undefined) throw new InputError(`The workbook has no sheet “${sheet}”`, { path: name });
      eachRowOf(content, `${name}/${path}`, shared, onRow);
    },
  };
}

interface Relation {
  readonly id: string;
  /** The last part of the address that says it. */
  readonly type: string;
  readonly path: string;
}

async function mainPart({ paths }: ImportSource, part: (path: string) => Promise<XmlElement>): Promise<string> {
  const usual = 'xl/workbook.xml';
  if (paths.includes(usual)) return usual;
  const relations = await relationsOf('_rels/.rels', '', part);
  return relations.find(({ type }) => type === 'officeDocument')?.path ?? usual;
}

async function relationsOf(
  path: string,
  folder: string,
  part: (path: string) => Promise<XmlElement>,
): Promise<Relation[]> {
  return childrenOf(await part(path), 'Relationship').map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    const type = attributes.get('Type') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      path: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
    };
  });
}

/** Walks through a part's elements; texts are given with the innermost element that they stand in. Throws an {@link InputError}. */
function walk(
  xml: string,
  path: string,
  on: {
    readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
    readonly text: (text: string) => void;
    readonly close: (name: string) => void;
  },
): void {
  const parser = new SaxesParser({ xmlns: true });
  const fail = (problem: string): never => {
    throw new InputError(problem, { path, line: parser.line });
  };
  parser.on('error', ({ message }) => fail(`This is not XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`));
  parser.on('doctype', () => fail('A document type declaration is not taken'));
  let depth = 0;
  parser.on('opentag', ({ local, attributes }) => {
    if (++depth > MAX_DEPTH) fail(`Elements are nested more than ${MAX_DEPTH} deep`);
    on.open(local, (name) => attributes[name]?.value);
  });
  parser.on('text', on.text);
  parser.on('cdata', on.text);
  parser.on('closetag', ({ local }) => {
    depth -= 1;
    on.close(local);
  });
  parser.write(xml).close();
}

/** What a text of a cell is made of: the `t` of runs, but not of phonetic hints (`rPh`). */
class Letters {
  #text = '';
  #isIn = false;
  #hints = 0;

  open(name: string): void {
    if (name === 'rPh') this.#hints += 1;
    else if (name === 't') this.#isIn = this.#hints === 0;
  }

  add(text: string): void {
    if (this.#isIn) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#hints -= 1;
    else if (name === 't') this.#isIn = false;
  }

  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

function sharedStrings(xml: string, path: string): string[] {
  const strings: string[] = [];
  const letters = new Letters();
  walk(xml, path, {
    open: (name) => letters.open(name),
    text: (text) => letters.add(text),
    close: (name) => {
      letters.close(name);
      if (name === 'si') strings.push(letters.take());
    },
  });
  return strings;
}

function eachRowOf(
  xml: string,
  path: string,
  shared: readonly string[],
  onRow: (cells: readonly string[], number: number) => void,
): void {
  const letters = new Letters();
  let [number, column, type, value, isValue] = [0, -1, 'n', '', false];
  let cells: string[] = [];
  walk(xml, path, {
    open: (name, attribute) => {
      letters.open(name);
      if (name === 'row') {
        number = Number(attribute('r') ?? number + 1);
        [cells, column] = [[], -1];
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        [type, value] = [attribute('t') ?? 'n', ''];
      } else if (name === 'v') isValue = true;
    },
    text: (text) => {
      if (isValue) value += text;
      else letters.add(text);
    },
    close: (name) => {
      letters.close(name);
      if (name === 'v') isValue = false;
      else if (name === 'c') {
        const inline = letters.take();
        while (cells.length < column) cells.push('');
        cells[column] = type === 'inlineStr' ? inline : shown(type, value, shared, { path, at: `row ${number}` });
      } else if (name === 'row' && cells.some((cell) => cell !== '')) onRow(cells, number);
    },
  });
}

/** A sheet has 16,384 columns at most, XFD the last. */
const MAX_COLUMN = 16_383;

/** From 0; undefined where a reference isn't given or isn't one. */
function columnOf(reference: string | undefined): number | undefined {
  const name = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (name === undefined) return undefined;
  const column = [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column <= MAX_COLUMN ? column : undefined;
}

function shown(
  type: string,
  value: string,
  shared: readonly string[],
  place: { readonly path: string; readonly at: string },
): string {
  if (type === 's') {
    const text = value.trim() === '' ? undefined : shared[Number(value)];
    if (text === undefined) throw new InputError(`There is no shared string “${value}”`, place);
    return text;
  }
  if (type === 'str') return unescaped(value);
  if (type === 'b') return value.trim() === '1' ? 'true' : 'false';
  if (type === 'n' && value.trim() !== '' && Number.isFinite(Number(value))) return String(Number(value));
  return value;
}

/** The inverse of the escapes of ST_Xstring (22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A number of days, as spreadsheets keep dates, as ours; undefined for what is no whole number that a recent date may be. Four digits are a
 * year that somebody typed. */
export function dateOfSerial(cell: string, isFrom1904: boolean): string | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(cell)) return undefined;
  const days = Math.floor(Number(cell)) + (isFrom1904 ? 1462 : 0);
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}
