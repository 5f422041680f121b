import type { Codebook } from '../../../model/codebook';
import { InputError } from '../../inputError';
import { splitList } from '../../writing/csv';

/** The fields of items, as the sheets of actors and topics have them for columns. */
export const actorFields = [
  ...['name', 'kind', 'aliases', 'parent', 'members', 'sameAs', 'color', 'attributes', 'note', 'formerIds'],
] as const;
export const topicFields = ['name', 'parent', 'description', 'examples', 'formerIds'] as const;

const lists: ReadonlySet<string> = new Set(['aliases', 'members', 'examples', 'formerIds']);

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** Gathers the items of sheets of actors and topics, by the number of their codebook. */
export class ItemSheets {
  readonly #codebooks: { actors: Map<string, Item>; topics: Map<string, Item> }[] = [];

  /** Takes a heading; gives what takes each row. Throws an {@link InputError} where an id or a name is missing, or an id is there twice. */
  headed(
    list: 'actors' | 'topics',
    headings: readonly string[],
    path: string,
  ): (cells: readonly string[], number: number) => void {
    const places = new Map(headings.map((heading, place) => [heading.trim(), place]));
    const fields = list === 'actors' ? actorFields : topicFields;
    return (cells, number) => {
      const at = `row ${number}`;
      const get = (field: string): string => cells[places.get(field) ?? -1] ?? '';
      const [id, name] = [get('id') || get('name'), get('name') || get('id')];
      if (id === '') throw new InputError('The row has neither an “id” nor a “name”', { path, at });
      const items = this.#codebook(get('codebook'), path, at)[list];
      if (items.has(id)) throw new InputError(`“${id}” has a row already`, { path, at });
      const values = fields.flatMap((field): [string, unknown][] => {
        const cell = field === 'name' ? name : get(field);
        if (cell === '') return [];
        if (lists.has(field)) return [[field, splitList(cell)]];
        return [[field, field === 'attributes' ? attributesOf(cell, path, at) : cell]];
      });
      items.set(id, { id, ...Object.fromEntries(values) });
    };
  }

  #codebook(number: string, path: string, at: string): { actors: Map<string, Item>; topics: Map<string, Item> } {
    const index = number.trim() === '' ? 0 : Number(number);
    if (!Number.isInteger(index) || index < 0 || index > 9999) {
      throw new InputError(`“codebook” is “${number}”, not a whole number from 0`, { path, at });
    }
    while (this.#codebooks.length <= index) this.#codebooks.push({ actors: new Map(), topics: new Map() });
    return this.#codebooks[index] ?? { actors: new Map(), topics: new Map() };
  }

  codebooks(): readonly Codebook[] {
    return this.#codebooks.map(({ actors, topics }) => {
      const found = Object.entries({ actors, topics }).filter(([, items]) => items.size > 0);
      const all = found.map(([list, items]) => [list, [...items.values()]] as const);
      return { format: 'policy-codebook', version: 1, ...Object.fromEntries(all) } as Codebook;
    });
  }
}

function attributesOf(cell: string, path: string, at: string): object {
  try {
    const value = JSON.parse(cell) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new InputError('“attributes” is not a JSON object', { path, at });
}
