import { InputError } from '../../inputError';
import { dateOf } from '../../reading/dates';
import { metadataFields } from '../../../model/article';

/** A pattern in its parts: text to be found as it is, or a field. */
type Part = { readonly literal: string } | { readonly field: string };

export type Pattern = readonly Part[];

/** What matches anything and is passed over. */
const ANYTHING = '*';
const ATTRIBUTE = 'attr_';
/** Longer paths aren't looked at: matching takes time in the square of their length. */
const MAX_PATH = 1024;

/**
 * Parses a pattern of file names: text, and fields in braces: `{date}_{publisher}_{title}.txt`, `{section}/{date} {title}`. Fields are
 * title, author, publisher, section, date, url, language, `attr_ID` for an article's attribute, and `*` for anything. Throws an
 * {@link InputError} where a field is unknown or there twice, or where two stand together so that nothing tells where one ends.
 */
export function parsePattern(text: string): Pattern {
  const fail = (problem: string): never => {
    throw new InputError(problem, { path: text });
  };
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const { 0: all, 1: name } of text.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (name === undefined) {
      if (all === '{' || all === '}') fail('A brace of the pattern is not closed');
      parts.push({ literal: all });
      continue;
    }
    const field = name.trim();
    const isKnown = field === ANYTHING || isAttribute(field) || (metadataFields as readonly string[]).includes(field);
    if (!isKnown)
      fail(`The pattern has an unknown field “${field}”; known are ${metadataFields.join(', ')}, attr_… and *`);
    if (field !== ANYTHING && seen.has(field)) fail(`The pattern has the field “${field}” twice`);
    const last = parts.at(-1);
    if (last && 'field' in last && last.field !== 'date' && field !== 'date') {
      fail(`Nothing in the pattern tells where “${last.field}” ends and “${field}” begins`);
    }
    seen.add(field);
    parts.push({ field });
  }
  if (seen.size === 0) fail('The pattern has no field in braces');
  return parts;
}

function isAttribute(field: string): boolean {
  return field.startsWith(ATTRIBUTE) && field.length > ATTRIBUTE.length;
}

/**
 * What a pattern takes from a path, by field; undefined where it doesn't match. A pattern of n folders and a name is compared with the
 * path's last n folders and name. Its file name extension may be left out. A field is at least one character, never `/`, as few as
 * possible, and trimmed; a date is one ("2023-12-20", "2023_12", "20231220", "20.12.2023"), given as ours.
 */
export function matchPath(pattern: Pattern, path: string): ReadonlyMap<string, string> | undefined {
  const folders = pattern.reduce((sum, part) => sum + ('literal' in part ? part.literal.split('/').length - 1 : 0), 0);
  const text = path
    .split('/')
    .slice(-1 - folders)
    .join('/');
  if (text.length > MAX_PATH) return undefined;
  const withoutExtension = text.replace(/(?<=[^/])\.[A-Za-z0-9]{1,8}$/, '');
  for (const wanted of new Set([withoutExtension, text])) {
    const values = matched(pattern, wanted, 0, 0, new Set());
    if (values) return new Map(values.filter(([field]) => field !== ANYTHING).reverse());
  }
  return undefined;
}

/** The fields' values from part `n` on at offset `at`, last first. What was found not to match is kept in `failed`, so that time is bounded
 * by parts times the square of the length. */
function matched(
  pattern: Pattern,
  text: string,
  n: number,
  at: number,
  failed: Set<number>,
): [string, string][] | undefined {
  const part = pattern[n];
  if (!part) return at === text.length ? [] : undefined;
  const key = n * (MAX_PATH + 1) + at;
  if (failed.has(key)) return undefined;
  for (const [value, end] of 'literal' in part ? literal(part.literal, text, at) : fieldValues(part.field, text, at)) {
    const rest = matched(pattern, text, n + 1, end, failed);
    if (!rest) continue;
    if ('field' in part) rest.push([part.field, value]);
    return rest;
  }
  failed.add(key);
  return undefined;
}

function literal(wanted: string, text: string, at: number): readonly [string, number][] {
  return text.startsWith(wanted, at) ? [[wanted, at + wanted.length]] : [];
}

/** What a field may be from an offset on, and where it ends. */
function* fieldValues(field: string, text: string, at: number): Iterable<[string, number]> {
  if (field === 'date') {
    for (let end = Math.min(at + 10, text.length); end >= at + 4; end--) {
      const date = dateIn(text.slice(at, end));
      if (date !== undefined) yield [date, end];
    }
    return;
  }
  for (let end = at + 1; end <= text.length && text[end - 1] !== '/'; end++) {
    const value = text.slice(at, end).trim();
    if (value !== '') yield [value, end];
  }
}

function dateIn(text: string): string | undefined {
  if (text.trim() !== text) return undefined;
  return dateOf(text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3').replaceAll('_', '-'));
}
