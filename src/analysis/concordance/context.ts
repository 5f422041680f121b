import { splitsSurrogatePair, type Range } from '../../model/range';
import type { ConcordanceSettings } from './settings';

/** A keyword with what stands before and behind it in the order of reading, each on one line. */
export interface InContext {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

type Measure = Pick<ConcordanceSettings, 'context' | 'contextUnit'>;

/** So many code units of a text are looked at for each that is shown: much of it may be white space. */
const LOOKED_AT = 4;
/** A word that is longer is cut. */
const LONGEST_WORD = 40;

/** What stands around a range of a text, as much as was asked for: code points, or words between spaces; white space of any length is
 * one space and counts as one. Takes no longer for a longer text. */
export function inContext(text: string, { start, end }: Range, { context, contextUnit }: Measure): InContext {
  const characters = contextUnit === 'words' ? context * LONGEST_WORD : context;
  const units = LOOKED_AT * (characters + 16);
  let from = Math.max(0, start - units);
  if (splitsSurrogatePair(text, from)) from += 1;
  let to = Math.min(text.length, end + units);
  if (splitsSurrogatePair(text, to)) to -= 1;
  const before = spaced(text.slice(from, start)).trimStart();
  const behind = spaced(text.slice(end, to)).trimEnd();
  const [left, right] =
    contextUnit === 'words'
      ? [lastWords(before, context), firstWords(behind, context)]
      : [lastPoints(before, characters), firstPoints(behind, characters)];
  return { left, keyword: spaced(text.slice(start, end)), right };
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function firstPoints(text: string, most: number): string {
  return [...text.slice(0, 2 * most)].slice(0, most).join('');
}

function lastPoints(text: string, most: number): string {
  if (most === 0) return '';
  const begin = Math.max(0, text.length - 2 * most);
  return [...text.slice(splitsSurrogatePair(text, begin) ? begin + 1 : begin)].slice(-most).join('');
}

/** With the space that parts them from the keyword, where there is one. */
function firstWords(text: string, most: number): string {
  const words = text.split(' ');
  const first = words[0] === '' ? 1 : 0;
  return words
    .slice(0, most + first)
    .map((word) => firstPoints(word, LONGEST_WORD))
    .join(' ');
}

function lastWords(text: string, most: number): string {
  const words = text.split(' ');
  const last = words.at(-1) === '' ? 1 : 0;
  if (most + last === 0) return '';
  return words
    .slice(-(most + last))
    .map((word) => lastPoints(word, LONGEST_WORD))
    .join(' ');
}
