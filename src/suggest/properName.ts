import type { Range } from '../model/range';
import { blockAt, isTitleCase } from './lines';
import { innerSentenceAt } from './sentences';
import { groupNouns, months, ordinaryWords, weekdays } from './words';

interface Token extends Range {
  readonly word: string;
  /** Units of a trailing possessive ("’s", or "’" behind s) that `end` doesn't count. */
  readonly possessive: number;
}

type NameTest = (token: Token | undefined) => boolean;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Nouns that an "of" ties to what follows: "Republic of Korea", but "Kim | of North Korea". */
const OF_HEADS = words(`
  republic kingdom state states union ministry minister department bank house council organization organisation league
  university federation commonwealth emirate emirates secretary gulf sea bay strait chamber court office institute academy
  board party bureau committee association confederation community parliament district province principality sultanate
  center centre school church army front order embassy government school college society joint chiefs
`);
/** Nouns that a "for" ties to what follows: "Center for Strategic Studies". */
const FOR_HEADS = words(`
  center centre institute organization organisation agency council fund office committee ministry department foundation
  campaign programme program commission association alliance forum department secretary minister
`);
const PARTICLES = words('de del della di da dos du la le von van der den bin ibn al el y e');
/** Possessives within a name: "People’s Republic", "Workers’ Party". */
const INNER_POSSESSIVES = words('people workers women children farmers citizens king queen soldiers veterans');
/** Behind a hyphen these describe the name and are no part of it: "US-led", "Jakarta-based". */
const COMPOUNDS =
  /^(?:led|based|backed|made|style|wide|born|run|owned|built|bound|held|era|like|type|size|only|free|friendly|in|out|term|level|pop|sanctioned|.*(?:ed|ing))$/u;
/** Endings of words that a heading or a sentence's beginning capitalises; "Beijing", "United", "Italy" are none of them. */
const UNLIKELY =
  /(?:(?<!^beij|^nanj|^chongq|^jinp|^xiaop)ing|(?<!^unit|^ahm|amm|^sae)ed|(?<!^ita|^sici|^emi|^kel|^sal|^bil)ly|[ts]ions?|ments?|ness|it(?:y|ies)|ism|(?<!^fr|^flor|^prov)[ae]nce)$/u;
/** Months that are names of people or something else too; they count as dates beside figures only. */
const MONTH_NAMES = words('may march april june august');
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?= ?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’](?!s(?![\p{L}\p{M}]))\p{L}[\p{L}\p{M}]*)*/gu;
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
  const from = Math.max(body.start, offset - REACH);
  const tokens = tokensOf(text, { start: from, end: Math.min(body.end, offset + REACH) });
  const title = tokens.length > 3 && isTitle(text.slice(body.start, body.end));
  const isName: NameTest = (token) => token !== undefined && capitalised(token) && !isOrdinary(text, token, title);
  const holding = tokens.findIndex((token) => token.start <= offset && offset < token.end + token.possessive);
  const at = holding >= 0 ? holding : tokens.findIndex((token) => token.end + token.possessive === offset);
  const index = at >= 0 ? at : tokens.findIndex((token) => token.start > offset) - 1;
  const chain = nameAround(text, tokens, index, isName);
  if (!chain) return undefined;
  const range = { start: chain[0].start, end: chain[1].end };
  const end = range.end + chain[1].possessive;
  if (offset < range.start || offset > end || isDate(tokens, chain)) return undefined;
  return range;
}

/** First and last token of the name that holds the token at `index`. */
function nameAround(
  text: string,
  tokens: readonly Token[],
  index: number,
  isName: NameTest,
): [Token, Token] | undefined {
  let found: [Token, Token] | undefined;
  for (let i = 0; i <= index; i += 1) {
    const first = tokens[i];
    if (!first || !isName(first)) continue;
    let last = i;
    for (let next = step(text, tokens, last, isName); next !== undefined; next = step(text, tokens, last, isName))
      last = next;
    const end = tokens[last];
    if (end && last >= index) found = [first, end];
    if (last >= index) break;
    i = last;
  }
  return found;
}

/** The index of the token with which the name goes on behind the token at `index`. */
function step(text: string, tokens: readonly Token[], index: number, isName: NameTest): number | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next) return undefined;
  const gap = text.slice(token.end + token.possessive, next.start);
  if (token.possessive > 0 && !(INNER_POSSESSIVES.has(token.word.toLowerCase()) && gap.trim() === '')) return undefined;
  if (gap === '-' || gap === '‑' || gap === '‐')
    return hyphenated(token, next, tokens[index - 1]) ? index + 1 : undefined;
  if (!/^[ \u00a0]+$|^[ \t]*\n[ \t]*$|^$/u.test(gap)) return undefined;
  if (isName(next)) return index + 1;
  const word = next.word;
  const ties =
    word === 'of' ? OF_HEADS.has(head(token)) : word === 'for' ? FOR_HEADS.has(head(token)) : PARTICLES.has(word);
  if (!ties) return undefined;
  const behind = tokens[index + 2];
  const far = behind?.word === 'the' ? index + 3 : index + 2;
  const between = text.slice(next.end, tokens[far]?.start ?? next.end);
  return isName(tokens[far]) && /^(?:[ \u00a0\n]+the)?[ \u00a0\n]+$/u.test(between) ? far : undefined;
}

function head(token: Token): string {
  return token.word.toLowerCase();
}

/** "Russo-North", "Asia-Pacific", "Suk-yeol"; not "US-China", "US-led", "Jakarta-based". */
function hyphenated(token: Token, next: Token, before: Token | undefined): boolean {
  if (isAcronym(token.word) || isAcronym(next.word)) return false;
  if (capitalised(next)) return true;
  return (
    before !== undefined &&
    capitalised(before) &&
    before.possessive === 0 &&
    /^\p{Ll}+$/u.test(next.word) &&
    !COMPOUNDS.test(next.word)
  );
}

function isAcronym(word: string): boolean {
  return word.length > 1 && /^[\p{Lu}.\p{Nd}]+$/u.test(word);
}

function capitalised(token: Token): boolean {
  return /\p{Lu}/u.test(token.word);
}

/** Whether a capital says nothing: "The", "However", a month; at a sentence's beginning or in a heading, any word that the
 * text has in lower case too, or that looks like no name. */
function isOrdinary(text: string, token: Token, title: boolean): boolean {
  const lower = token.word.toLowerCase();
  if (isAcronym(token.word)) return false;
  if (ordinaryWords.has(lower) && !(lower === 'may' && !title)) return true;
  if (weekdays.has(lower) || (months.has(lower) && !MONTH_NAMES.has(lower))) return true;
  if (token.possessive > 0 && INNER_POSSESSIVES.has(lower)) return false;
  const first = innerSentenceAt(text, blockAt(text, token.start).body, token.start).start === token.start;
  if (!title && !first && !behindColon(text, token)) return false;
  const leads = /^\s\p{Lu}/u.test(text.slice(token.end, token.end + 3));
  return (groupNouns.has(lower) && !leads) || UNLIKELY.test(lower) || inLowerCase(text, token, lower);
}

function isTitle(line: string): boolean {
  return line.length <= 200 && /^\P{Ll}/u.test(line) && !/[.。]$/u.test(line) && isTitleCase(line);
}

function behindColon(text: string, token: Token): boolean {
  return /[:“"‘«][ ]?$/u.test(text.slice(Math.max(0, token.start - 2), token.start));
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
function isDate(tokens: readonly Token[], [first, last]: readonly [Token, Token]): boolean {
  if (first !== last || !months.has(first.word.toLowerCase())) return false;
  const index = tokens.indexOf(first);
  return [tokens[index - 1], tokens[index + 1]].some((token) => token !== undefined && /^\p{Nd}/u.test(token.word));
}

/** The words of a range, without the s of a possessive. */
function tokensOf(text: string, within: Range): Token[] {
  const tokens: Token[] = [];
  let done = within.start;
  for (const { 0: word, index } of text.slice(within.start, within.end).matchAll(TOKEN)) {
    const start = within.start + index;
    if (start < done) continue;
    const end = start + word.length;
    const tail = (word.endsWith('s') ? /^['’]s?(?![\p{L}\p{M}])/u : /^['’]s(?![\p{L}\p{M}])/u).exec(
      text.slice(end, end + 3),
    );
    const possessive = tail?.[0].length ?? 0;
    tokens.push({ word, start, end, possessive });
    done = end + possessive;
  }
  return tokens;
}
