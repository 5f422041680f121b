import type { Range } from '../model/range';
import { capitalisedIn, type Capitalised } from './capitalised';
import { isAcronym } from './nameTokens';
import type { NameKind } from './nameKinds';
import type { Passage } from './passages';
import { RangeIndex } from './rangeIndex';

/** A name that a text has and no codebook. */
export interface NewName {
  /** The fullest form that the text gives, white space as one space. */
  readonly name: string;
  /** Shorter forms that the text goes on with: "Leota", "PGC", "Council". */
  readonly aliases: readonly string[];
  readonly kind: 'person' | 'organization' | 'place' | 'group' | undefined;
}

interface Draft {
  readonly words: readonly string[];
  readonly aliases: Set<string>;
  kind: NameKind | 'group' | undefined;
}

const LOCAL = /(?:^|[^\p{L}])(?:in|near|outside|around|across|throughout|at)\s(?:the\s)?$/iu;
const FROM = /(?:^|[^\p{L}])(?:of|from|to|between|off)\s(?:the\s)?$/iu;
/** Share of words with a capital above which capitals say nothing; and in how many words it can be told. */
const MOST_CAPITALS = 0.3;
const FEWEST_WORDS = 30;
/** "Asia" isn't short for "Northeast Asia". */
const DIRECTIONS =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|central|middle|upper|lower|new|great|greater)(?:ern)?$/iu;
const COMPANY =
  /^\s+and\s+(?:its|their)\s+(?:\p{Ll}+\s+)?(?:allies|partners|backers|neighbou?rs|affiliates|clients)\b/u;

/**
 * The proper names of a text, in the order of their first full form: capitalised words that are no sentence's mere beginning, no title
 * of a person, adjective, date, law or work; and collectives as "Japan and its allies". Shorter forms go with the full one. A
 * place is what only ever stands behind "in" and the like, or calls itself one.
 * @param known ranges of names that the codebook has
 */
export function newNames(text: string, passages: readonly Passage[], known: readonly Range[]): NewName[] {
  const index = new RangeIndex(known, (range) => range);
  if (!doCapitalsTell(text, passages)) return [];
  const found = passages.flatMap((passage) => capitalisedIn(text, passage, index));
  const names = new Map<string, Draft>();
  for (const { name, words, kind } of found.filter(({ isDoubtful }) => !isDoubtful)) {
    const before = names.get(name);
    if (!before) names.set(name, { words, aliases: new Set(), kind });
    else before.kind ??= kind;
  }
  joinShortForms(names, found);
  for (const [name, draft] of names) if (!draft.kind && isAlwaysLocal(text, name, found)) draft.kind = 'place';
  const collectives = [...known, ...found.map(({ range }) => range)].flatMap((range) =>
    collectiveAt(text, range, index),
  );
  for (const name of collectives) names.set(name, { words: [], aliases: new Set(), kind: 'group' });
  return [...names].map(([name, { aliases, kind }]) => ({
    name,
    aliases: [...aliases],
    kind: kind === 'work' || kind === 'nobody' ? undefined : kind,
  }));
}

/** Whether few enough words within sentences have a capital: in German, every noun has. */
function doCapitalsTell(text: string, passages: readonly Passage[]): boolean {
  let [words, capitals] = [0, 0];
  for (const { isTitle, isNote, sentences } of passages)
    for (const { start, end } of isTitle || isNote ? [] : sentences) {
      const inside = text.slice(start, end);
      words += inside.match(/\s[\p{L}\p{M}]+/gu)?.length ?? 0;
      capitals += inside.match(/\s\p{Lu}[\p{Ll}\p{M}]+/gu)?.length ?? 0;
    }
  return words < FEWEST_WORDS || capitals <= MOST_CAPITALS * words;
}

/** Makes single words aliases of the full names that they are short for, and acronyms of those that they stand behind in brackets. */
function joinShortForms(names: Map<string, Draft>, found: readonly Capitalised[]): void {
  for (const { name, words, kind, behind } of found) {
    if (words.length > 1) continue;
    const fullName =
      behind === undefined
        ? [...names].find(([, full]) => full.words.length > 1 && isShortFor(name, full.words, full.kind))?.[0]
        : [...names.keys()].find((other) => behind.endsWith(other) && isAbbreviated(name, other));
    const full = fullName === undefined || fullName === name ? undefined : names.get(fullName);
    if (!full) continue;
    full.aliases.add(name);
    full.kind ??= kind;
    names.delete(name);
  }
}

/** Whether a text that has named the full form may go on with the single word: a surname, the noun of a body. */
export function isShortFor(word: string, full: readonly string[], kind: string | undefined): boolean {
  const of = full.findIndex((each) => each === 'of' || each === 'for');
  if (isAbbreviated(word, full.join(' '))) return true;
  if (kind === 'place' || DIRECTIONS.test(full[0] ?? '')) return false;
  if (word === full.at(-1)) return true;
  return word === (kind === 'person' ? full[0] : full[of - 1]);
}

/** "PGC" for "Prairie Grain Council", "OECD" for one with small words within. */
export function isAbbreviated(short: string, full: string): boolean {
  if (!isAcronym(short)) return false;
  const letters = short.replace(/[^\p{L}]/gu, '');
  const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase()).join('');
  const words = full.split(/[\s-]+/u);
  return [initials(words), initials(words.filter((word) => /^\p{Lu}/u.test(word)))].includes(letters);
}

/** Whether a name only stands behind words like "in", "of" and "from", and at least once behind one that a place alone follows. */
function isAlwaysLocal(text: string, name: string, found: readonly Capitalised[]): boolean {
  const before = found
    .filter((one) => one.name === name)
    .map(({ range: { start } }) => text.slice(Math.max(0, start - 16), start));
  return before.some((words) => LOCAL.test(words)) && before.every((words) => LOCAL.test(words) || FROM.test(words));
}

/** "Japan and its allies", where the name stands. */
function collectiveAt(text: string, { start, end }: Range, known: RangeIndex<Range>): string[] {
  const company = COMPANY.exec(text.slice(end, end + 60))?.[0];
  if (company === undefined) return [];
  const range = { start, end: end + company.length };
  if (known.overlapping(range).some((one) => one.end > end)) return [];
  return [text.slice(range.start, range.end).replace(/\s+/gu, ' ')];
}
