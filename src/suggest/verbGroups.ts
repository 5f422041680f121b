import type { Range } from '../model/range';
import { infinitives, isNounToo } from './reportingVerbs';
import { groupNouns } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Behind these no verb stands that has a subject of its own. */
const NO_VERB_BEHIND = set(
  'to the a an its their his her our your my this of for from in on by with no any without into as between against about more',
);
/** Behind these a form that is a noun as often is a verb. */
const VERB_BEHIND = set(
  'will would can could may might must should do does did not never also and it they he she we who which i often still now again is was are were but then only just itself himself herself',
);
const BE = set('is are was were be been am being');
const ADVERB =
  /ly$|^(?:also|not|never|again|already|now|still|since|then|often|once|twice|thrice|long|widely|first|later|just|even)$/u;
/** What stands in a verb's group before the verb. */
const GROUP =
  /(?:(?:^|(?<=[\s’']))(?:has|have|had|is|are|was|were|be|been|being|will|would|does|do|did|can|could|cannot|may|might|must|should|shall|not|never|n[’']t|also|again|already|now|still|since|then|once|twice|thrice|first|later|only|just|even|long|often|both|all|further|too|[\p{L}]+(?:n[’']t|ly))\s+)+$/iu;
/** Groups are shorter than this. */
const LONGEST = 60;

/** A word of a sentence, and the words before it. */
export interface PlacedWord {
  readonly words: readonly RegExpExecArray[];
  readonly at: number;
  /** Offset in the text. */
  readonly start: number;
}

/** The auxiliaries and adverbs before a verb: "has also not " of "has also not said". */
export function verbGroup(text: string, sentence: Range, start: number): string {
  return GROUP.exec(text.slice(Math.max(sentence.start, start - LONGEST), start))?.[0] ?? '';
}

/**
 * Whether a form that may be a verb is one with a subject, by the words before it.
 * @param names ranges of names in the sentence
 */
export function isVerb(
  text: string,
  sentence: Range,
  { words, at, start }: PlacedWord,
  names: readonly Range[],
): boolean {
  const lower = words[at]?.[0].toLowerCase() ?? '';
  const before = wordBefore(text, sentence, words[at - 1], start);
  if (before === undefined || NO_VERB_BEHIND.has(before)) return false;
  if (before === 'and' && infinitives.has(lower)) return false;
  const isBehindAdverb = before.endsWith('ly');
  if (lower.endsWith('ing'))
    return isBehindAdverb || BE.has(before) || before === 'while' || /[,–—]\s*$/u.test(text.slice(start - 2, start));
  if (!isNounToo(lower)) return true;
  // "that question" is a noun, "that questions" is a verb; "has doubts" is a noun, "has doubted" is a verb.
  if (before === 'that') return /(?:s|ed)$/u.test(lower);
  if (/^ha(?:s|ve|d)$/u.test(before)) return !/s$/u.test(lower);
  // An insertion may stand between: "Poland, for its part, fears".
  const isBehindName = names.some(({ end }) => end < start && /^(?:,[^,;]{1,60},)?\s+$/u.test(text.slice(end, start)));
  const leads = /,\s$/u.test(text.slice(start - 2, start)) && /^\p{L}+\s+that\s/u.test(text.slice(start, start + 30));
  return isBehindName || leads || isBehindAdverb || VERB_BEHIND.has(before) || groupNouns.has(before);
}

/** Whether a form is a passive: "was also strongly | criticised", "must be taken and | reported". */
export function isPassive(text: string, sentence: Range, { words, at, start }: PlacedWord): boolean {
  if (/ing$/iu.test(words[at]?.[0] ?? '')) return false;
  const auxiliary = words.slice(0, at).findLast(({ 0: word }) => !ADVERB.test(word.toLowerCase()));
  return BE.has(auxiliary?.[0].toLowerCase() ?? '') || joinsPassive(text, sentence, start);
}

function joinsPassive(text: string, sentence: Range, start: number): boolean {
  const before = text.slice(Math.max(sentence.start, start - 80), start);
  return /(?<!\p{L})(?:is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en|wn|pt|ght)(?!\p{L})[^,;.]*\s(?:and|or)\s$/iu.test(
    before,
  );
}

/** The word before in lower case; empty where a quotation ends between: “it costs more,” says …. */
function wordBefore(
  text: string,
  sentence: Range,
  before: RegExpExecArray | undefined,
  start: number,
): string | undefined {
  if (!before) return undefined;
  const end = sentence.start + before.index + before[0].length;
  return /["”’»]\s/u.test(text.slice(end, start)) ? '' : before[0].toLowerCase();
}
