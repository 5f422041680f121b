import type { Attributes, Link } from '../../../model/annotation';
import { effectiveCodebook } from '../../../model/codebook';
import type { Json } from '../../../model/json';
import { checkShape } from '../../../sidecar/check';
import { fieldName } from '../../../sidecar/read';
import { linkShape, type Field, type Shape } from '../../../sidecar/shapes';
import type { ImportedRange } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import { attributeCell } from '../../writing/attributeColumns';
import type { Get } from '../../reading/columns';
import { splitList } from '../../writing/csv';

const jsonShape: Shape = {
  fields: new Map<string, Field>([
    ['links', { list: linkShape }],
    ['attributes', 'values'],
  ]),
  required: [],
  order: new Map(),
};

/** What a cell of JSON holds; undefined where it is empty. Throws an {@link InputError}. */
function jsonCell(get: Get, column: 'links' | 'attributes', place: InputPlace): unknown {
  const cell = get(column);
  if (cell.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    throw new InputError(`“${column}” is not JSON`, place);
  }
  const issue = checkShape({ [column]: value }, jsonShape);
  if (issue) throw new InputError(`${fieldName(issue.path)} ${issue.message}`, place);
  return value;
}

/** The links of the column of that name; undefined where it is empty. */
export function linksOf(get: Get, place: InputPlace): readonly Link[] | undefined {
  const links = jsonCell(get, 'links', place) as readonly Link[] | undefined;
  if (links?.some(({ actor, annotation, source }) => (actor ?? annotation ?? source) === undefined)) {
    throw new InputError('A link needs an actor, an annotation or a source', place);
  }
  return links;
}

/** The attributes of the column `attributes`, with what columns of single ones say otherwise.
 * @param columns ids and columns of the attributes to look at */
export function attributesOf(
  get: Get,
  columns: readonly (readonly [id: string, column: string])[],
  place: InputPlace,
): Attributes | undefined {
  const own = new Map(Object.entries((jsonCell(get, 'attributes', place) ?? {}) as Readonly<Record<string, Json>>));
  for (const [id, column] of columns) {
    const cell = get(column);
    const value = own.get(id);
    const shown = String(attributeCell(value) ?? '');
    // Spreadsheets write TRUE where they read true.
    if (cell === shown || (typeof value === 'boolean' && cell.toLowerCase() === shown)) continue;
    if (cell === '') own.delete(id);
    else own.set(id, typed(cell, value === undefined ? usual(id) : kindOf(value)));
  }
  return own.size > 0 ? Object.fromEntries(own) : undefined;
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

/** The type of one of the attributes that a codebook has by default. */
function usual(id: string): string | undefined {
  return effectiveCodebook(undefined).attributes.find((definition) => definition.id === id)?.type;
}

function typed(cell: string, type: string | undefined): Json {
  if (type === 'boolean' && /^(?:true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  if (type === 'number' && Number.isFinite(Number(cell))) return Number(cell);
  return type === 'list' ? splitList(cell) : cell;
}

/** A row's range, and the hash of the earlier text that it belongs to. A quotation alone has no place: it is given at the start, where
 * it is looked for first. Throws an {@link InputError}. */
export function rangeOf(get: Get, place: InputPlace): { readonly range: ImportedRange; readonly text?: string } {
  const exact = get('exact');
  const isEarlier = get('start') === '' && get('end') === '' && get('text_start') !== '';
  const [from, to] = isEarlier ? (['text_start', 'text_end'] as const) : (['start', 'end'] as const);
  const hasPlace = get(from) !== '' || get(to) !== '';
  if (!hasPlace && exact === '') throw new InputError('The row has neither a quotation nor a place', place);
  const start = hasPlace ? count(get, from, place) : 0;
  const end = hasPlace ? count(get, to, place) : exact.length;
  if (start >= end) throw new InputError(`“${to}” ${end} is not after “${from}” ${start}`, place);
  const [prefix, suffix] = [get('prefix'), get('suffix')];
  const range: ImportedRange = {
    ...{ start, end },
    ...(exact === '' ? {} : { exact }),
    ...(prefix === '' && suffix === '' ? {} : { prefix, suffix }),
  };
  const text = isEarlier ? hashOf(get, 'text_sha256', place) : undefined;
  return { range, ...(text === undefined ? {} : { text }) };
}

function count(get: Get, column: string, place: InputPlace): number {
  const cell = get(column).trim();
  // Programs that know blanks in columns of fractions alone write 12 as 12.0.
  if (!/^\d{1,15}(?:\.0+)?$/.test(cell))
    throw new InputError(`“${column}” is “${cell}”, not a whole number from 0`, place);
  return Number(cell);
}

/** A sha256; undefined where the cell is empty. */
export function hashOf(get: Get, column: string, place: InputPlace): string | undefined {
  const cell = get(column).trim();
  if (cell === '') return undefined;
  if (!/^[0-9a-f]{64}$/i.test(cell)) throw new InputError(`“${column}” must be 64 hexadecimal digits`, place);
  return cell;
}
