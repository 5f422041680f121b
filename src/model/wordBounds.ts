import { splitsSurrogatePair, type Range } from './range';

/** Soft hyphens and joiners are parts of words. */
const WORD = /[\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]/u;
/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** So much of a line without spaces is divided into words, either way. */
const REACH = 64;
/** Unicode's bounds of words (UAX 29), by dictionary in scripts without spaces. */
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** What Korean writes onto a noun: nouns that are bound to it, particles of case and topic, the copula. */
const BOUND = '(?:씨|님|측|등|들)?';
const PARTICLE = [
  '은|는|이|가|을|를|의|에|도|만|와|과|로|으로|나|이나|랑|이랑|께|께서|하고',
  '에서|에게|에게서|한테|부터|까지|보다|처럼|같이|마저|조차|밖에|대로|마다|이라도|라도|이든|든',
  '로서|으로서|로써|으로써|로부터|으로부터|라고|이라고|라는|이라는|란|이란|라며|이라며|인|이며|이고|였던|이었던',
  '이다|다|입니다|였다|이었다|이라|라',
].join('|');
const PARTICLES = new RegExp(`^${BOUND}(?:${PARTICLE}){0,3}$`, 'u');

/**
 * Whether a range is a word, or words, of its own: "US" of "US-led", not of "focUS"; in Chinese, Japanese, Thai and others by
 * a dictionary ("朝鲜" of "朝鲜政府", not "中国" of "中国人"); in Korean with its particles behind ("북한" of "북한에서는").
 */
export function standsAlone(text: string, { start, end }: Range): boolean {
  return isFree(text, start) && (isFree(text, end) || hasParticles(text, end));
}

/** Whether no word goes on across `offset`. */
function isFree(text: string, offset: number): boolean {
  if (splitsSurrogatePair(text, offset)) return false;
  const before = lastCharacter(text, offset);
  const after = firstCharacter(text, offset);
  if (before === '.') return !isWithinInitials(text, offset);
  if (!WORD.test(before) || !WORD.test(after)) return true;
  if (/\p{M}/u.test(after)) return false;
  const [a, b] = [UNSPACED.test(before), UNSPACED.test(after)];
  if (a && b) return isBetweenWords(text, offset);
  return a || b || HANGUL.test(before) !== HANGUL.test(after);
}

/** "U.S.|S.R.": no bound. */
function isWithinInitials(text: string, offset: number): boolean {
  return /^\p{Lu}\.\p{Lu}\.$/u.test(text.slice(offset - 2, offset + 2));
}

function isBetweenWords(text: string, offset: number): boolean {
  let from = offset;
  while (from > 0 && offset - from < REACH && UNSPACED.test(lastCharacter(text, from))) from -= 1;
  if (splitsSurrogatePair(text, from)) from += 1;
  let to = offset;
  while (to < text.length && to - offset < REACH && UNSPACED.test(firstCharacter(text, to))) to += 1;
  return words.segment(text.slice(from, to)).containing(offset - from)?.index === offset - from;
}

function hasParticles(text: string, end: number): boolean {
  if (!HANGUL.test(lastCharacter(text, end))) return false;
  const rest = /^[\p{L}\p{N}\p{M}_]+/u.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return PARTICLES.test(rest);
}

function lastCharacter(text: string, offset: number): string {
  return splitsSurrogatePair(text, offset - 1)
    ? text.slice(offset - 2, offset)
    : text.slice(Math.max(0, offset - 1), offset);
}

function firstCharacter(text: string, offset: number): string {
  return text.slice(offset, offset + (splitsSurrogatePair(text, offset + 1) ? 2 : 1));
}
