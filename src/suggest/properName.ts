import type { Range } from '../model/range';
import { blockAt, isTitleCase } from './lines';
import { innerPossessives, isAcronym, isCapitalised, nameEnd, tokensOf, type NameTest, type Token } from './nameTokens';
import { innerSentenceAt } from './sentences';
import { groupNouns, months, ordinaryWords, pronouns, weekdays } from './words';

/** Endings of words that a heading or a sentence's beginning capitalises; "Beijing", "United", "Italy" are none of them. */
const UNLIKELY =
  /(?:(?<!^beij|^nanj|^chongq|^jinp|^xiaop)ing|(?<!^unit|^ahm|amm|^sae)ed|(?<!^ita|^sici|^emi|^kel|^sal|^bil)ly|[ts]ions?|ments?|(?<!^baro|^lio)ness|it(?:y|ies)|ism|(?<!^fr|^flor|^prov)[ae]nce)$/u;
/** Months that are names of people or something else too; they count as dates beside figures only. */
const MONTH_NAMES: ReadonlySet<string> = new Set(['may', 'march', 'april', 'june', 'august']);
const REACH = 300;
/** How far round a sentence's first word its lower-case form is looked for. */
const VICINITY = 20_000;

/**
 * The capitalised name around `offset` ("Kim Jong Un", "Republic of Korea", "US" of "US-led"), without a possessive ’s. An
 * acronym keeps its full stops, at a sentence's end too. Undefined in lower case, at ordinary words that a sentence's
 * beginning or a heading capitalises, at months and weekdays, and in scripts without capitals.
 */
export function properNameAt(text: string, offset: number): Range | undefined {
  const { body } = blockAt(text, offset);
  const within = { start: Math.max(body.start, offset - REACH), end: Math.min(body.end, offset + REACH) };
  const isFirst = (token: Token): boolean => innerSentenceAt(text, body, token.start).start === token.start;
  const tokens = tokensOf(text, within);
  const touching = namesOf(text, tokens, isTitle(text.slice(body.start, body.end)), isFirst).find(
    ({ first, last }) => first.start <= offset && offset <= last.end + last.possessive,
  );
  if (!touching) return undefined;
  const { first, last } = touching;
  // Between two words the offset belongs to the one behind it.
  const behind = tokens.find((token) => token.start === offset);
  return behind && offset > last.end ? undefined : { start: first.start, end: last.end };
}

/**
 * The capitalised names of a paragraph, in order; see {@link properNameAt}.
 * @param starts where its sentences begin
 */
export function properNamesOf(text: string, body: Range, starts: ReadonlySet<number>): Range[] {
  const title = isTitle(text.slice(body.start, body.end));
  const names = namesOf(text, tokensOf(text, body), title, (token) => starts.has(token.start));
  return names.map(({ first, last }) => ({ start: first.start, end: last.end }));
}

/** Whether a paragraph is written like a title: short, no full stop, most words with capitals. */
export function isTitle(line: string): boolean {
  const words = line.slice(0, 300).match(/\p{L}+/gu)?.length ?? 0;
  return line.length <= 200 && words > 3 && /^\P{Ll}/u.test(line) && !/[.。]$/u.test(line) && isTitleCase(line);
}

function namesOf(
  text: string,
  tokens: readonly Token[],
  title: boolean,
  isFirst: (token: Token) => boolean,
): { readonly first: Token; readonly last: Token }[] {
  const isName: NameTest = (token) =>
    token !== undefined && isCapitalised(token) && !isOrdinary(text, token, title, isFirst);
  const found: { first: Token; last: Token }[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    if (!first || !isName(first)) continue;
    const end = nameEnd(text, tokens, index, isName);
    const last = tokens[end] ?? first;
    if (!isDate(tokens, index, end)) found.push({ first, last });
    index = end;
  }
  return found;
}

/** Whether a capital says nothing: "The", "However", a month; at a sentence's beginning or in a heading, any word that the
 * text has in lower case too, or that looks like no name. */
function isOrdinary(text: string, token: Token, title: boolean, isFirst: (token: Token) => boolean): boolean {
  const lower = token.word.toLowerCase();
  if (isAcronym(token.word)) return false;
  if (pronouns.has(lower) || (ordinaryWords.has(lower) && !(lower === 'may' && !title))) return true;
  if (weekdays.has(lower) || (months.has(lower) && !MONTH_NAMES.has(lower))) return true;
  if (token.possessive > 0 && innerPossessives.has(lower)) return false;
  if (!title && !isFirst(token) && !behindColon(text, token)) return false;
  const leads = /^\s\p{Lu}/u.test(text.slice(token.end, token.end + 3));
  return (groupNouns.has(lower) && !leads) || UNLIKELY.test(lower) || inLowerCase(text, token, lower);
}

function behindColon(text: string, token: Token): boolean {
  return /[:“"‘«*_][ ]?$/u.test(text.slice(Math.max(0, token.start - 2), token.start));
}

function inLowerCase(text: string, token: Token, lower: string): boolean {
  if (lower === token.word) return false;
  const vicinity = text.slice(Math.max(0, token.start - VICINITY), token.end + VICINITY);
  for (let at = vicinity.indexOf(lower); at >= 0; at = vicinity.indexOf(lower, at + 1)) {
    const around = vicinity.slice(Math.max(0, at - 1), at) + vicinity.slice(at + lower.length, at + lower.length + 1);
    if (!/[\p{L}\p{N}@#./-]/u.test(around)) return true;
  }
  return false;
}

/** "March 9", "9 May". */
function isDate(tokens: readonly Token[], first: number, last: number): boolean {
  if (first !== last || !months.has(tokens[first]?.word.toLowerCase() ?? '')) return false;
  return [tokens[first - 1], tokens[first + 1]].some((token) => token !== undefined && /^\p{Nd}/u.test(token.word));
}
