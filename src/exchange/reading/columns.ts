import { InputError } from '../inputError';
import type { Losses } from '../losses';
import { unguard } from '../writing/csv';

/** A cell of a row by its column; the empty string where there is none. */
export type Get = (column: string) => string;

const ATTRIBUTE = 'attr_';

/** Gives the column that a heading means: in any case, with spaces or hyphens for underscores, or by a synonym; of an attribute's column
 * the heading itself; undefined for what isn't known. */
export function columnFinder(
  columns: Iterable<string>,
  synonyms: ReadonlyMap<string, string>,
): (heading: string) => string | undefined {
  const known = new Set(columns);
  return (heading) => {
    const plain = unguard(heading).trim();
    if (plain.startsWith(ATTRIBUTE) && plain.length > ATTRIBUTE.length) return plain;
    const folded = plain.toLowerCase().replace(/[\s-]+/g, '_');
    const name = synonyms.get(folded) ?? folded;
    return known.has(name) ? name : undefined;
  };
}

/** Which cell of a table's rows belongs to which column. */
export class Columns {
  readonly #places = new Map<string, number>();
  readonly #count: number;
  /** Attributes that have a column, with that. */
  readonly attributes: readonly (readonly [id: string, column: string])[];

  /** Throws an {@link InputError} where a column is there twice, or `article` is missing. What isn't known is counted. */
  constructor(
    headings: readonly string[],
    columnOf: (heading: string) => string | undefined,
    path: string,
    losses: Losses,
  ) {
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
  }

  has(column: string): boolean {
    return this.#places.has(column);
  }

  /** Gives a row's cells, guards taken off. Throws an {@link InputError} where the row has more cells than there are headings. */
  reader(cells: readonly string[], path: string, at: string): Get {
    if (cells.length > this.#count && cells.slice(this.#count).some((cell) => cell !== '')) {
      throw new InputError('The row has more cells than there are headings', { path, at });
    }
    return (column) => {
      const place = this.#places.get(column);
      return place === undefined ? '' : unguard(cells[place] ?? '');
    };
  }
}
