import { COMBINING_CHAR, DIGIT, EXTENDER, LETTER } from 'xmlchars/xml/1.0/ed4';
import { effectiveCodebook, type Codebook } from '../../../model/codebook';
import type { Json } from '../../../model/json';
import type { Losses } from '../../losses';
import { attributeColumns } from '../../writing/attributeColumns';
import { joinList } from '../../writing/csv';

/** What a node or an edge may have besides its ends and its label. */
export interface Column {
  /** A name token of XML Schema without a colon; once among nodes, once among edges. */
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'long' | 'double';
}

export type Value = string | number | boolean;
export type Values = ReadonlyMap<string, Value>;

const strings = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'string' }));

/** The columns of nodes that every network has. */
const nodeColumns: readonly Column[] = [
  ...strings('type', 'key', 'kind', 'date', 'url', 'text', 'description', 'note', 'aliases', 'color'),
  ...strings('article', 'author', 'publisher', 'section', 'language', 'attribution', 'creator', 'standing'),
  { name: 'superseded', type: 'boolean' },
];

export const edgeColumns: readonly Column[] = [
  ...strings('role', 'stance', 'for'),
  { name: 'value', type: 'double' },
  { name: 'weight', type: 'double' },
];

/** What isn't in a name token of XML Schema, which goes by XML 1.0 before its fifth edition: letters that Unicode got after its version 2. */
const foreign = new RegExp(`[^${LETTER}${DIGIT}${COMBINING_CHAR}${EXTENDER}._-]`, 'gu');

const types: Readonly<Record<string, Column['type']>> = { boolean: 'boolean', integer: 'long' };

/** The columns of nodes, and how attributes fill theirs. */
export class NodeColumns {
  readonly columns: readonly Column[];
  /** By the attribute's id. */
  readonly #attributes = new Map<string, Column>();

  constructor(codebooks: readonly Codebook[]) {
    const taken = new Set(nodeColumns.map(({ name }) => name));
    for (const { id, type } of attributeColumns(codebooks)) {
      const plain = `attr_${id.replace(foreign, '_')}`;
      let name = plain;
      for (let n = 2; taken.has(name); n++) name = `${plain}-${n}`;
      taken.add(name);
      this.#attributes.set(id, { name, type: Object.hasOwn(types, type) ? (types[type] ?? 'string') : 'string' });
    }
    this.columns = [...nodeColumns, ...this.#attributes.values()];
  }

  /** Attributes as values of their columns; what doesn't fit its column, or has none, is counted. */
  values(attributes: Readonly<Record<string, Json | undefined>> | undefined, losses: Losses): [string, Value][] {
    return Object.entries(attributes ?? {}).flatMap(([id, value]): [string, Value][] => {
      if (value === undefined || value === null) return [];
      const column = this.#attributes.get(id);
      const fitting = column ? fitted(value, column.type) : undefined;
      if (column && fitting !== undefined) return [[column.name, fitting]];
      losses.add(column ? 'values of attributes that aren’t of their type' : 'attributes that no codebook defines');
      return [];
    });
  }
}

function fitted(value: Json, type: Column['type']): Value | undefined {
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type !== 'string') return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return joinList((value as readonly Json[]).map((item) => (typeof item === 'string' ? item : JSON.stringify(item))));
}

/** How far a stance is for its topic, as its codebook says; undefined where it doesn't. */
export function stanceValue(codebook: Codebook | undefined, stance: string): number | undefined {
  return effectiveCodebook(codebook).stances.find(({ id }) => id === stance)?.value;
}
