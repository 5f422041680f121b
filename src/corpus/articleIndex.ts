import { compareCodeUnits } from '../model/codeUnits';
import { compareRanges, type Range } from '../model/range';
import { cell, type Columns } from './columns';
import type { CorpusArticle, IndexedAnnotation, IndexedArticle } from './indexed';
import { Rows } from './rows';
import { fitting, type Fits, type Wanted } from './wanted';

/** A selection or cursor (empty range); with `id`, the annotation at which one stands. */
export interface Position extends Range {
  readonly id?: string;
}

export type Direction = 'next' | 'previous';

/** An article, and its annotations in the order of its text. Never changed. */
export class ArticleIndex {
  readonly rows: Rows;

  constructor(
    readonly article: CorpusArticle,
    columns: Columns,
  ) {
    this.rows = new Rows(columns);
  }

  summary(): IndexedArticle {
    const { rows } = this;
    const counts = new Map<string, number>();
    for (let row = 0; row < rows.count; row += 1) {
      const type = rows.textAt(rows.number(row, cell.type));
      if (type !== undefined && rows.counts(row)) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return { ...this.article, annotations: rows.count, counts };
  }

  /** All that is wanted, in order. */
  *all(wanted: Wanted): Iterable<IndexedAnnotation> {
    const fits = fitting(this.rows, wanted);
    for (let row = 0; fits && row < this.rows.count; row += 1) if (fits(row)) yield this.rows.annotation(row);
  }

  /** The first (`next`) or last (`previous`) that is wanted. */
  outermost(wanted: Wanted, direction: Direction): IndexedAnnotation | undefined {
    const fits = fitting(this.rows, wanted);
    return fits && this.#nearest(fits, direction === 'next' ? 0 : this.rows.count - 1, direction);
  }

  /** The nearest wanted one strictly after or before `from` in the order of the text. An annotation that the selection
   * lies in is the current one, so never the answer, unless the selection is exactly another annotation within it. */
  neighbour(wanted: Wanted, from: Position, direction: Direction): IndexedAnnotation | undefined {
    const fits = fitting(this.rows, wanted);
    if (!fits) return undefined;
    const after = this.#countUntil(from, true);
    if (direction === 'next') return this.#nearest(fits, after, direction);
    const before = this.#countUntil(from, false);
    let atOne = from.id !== undefined;
    for (let row = before; !atOne && row < after; row += 1) atOne = fits(row);
    const isOutside: Fits = (row) => fits(row) && (atOne || !liesIn(from, this.#range(row)));
    return this.#nearest(isOutside, before - 1, direction);
  }

  /** From a row on, itself included. */
  #nearest(fits: Fits, from: number, direction: Direction): IndexedAnnotation | undefined {
    const step = direction === 'next' ? 1 : -1;
    for (let row = from; row >= 0 && row < this.rows.count; row += step) {
      if (fits(row)) return this.rows.annotation(row);
    }
    return undefined;
  }

  /** How many stand before `from`, or (`inclusive`) before or at it. */
  #countUntil(from: Position, inclusive: boolean): number {
    let low = 0;
    let high = this.rows.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, from);
      if (order < 0 || (inclusive && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Without an id, all annotations of one range stand at one position. */
  #compare(row: number, from: Position): number {
    const order = compareRanges(this.#range(row), from);
    return order || from.id === undefined ? order : compareCodeUnits(this.rows.id(row), from.id);
  }

  #range(row: number): Range {
    return { start: this.rows.number(row, cell.start), end: this.rows.number(row, cell.end) };
  }
}

/** Whether a selection lies in a place; a cursor at its end stands after it. */
function liesIn(from: Range, place: Range): boolean {
  return place.start <= from.start && from.end <= place.end && from.start < place.end;
}
