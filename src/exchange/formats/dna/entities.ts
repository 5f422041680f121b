import type { SqliteFile } from '../../reading/sqlite';
import { Ids, trimmed } from './rows';

/** A value of a variable that DNA keeps a list of. */
export interface Entity {
  readonly id: number;
  /** Of a variable's `of`. */
  readonly variable: number;
  readonly name: string;
  /** `#rrggbb`; undefined for black, which every entity begins with. */
  readonly color: string | undefined;
  /** An entity's id, or in DNA 2 its name. */
  readonly parent: number | string | undefined;
  /** By the attribute's name; none is empty. */
  readonly attributes: ReadonlyMap<string, string>;
}

const colors = ['Red', 'Green', 'Blue'] as const;

/** The entities of DNA 3, by id. */
export function entitiesOf(file: SqliteFile, path: string): Map<number, Entity> {
  const columns = { numbers: ['ID'], texts: ['AttributeVariable'] } as const;
  const named = [...file.rows('ATTRIBUTEVARIABLES', columns)];
  const names = new Map(named.map((row) => [row.ID, trimmed(row.AttributeVariable)]));
  const attributes = new Map<number, Map<string, string>>();
  const values = { numbers: ['EntityId', 'AttributeVariableId'], texts: ['AttributeValue'] } as const;
  for (const row of file.rows('ATTRIBUTEVALUES', values)) {
    const name = names.get(row.AttributeVariableId);
    const value = trimmed(row.AttributeValue);
    if (row.EntityId === undefined || name === undefined || value === '') continue;
    const known = attributes.get(row.EntityId) ?? new Map<string, string>();
    attributes.set(row.EntityId, known.set(name, value));
  }
  const ids = new Ids('ENTITIES', path);
  const numbers = ['ID', 'VariableId', 'ChildOf', ...colors] as const;
  const rows = file.rows('ENTITIES', { numbers, texts: ['Value'] });
  const entities = [...rows].map((row): Entity => {
    const id = ids.next(row.ID);
    const own = attributes.get(id) ?? new Map<string, string>();
    const about = { color: colorOf(row), parent: row.ChildOf, attributes: own };
    return { id, variable: row.VariableId ?? 0, name: trimmed(row.Value), ...about };
  });
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** The entities of DNA 2, by id. */
export function attributesOf(file: SqliteFile, path: string): Map<number, Entity> {
  const ids = new Ids('ATTRIBUTES', path);
  const numbers = ['ID', 'VariableId', ...colors] as const;
  const texts = ['Value', 'Type', 'Alias', 'Notes', 'ChildOf'] as const;
  const entities = [...file.rows('ATTRIBUTES', { numbers, texts })].map((row): Entity => {
    const pairs = (['Type', 'Alias', 'Notes'] as const).map((name) => [name, trimmed(row[name])] as const);
    return {
      ...{ id: ids.next(row.ID), variable: row.VariableId ?? 0, name: trimmed(row.Value), color: colorOf(row) },
      parent: trimmed(row.ChildOf) === '' ? undefined : trimmed(row.ChildOf),
      attributes: new Map(pairs.filter(([, value]) => value !== '')),
    };
  });
  return new Map(entities.map((entity) => [entity.id, entity]));
}

function colorOf(row: { readonly [K in (typeof colors)[number]]: number | undefined }): string | undefined {
  const parts = colors.map((name) => row[name] ?? 0);
  const isColor = parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  if (!isColor || parts.every((part) => part === 0)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
