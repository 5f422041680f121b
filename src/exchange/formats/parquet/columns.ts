import type { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { isPartialDate } from '../../../model/partialDate';
import type { Json } from '../../../model/json';

/** An element of a Parquet schema (parquet.thrift). */
export type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** What a cell holds; undefined is null. */
export type Value = string | number | boolean | Date | readonly string[] | readonly object[] | undefined;

/** A column of a table of items: its part of the Parquet schema, and what it says of an item. */
export interface Column<T> {
  readonly name: string;
  /** Depth first, the column itself first. */
  readonly schema: readonly SchemaElement[];
  readonly of: (item: T) => Value;
  /** Whether least and greatest values are kept of each row group, by which readers pass groups over. */
  readonly isIndexed: boolean;
}

const types = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const satisfies Readonly<Record<string, Partial<SchemaElement>>>;
type Type = keyof typeof types;

function plain(name: string, type: Type, repetition_type: 'OPTIONAL' | 'REQUIRED'): SchemaElement {
  return { name, repetition_type, ...types[type] };
}

/** A column whose value may be missing. */
export function column<T>(name: string, type: Type, of: (item: T) => Value): Column<T> {
  return { name, schema: [plain(name, type, 'OPTIONAL')], of, isIndexed: type !== 'text' };
}

/** A column of texts that rows are looked up by. */
export function key<T>(name: string, of: (item: T) => string | undefined): Column<T> {
  return { ...column(name, 'text', of), isIndexed: true };
}

/** A column of lists of texts; an empty list where there is none. */
export function texts<T>(name: string, of: (item: T) => readonly string[]): Column<T> {
  return { name, schema: listOf(name, [plain('element', 'text', 'REQUIRED')]), of, isIndexed: false };
}

/** A column of lists of objects, whose fields may be missing. */
export function objects<T>(
  name: string,
  fields: Readonly<Record<string, Type>>,
  of: (item: T) => readonly object[],
): Column<T> {
  const children = Object.entries(fields).map(([field, type]) => plain(field, type, 'OPTIONAL'));
  const element: SchemaElement = { name: 'element', repetition_type: 'REQUIRED', num_children: children.length };
  return { name, schema: listOf(name, [element, ...children]), of, isIndexed: false };
}

/** Lists as the specification's LogicalTypes.md wants them, in three levels. */
function listOf(name: string, element: readonly SchemaElement[]): readonly SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}

/** A value as JSON in a text, for what has no fixed type; undefined where there is none. */
export function jsonText(value: Json | object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** A date, and what of it is known. */
export interface KnownDate {
  /** As it was given. */
  readonly text: string | undefined;
  /** Where the date is full. */
  readonly day: Date | undefined;
  readonly year: number | undefined;
}

export function knownDate(text: string | undefined): KnownDate {
  const isDate = text !== undefined && isPartialDate(text);
  return {
    text,
    day: isDate && text.length === 10 ? new Date(`${text}T00:00:00Z`) : undefined,
    year: isDate ? Number(text.slice(0, 4)) : undefined,
  };
}

/** An ISO time in UTC in milliseconds since 1970; undefined for anything else. */
export function timeOf(time: string | undefined): number | undefined {
  if (time === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time)) return undefined;
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? undefined : moment;
}
