import type { ImportedInfo } from '../../imported';
import { InputError } from '../../inputError';
import type { Losses } from '../../losses';
import { Columns } from '../../reading/columns';
import { dateOf } from '../../reading/dates';
import { attributesOf } from '../csv/cells';
import { metadataFields } from '../../../model/article';
import { columnOf, type TextField } from './columns';

/** What is known of articles by their paths. */
export type Metadata = Map<string, ImportedInfo>;

/** Gathers what is known of articles from the rows of a table. */
export class MetadataTable {
  readonly #found: Metadata = new Map();
  readonly #undated: string[] = [];

  constructor(readonly losses: Losses) {}

  /** Takes a heading; gives what takes each row under it, with its number. Throws an {@link InputError}, and so does that. */
  headed(headings: readonly string[], path: string): (cells: readonly string[], number: number) => void {
    const columns = new Columns(headings, columnOf, path, this.losses);
    return (cells, number) => {
      const at = `row ${number}`;
      const get = columns.reader(cells, path, at);
      const article = get('article').trim().replaceAll('\\', '/');
      if (article === '') throw new InputError('“article” is empty', { path, at });
      if (this.#found.has(article)) throw new InputError(`“${article}” has a row already`, { path, at });
      const date = get('date').trim();
      if (date !== '' && dateOf(date) === undefined) this.#undated.push(`row ${number}: “${date}”`);
      const texts = metadataFields.flatMap((field): [TextField, string][] => {
        const value = field === 'date' ? (dateOf(date) ?? '') : get(field);
        return value === '' ? [] : [[field, value]];
      });
      const attributes = attributesOf(get, columns.attributes, { path, at });
      this.#found.set(article, { ...Object.fromEntries(texts), ...(attributes ? { attributes } : {}) });
    };
  }

  /** What was found; dates that aren't understood are counted. */
  finished(): Metadata {
    this.losses.add(`dates that aren’t understood (${inWords(this.#undated)})`, this.#undated.length);
    return this.#found;
  }
}

/** The first of a list, for a message of one line. */
export function inWords(list: readonly string[]): string {
  return list.slice(0, 5).join(', ') + (list.length > 5 ? ' …' : '');
}
