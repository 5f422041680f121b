/** How well a typed text fits a name, from the best; `none` where it doesn't. */
export const fits = { same: 6, prefix: 5, words: 4, inside: 3, initials: 2, letters: 1, none: 0 } as const;

/** A text of fewer letters doesn't match by letters strewn over a name: that would match nearly all. */
const FEWEST_LETTERS = 3;

/**
 * The best fit of what was typed to one of the names of a thing (see {@link fits}): the same; its beginning; each typed word
 * the beginning of one of its words; a part of it; its initials ("dprk"); its letters in their order ("nkor"). Case,
 * accents, full stops and apostrophes don't count. An empty text fits all as `prefix`.
 */
export function fitOf(typed: string, names: readonly string[]): number {
  const wanted = bare(typed);
  let best: number = fits.none;
  for (const name of names) best = Math.max(best, fitOfOne(wanted, bare(name)));
  return best;
}

/** The items that fit what was typed, the best first, in their given order where they fit alike. */
export function fitting<T>(typed: string, items: readonly T[], namesOf: (item: T) => readonly string[]): T[] {
  return items
    .map((item) => ({ item, fit: fitOf(typed, namesOf(item)) }))
    .filter(({ fit }) => fit > fits.none)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
}

function fitOfOne(wanted: string, name: string): number {
  if (wanted === name) return fits.same;
  if (name.startsWith(wanted)) return fits.prefix;
  const words = name.split(' ');
  if (wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return fits.words;
  if (name.includes(wanted)) return fits.inside;
  if (
    words.length > 1 &&
    words
      .map((word) => word.charAt(0))
      .join('')
      .startsWith(wanted)
  )
    return fits.initials;
  const letters = wanted.replaceAll(' ', '');
  const begins = words.some((word) => word.startsWith(letters.charAt(0)));
  return letters.length >= FEWEST_LETTERS && begins && inOrder(letters, name) ? fits.letters : fits.none;
}

/** Whether the letters stand in the name in this order, the first at the beginning of a word. */
function inOrder(letters: string, name: string): boolean {
  for (let from = name.indexOf(letters.charAt(0)); from >= 0; from = name.indexOf(letters.charAt(0), from + 1)) {
    if (from > 0 && name[from - 1] !== ' ') continue;
    let at = from;
    for (const letter of letters.slice(1)) {
      at = name.indexOf(letter, at + 1);
      if (at < 0) break;
    }
    if (at >= 0) return true;
  }
  return false;
}

function bare(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}.'’ʼ‘"“”]/gu, '')
    .replace(/[\s\p{Pd}/,;:()[\]]+/gu, ' ')
    .trim();
}
