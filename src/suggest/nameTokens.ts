import type { Range } from '../model/range';

/** A word of a text. */
export interface Token extends Range {
  readonly word: string;
  /** Units of a trailing possessive ("’s", or "’" behind s) that `end` doesn't count. */
  readonly possessive: number;
}

export type NameTest = (token: Token | undefined) => boolean;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Nouns that an "of" ties to what follows: "Republic of Korea", but "Kim | of North Korea". */
const OF_HEADS = words(`
  republic kingdom state states union ministry minister department bank house council organization organisation league
  university federation commonwealth emirate emirates secretary gulf sea bay strait chamber court office institute academy
  board party bureau committee association confederation community parliament district province principality sultanate
  center centre school church army front order embassy government school college society joint chiefs panel alliance
  coalition conference group assembly
`);
/** Nouns that a "for" ties to what follows: "Center for Strategic Studies". */
const FOR_HEADS = words(`
  center centre institute organization organisation agency council fund office committee ministry department foundation
  campaign programme program commission association alliance forum department secretary minister movement
`);
const PARTICLES = words('de del della di da dos du la le von van der den bin ibn al el y e');
/** Possessives within a name: "People’s Republic", "Workers’ Party". */
export const innerPossessives = words(
  'people workers women children farmers citizens king queen soldiers veterans peoples teachers consumers employers traders landlords tenants producers growers lawyers students',
);
/** Behind a hyphen these describe the name and are no part of it: "US-led", "Jakarta-based". */
const COMPOUNDS =
  /^(?:led|based|backed|made|style|wide|born|run|owned|built|bound|held|era|like|type|size|only|free|friendly|in|out|term|level|pop|sanctioned|.*(?:ed|ing))$/u;
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?= ?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’](?!s(?![\p{L}\p{M}]))\p{L}[\p{L}\p{M}]*)*/gu;

/** The words of a range, without the s of a possessive. */
export function tokensOf(text: string, within: Range): Token[] {
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

/** The index of the last token of the name that begins with the token at `index`, which is one of a name. */
export function nameEnd(text: string, tokens: readonly Token[], index: number, isName: NameTest): number {
  let last = index;
  for (let next = step(text, tokens, last, isName); next !== undefined; next = step(text, tokens, last, isName))
    last = next;
  return last;
}

export function isAcronym(word: string): boolean {
  return word.length > 1 && /^[\p{Lu}.\p{Nd}]+$/u.test(word);
}

export function isCapitalised(token: Token): boolean {
  return /\p{Lu}/u.test(token.word);
}

/** The index of the token with which the name goes on behind the token at `index`. */
function step(text: string, tokens: readonly Token[], index: number, isName: NameTest): number | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next) return undefined;
  const gap = text.slice(token.end + token.possessive, next.start);
  if (token.possessive > 0 && !(innerPossessives.has(head(token)) && gap.trim() === '')) return undefined;
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
  if (isCapitalised(next)) return true;
  return (
    before !== undefined &&
    isCapitalised(before) &&
    before.possessive === 0 &&
    /^\p{Ll}+$/u.test(next.word) &&
    !COMPOUNDS.test(next.word)
  );
}
