import type { Json, JsonObject } from '../../../model/json';
import { fieldOf, isObject } from '../../reading/json';
import { textsOf } from '../../spans/features';

/** The arrow from one part of a target of several ranges to the next. */
export const NEXT_PART = 'next-part';
/** The field of a line with what entities have no place for: doccano keeps it as metadata of the text, and exports it again. */
export const DETAILS = 'annotations';

/** What we wrote of an annotation beside its entities. */
export interface Detail {
  readonly id: string;
  readonly label: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly features: ReadonlyMap<string, string>;
  readonly links: readonly DetailLink[];
}

export interface DetailLink {
  readonly role: string;
  readonly to: string;
  readonly features: ReadonlyMap<string, string>;
}

/** Details of a line; undefined where the value is none of ours. */
export function detailsOf(value: Json | undefined): readonly Detail[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const details = value.map((item: Json) => (isObject(item) ? detailOf(item) : undefined));
  return details.every((detail) => detail !== undefined) ? details : undefined;
}

function detailOf(item: JsonObject): Detail | undefined {
  const [id, label, ranges] = [fieldOf(item, 'id'), fieldOf(item, 'label'), fieldOf(item, 'ranges')];
  if (typeof id !== 'string' || id === '' || typeof label !== 'string' || !Array.isArray(ranges)) return undefined;
  const pairs = ranges.filter(isPair);
  if (pairs.length < ranges.length) return undefined;
  const links = fieldOf(item, 'links');
  return {
    ...{ id, label, ranges: pairs, features: textsOf(fieldOf(item, 'features')) },
    links: Array.isArray(links) ? links.flatMap((link: Json) => (isObject(link) ? linkOf(link) : [])) : [],
  };
}

function isPair(value: Json): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
}

function linkOf(link: JsonObject): DetailLink[] {
  const [role, to] = [fieldOf(link, 'role'), fieldOf(link, 'to')];
  if (typeof role !== 'string' || typeof to !== 'string') return [];
  return [{ role, to, features: textsOf(fieldOf(link, 'features')) }];
}
