import { oneLine } from './oneLine';

/** What a person may name: an item of one of the codebook's lists. */
export interface Findable {
  readonly id: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly formerIds?: readonly string[];
}

/** The one item that is meant, or the several that might be; undefined where none is. */
export type Lookup<T> = { readonly found: T } | { readonly ambiguous: readonly T[] } | undefined;

/**
 * The item of a codebook's list that `wanted` means: matched as id (then former id), then name, then alias, each name
 * and alias exactly before it is matched without regard to case. Several on the first level that has any are ambiguous.
 */
export function lookUp<T extends Findable>(list: readonly T[], wanted: string): Lookup<T> {
  const exact = foldedName(wanted);
  const anyCase = exact.toLowerCase();
  const isExactly = (name: string): boolean => foldedName(name) === exact;
  const isInAnyCase = (name: string): boolean => {
    const folded = foldedName(name);
    return !isCaseSensitive(folded) && folded.toLowerCase() === anyCase;
  };
  const levels: readonly ((item: T) => boolean | undefined)[] = [
    (item) => item.id === wanted,
    (item) => item.formerIds?.includes(wanted),
    ...(exact === ''
      ? []
      : [isExactly, isInAnyCase].map((fits) => (item: T) => item.name !== undefined && fits(item.name))),
    ...(exact === '' ? [] : [isExactly, isInAnyCase].map((fits) => (item: T) => item.aliases?.some(fits))),
  ];
  for (const fits of levels) {
    const matches = list.filter(fits);
    const [first] = matches;
    if (first !== undefined) return matches.length === 1 ? { found: first } : { ambiguous: matches };
  }
  return undefined;
}

/** A name as it is compared: composed (NFC), each run of white space one space, a curly apostrophe straight. */
export function foldedName(name: string): string {
  return oneLine(name.normalize('NFC').replace(/[\u2018\u2019\u02bc]/g, "'"));
}

/** Whether two names are looked up alike: the same but for case, or to the letter where that counts. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [foldedName(one), foldedName(other)];
  return a === b || (!isCaseSensitive(a) && !isCaseSensitive(b) && a.toLowerCase() === b.toLowerCase());
}

const SHORT = 4;

/** Whether a name matches only in its own case: one of at most 4 characters, or all in capitals. "US" is not "us". */
export function isCaseSensitive(name: string): boolean {
  return [...name].length <= SHORT || (name === name.toUpperCase() && name !== name.toLowerCase());
}
