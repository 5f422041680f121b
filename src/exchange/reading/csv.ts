import Papa from 'papaparse';
import { InputError } from '../inputError';

/** As many as a sheet of Excel has; what is made of more hardly fits into memory. */
const MAX_ROWS = 1_048_576;

const delimiters = [',', ';', '\t', '|'];

/** Reads a delimited text (RFC 4180 and what spreadsheet programs make of it) record by record. The delimiter is the one that gives the
 * most headings that `isKnown`, unless a first line as Excel takes it ("sep=;") says it. Cells are as they are, guards on.
 * @param onRecord is given the cells and the record's number, from 1, as spreadsheets count rows; empty ones are left out
 * Throws an {@link InputError} with the row where quotation marks are wrong, or the text ends in them, or there are too many rows. */
function eachRecord(
  text: string,
  path: string,
  isKnown: (heading: string) => boolean,
  onRecord: (cells: readonly string[], number: number) => void,
): void {
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const headEnd = endOfRecord(body);
  const newline = /^(?:\r\n|\r|\n)/.exec(body.slice(headEnd, headEnd + 2))?.[0] ?? '\n';
  const head = body.slice(0, headEnd);
  const known = (delimiter: string): number =>
    Papa.parse<string[]>(head, { delimiter, newline: newline as '\n' }).data[0]?.filter(isKnown).length ?? 0;
  const [best = ','] = [...delimiters].sort((a, b) => known(b) - known(a));
  let number = said ? 1 : 0;
  // Half of a line break, where the file was cut within it, isn't the last cell's.
  const whole = newline === '\r\n' && body.endsWith('\r') ? body.slice(0, -1) : body;
  Papa.parse<string[]>(whole, {
    delimiter: said?.[1] ?? best,
    newline: newline as '\n',
    // Else Papa splits the whole text at once where it has no quotation mark.
    fastMode: false,
    step: ({ data, errors }) => {
      number += 1;
      if (number > MAX_ROWS) throw new InputError(`The table has more than ${MAX_ROWS} rows; split it`, { path });
      const [error] = errors;
      if (error) throw new InputError(problemOf(error.code), { path, at: `row ${number}` });
      if (data.some((cell) => cell !== '')) onRecord(data, number);
    },
  });
}

/** What takes a record's cells and its number, see {@link eachRow}. */
type TakeRow = (cells: readonly string[], number: number) => void;

/** Reads a delimited text of which the first record is the heading. `headed` is given that, and gives what takes the others, with their
 * numbers from 1 as spreadsheets count rows. Throws an {@link InputError} where there is no heading, or a row is broken, or the last one lacks
 * cells that all others have, and a line break. */
export function eachRow(
  text: string,
  path: string,
  isKnown: (heading: string) => boolean,
  headed: (heading: readonly string[]) => TakeRow,
): void {
  let take: TakeRow | undefined;
  let [width, fewest] = [0, Infinity];
  let last: { readonly width: number; readonly number: number } | undefined;
  eachRecord(text, path, isKnown, (cells, number) => {
    if (!take) {
      [take, width] = [headed(cells), cells.length];
      return;
    }
    fewest = Math.min(fewest, last?.width ?? Infinity);
    last = { width: cells.length, number };
    take(cells, number);
  });
  if (last && last.width < width && fewest >= width && Number.isFinite(fewest) && !/[\r\n]$/.test(text)) {
    const problem = `The row has ${last.width} cells, all others have ${width} or more; is the file cut off?`;
    throw new InputError(problem, { path, at: `row ${last.number}` });
  }
  if (!take) throw new InputError('The file has no heading', { path });
}

function problemOf(code: string): string {
  return code === 'MissingQuotes'
    ? 'A quotation mark isn’t closed; is the file cut off?'
    : 'Text follows a closing quotation mark';
}

/** Where the first record ends: at the first line break outside quotation marks. */
function endOfRecord(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) return at;
  }
  return text.length;
}
