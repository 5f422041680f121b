import { decidersOf } from '../model/superseded';
import { cell, LINK, linkCell, ROW, type Columns, type Numbers } from './columns';
import { Rows } from './rows';

/** Whether annotations of a creator are wanted; undefined where an annotation names none. */
export type OfCreator = (creator: string | undefined) => boolean;

/**
 * The columns of the annotations that some creators made, as if there were no others: what only others supersede counts in
 * figures, and a link to one of theirs leads to an id that the article doesn't have. The same object where all are wanted.
 */
export function chosenColumns(columns: Columns, isWanted: OfCreator): Columns {
  const rows = new Rows(columns);
  const wanted = wantedRows(rows, isWanted);
  return wanted.length === columns.count ? columns : new Choosing(rows, wanted).columns();
}

function wantedRows(rows: Rows, isWanted: OfCreator): readonly number[] {
  const known = new Map<number, boolean>();
  const wanted: number[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const creator = rows.number(row, cell.creator);
    let is = known.get(creator);
    if (is === undefined) known.set(creator, (is = isWanted(rows.textAt(creator))));
    if (is) wanted.push(row);
  }
  return wanted;
}

class Choosing {
  /** By the old row, the new one. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #ids: readonly string[];
  readonly #numbers: Numbers;
  /** Where links begin. */
  readonly #linksAt: number;
  readonly #texts: string[];
  #textPlaces: Map<string, number> | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly wanted: readonly number[],
  ) {
    const { numbers, texts } = rows.columns;
    this.#places = new Map(wanted.map((row, at) => [row, at]));
    this.#ids = wanted.map((row) => rows.id(row));
    this.#texts = [...texts];
    this.#linksAt = wanted.length * ROW;
    const links = wanted.reduce((sum, row) => sum + rows.linksEnd(row) - rows.linksEnd(row - 1), 0);
    // No number becomes higher than it was: places among rows and texts only move together.
    const Made = numbers.constructor as new (length: number) => Numbers;
    this.#numbers = new Made(this.#linksAt + links * LINK);
  }

  columns(): Columns {
    const supersedes = this.#supersedes();
    const deciding = [...supersedes].map(([at, ids]) => ({ id: this.#ids[at] ?? '', supersedes: ids }));
    const superseded = decidersOf(deciding);
    let [idEnd, linksEnd] = [0, 0];
    for (const [at, row] of this.wanted.entries()) {
      const id = this.#ids[at] ?? '';
      const begin = at * ROW;
      this.#numbers.set(this.rows.columns.numbers.subarray(row * ROW, (row + 1) * ROW), begin);
      for (let link = this.rows.linksEnd(row - 1); link < this.rows.linksEnd(row); link += 1)
        this.#setLink(linksEnd++, link);
      this.#numbers[begin + cell.idEnd] = idEnd += id.length;
      this.#numbers[begin + cell.linksEnd] = linksEnd;
      if (this.rows.number(row, cell.counts) !== 0) this.#numbers[begin + cell.counts] = superseded.has(id) ? 2 : 1;
    }
    return {
      count: this.wanted.length,
      texts: this.#texts,
      ids: this.#ids.join(''),
      numbers: this.#numbers,
      supersedes,
    };
  }

  #supersedes(): ReadonlyMap<number, readonly string[]> {
    const found = new Map<number, readonly string[]>();
    for (const [row, ids] of this.rows.columns.supersedes) {
      const at = this.#places.get(row);
      if (at !== undefined) found.set(at, ids);
    }
    return found;
  }

  #setLink(at: number, link: number): void {
    const { count, numbers } = this.rows.columns;
    const [from, to] = [count * ROW + link * LINK, this.#linksAt + at * LINK];
    this.#numbers.set(numbers.subarray(from, from + LINK), to);
    const leadsTo = this.rows.linkNumber(link, linkCell.annotation);
    if (leadsTo === 0) return;
    const row = this.#places.get(leadsTo - 1);
    const text = leadsTo > count ? leadsTo - count : row === undefined ? this.#placeOf(this.rows.id(leadsTo - 1)) : 0;
    this.#numbers[to + linkCell.annotation] = text > 0 ? this.wanted.length + text : (row ?? 0) + 1;
  }

  #placeOf(text: string): number {
    this.#textPlaces ??= new Map(this.#texts.map((known, at) => [known, at + 1]));
    const known = this.#textPlaces.get(text);
    if (known !== undefined) return known;
    this.#texts.push(text);
    this.#textPlaces.set(text, this.#texts.length);
    return this.#texts.length;
  }
}
