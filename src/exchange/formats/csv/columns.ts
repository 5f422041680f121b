import { InputError } from '../../inputError';
import type { Losses } from '../../losses';
import { unguard } from '../../writing/csv';
import { annotationColumns } from './rows';

/** Headings of tables made by hand, and the columns of ours that they mean. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ...(['file', 'filename', 'path'] as const).map((name) => [name, 'article'] as const),
  ...(['quote', 'quotation'] as const).map((name) => [name, 'exact'] as const),
  ...(['speaker', 'holder', 'addressee'] as const).map((name) => [name, `${name}s`] as const),
]);
const known: ReadonlySet<string> = new Set(annotationColumns);
const ATTRIBUTE = 'attr_';

/** The column of ours that a heading means ("Speaker" gives "speakers"); of an attribute's column the heading itself. Undefined for
 * another. */
export function columnOf(heading: string): string | undefined {
  const plain = unguard(heading).trim();
  if (plain.startsWith(ATTRIBUTE) && plain.length > ATTRIBUTE.length) return plain;
  const folded = plain.toLowerCase().replace(/[\s-]+/g, '_');
  const name = synonyms.get(folded) ?? folded;
  return known.has(name) ? name : undefined;
}

/** Which cell of a row belongs to which column. */
export class Columns {
  readonly #places = new Map<string, number>();
  /** Attributes that have a column, by id. */
  readonly attributes: readonly (readonly [id: string, column: string])[];
  /** Whether the table is one that we wrote, so that its ids are ours. */
  readonly areOurs: boolean;
  readonly #count: number;

  /** Throws an {@link InputError} where a column is there twice, or none tells the article. What isn't known is counted. */
  constructor(headings: readonly string[], path: string, losses: Losses) {
    const unknown: string[] = [];
    for (const [place, heading] of headings.entries()) {
      const column = columnOf(heading);
      if (column === undefined && heading.trim() !== '') unknown.push(`“${heading.trim()}”`);
      if (column === undefined) continue;
      if (this.#places.has(column)) throw new InputError(`Two columns are “${column}”`, { path, at: 'row 1' });
      this.#places.set(column, place);
    }
    if (unknown.length > 0) losses.add(`columns that aren’t known (${unknown.join(', ')})`, unknown.length);
    if (!this.has('article')) throw new InputError('There is no column “article”', { path, at: 'row 1' });
    this.#count = headings.length;
    this.attributes = [...this.#places.keys()]
      .filter((column) => column.startsWith(ATTRIBUTE))
      .map((column) => [column.slice(ATTRIBUTE.length), column]);
    this.areOurs = ['id', 'target_no', 'standing'].every((column) => this.has(column));
  }

  has(column: string): boolean {
    return this.#places.has(column);
  }

  /** Gives a row's cells by column, guards taken off; the empty string for a column that isn't there. Throws an
   * {@link InputError} where the row has more cells than there are headings. */
  reader(cells: readonly string[], path: string, at: string): (column: string) => string {
    if (cells.slice(this.#count).some((cell) => cell !== '')) {
      throw new InputError('The row has more cells than there are headings', { path, at });
    }
    return (column) => {
      const place = this.#places.get(column);
      return place === undefined ? '' : unguard(cells[place] ?? '');
    };
  }
}
