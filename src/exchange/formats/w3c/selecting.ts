import type { Json, JsonObject } from '../../../model/json';
import { fieldOf, isObject } from '../../reading/json';
import type { ImportedRange } from '../../imported';

/** What a target of the standard is: a resource, and the stretch of it that is meant. */
export interface Selected {
  readonly source: string | undefined;
  /** Undefined where the whole resource is meant. */
  readonly range: ImportedRange | undefined;
  /** How many selectors were not understood; a target of which none was has no range. */
  readonly unknown: number;
}

/** As deep as a reader goes into selectors that refine others, and into lists of targets. */
const MAX_DEPTH = 20;

/** The values of a property that may have one or several. */
export function valuesOf(object: JsonObject, name: string): readonly Json[] {
  const value = fieldOf(object, name);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value as Json];
}

/** An IRI given as such or as an object's id. */
export function iriOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return iriOf(value[0] as Json | undefined);
  if (!isObject(value)) return undefined;
  const id = fieldOf(value, 'id') ?? fieldOf(value, '@id');
  return typeof id === 'string' ? id : undefined;
}

/** The targets of a target's value: those of a list or a set each by itself. */
export function selectedOf(target: Json, depth = 0): Selected[] {
  if (typeof target === 'string') return [byAddress(target)];
  if (!isObject(target)) return [];
  const items = depth < MAX_DEPTH ? valuesOf(target, 'items') : [];
  if (items.length > 0) return items.flatMap((item) => selectedOf(item, depth + 1));
  const source = iriOf(fieldOf(target, 'source')) ?? iriOf(target);
  const selectors = valuesOf(target, 'selector').map((selector) => partsOf(selector));
  const found = selectors.reduce<Parts>((all, parts) => ({ ...all, ...parts }), {});
  const unknown = selectors.filter((parts) => Object.keys(parts).length === 0).length;
  const { exact, start = 0, end = 0 } = found;
  const isPlaced = exact !== undefined || end > start;
  return [{ source, range: isPlaced ? { start, end, ...quotation(found) } : undefined, unknown }];
}

/** An address may end in the stretch that is meant. */
function byAddress(iri: string): Selected {
  const [, source, fragment = ''] = /^([^#]+)#(.+)$/.exec(iri) ?? [];
  const { start, end } = fragmentParts(fragment);
  const isPlaced = start !== undefined && end !== undefined;
  return isPlaced ? { source, range: { start, end }, unknown: 0 } : { source: iri, range: undefined, unknown: 0 };
}

type Parts = Partial<ImportedRange>;

function quotation(parts: { readonly [K in 'exact' | 'prefix' | 'suffix']?: string | undefined }): Parts {
  const { exact, prefix, suffix } = parts;
  if (exact === undefined || exact === '') return {};
  return { exact, ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
}

/** What a selector says, and one that refines it: a position within another selection is no position in the text. */
function partsOf(selector: Json, depth = 0): Parts {
  if (!isObject(selector) || depth > MAX_DEPTH) return {};
  const refining = valuesOf(selector, 'refinedBy').map((inner) => quotation(partsOf(inner, depth + 1)));
  const refined = refining.reduce<Parts>((all, parts) => ({ ...all, ...parts }), {});
  // The narrower selection is the one that is meant.
  return refined.exact === undefined ? ownParts(selector) : refined;
}

function ownParts(selector: JsonObject): Parts {
  const types = valuesOf(selector, 'type').concat(valuesOf(selector, '@type'));
  const value = fieldOf(selector, 'value');
  if (types.includes('TextQuoteSelector')) return quoteParts(selector);
  if (types.includes('TextPositionSelector')) return span(fieldOf(selector, 'start'), fieldOf(selector, 'end'));
  if (types.includes('FragmentSelector') && typeof value === 'string') return fragmentParts(value);
  return {};
}

/** RFC 5147: positions between characters. */
function fragmentParts(fragment: string): Parts {
  const [, start, end] = /^#?char=(\d+),(\d+)(?:;|$)/.exec(fragment) ?? [];
  return span(Number(start), Number(end));
}

function quoteParts(selector: JsonObject): Parts {
  const text = (name: string): string | undefined => {
    const value = valuesOf(selector, name)[0];
    return typeof value === 'string' ? value : undefined;
  };
  return quotation({ exact: text('exact'), prefix: text('prefix'), suffix: text('suffix') });
}

/** Positions that can't be are none: the quotation beside them is looked for. */
function span(start: Json | undefined, end: Json | undefined): Parts {
  const isOffset = (value: Json | undefined): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  return isOffset(start) && isOffset(end) && start < end ? { start, end } : {};
}
