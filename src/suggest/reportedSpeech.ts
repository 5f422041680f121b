import type { Range } from '../model/range';
import { quotations } from './quotations';
import { imputingVerbs, infinitives, isNounToo, MOTIVES, reportingVerbs, type Verb } from './reportingVerbs';
import { groupNouns } from './words';

/** A mention of an actor: where, and the actor's id. */
export interface Mention {
  readonly range: Range;
  readonly actor: string;
}

/** A word that tells whose a claim is. */
export interface Clue {
  /** A reporting verb or "according to"; a word of motive. */
  readonly kind: 'report' | 'motive';
  readonly range: Range;
  readonly verb?: Verb;
  /** "according to" and "condemned by", whose speaker stands behind; "X’s motive", whose holder stands before. */
  readonly form: 'verb' | 'according' | 'noun';
  readonly inQuotation: boolean;
}

export interface Speakers {
  /** Known actors, in order. */
  readonly ids: readonly string[];
  /** Whether somebody speaks who is no known actor: "Analysts note". */
  readonly unknown: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Behind these no verb stands that has a subject of its own. */
const NO_VERB_BEHIND = set(
  'to the a an its their his her our your my this of for from in on by with no any without into as between against about more',
);
/** Behind these a form that is a noun as often is a verb. */
const VERB_BEHIND = set(
  'has have had will would can could may might must should do does did not never also and it they he she we who which that i both often still now again is was are were',
);
/** "The statement, issued by Pyongyang,": what a preposition leads in and speaks all the same. */
const UTTERED =
  /\b(?:statement|commentary|report|remarks|speech|letter|editorial|communiqué)\b[^;:]{0,40}\b(?:by|from)\s+(?:the\s+)?$/iu;
/** What a preposition leads in is no subject. */
const PREPOSITION =
  /(?:^|[^\p{L}])(?:in|on|of|by|for|with|against|to|from|between|among|over|at|amid|as|under|about|toward|towards|within|than|including|like|into|through|after|before|following|despite)(?:\s+(?:the|both))?\s+$/iu;
const BE = set('is are was were be been am');
const HEADS = set(
  'leader leaders foreign state state-run media spokesperson top envoy ambassador army military parliament prime supreme defense defence',
);
const JOINT = /^(?:['’]s?)?\s*(?:,|,?\s*(?:and|as well as|&))\s*(?:the\s+)?$/u;

/** The clues of a sentence, in order. */
export function cluesOf(text: string, sentence: Range, mentions: readonly Mention[]): Clue[] {
  const quoted = quotations(text, sentence);
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{M}-]+/gu)];
  const clues: Clue[] = [];
  words.forEach(({ 0: word, index }, at) => {
    const lower = word.toLowerCase();
    const next = words[at + 1];
    const two = next ? `${lower} ${next[0].toLowerCase()}` : lower;
    const start = sentence.start + index;
    const namedAt = (end: number): boolean =>
      mentions.some(({ range }) => range.start >= end && /^\s+(?:the\s+)?$/u.test(text.slice(end, range.start)));
    const clue = (kind: Clue['kind'], form: Clue['form'], length: number, verb?: Verb): void => {
      const range = { start, end: start + length };
      const inQuotation = quoted.some(({ outer }) => outer.start < start && start < outer.end);
      clues.push({ kind, form, range, inQuotation, ...(verb ? { verb } : {}) });
    };
    if (mentions.some(({ range }) => range.start <= start && start < range.end)) return;
    const both = next ? next.index + next[0].length - index : word.length;
    if (two === 'according to') clue('report', 'according', both, { act: 'assert', addressed: false });
    else if (MOTIVES.test(lower) && isAscribed(text, start, mentions)) clue('motive', 'noun', word.length);
    else if (isVerb(text, lower, start, wordBefore(text, sentence, words[at - 1], start), mentions)) {
      const [report, phrase] = [reportingVerbs.get(lower), reportingVerbs.get(two)];
      if (next?.[0] === 'by') {
        if (report && namedAt(start + both)) clue('report', 'according', both, report);
      } else if (phrase) clue('report', 'verb', both, phrase);
      else if (imputingVerbs.has(two)) clue('motive', 'verb', both);
      else if (report) clue('report', 'verb', word.length, report);
      else if (imputingVerbs.has(lower)) clue('motive', 'verb', word.length);
    }
  });
  return clues;
}

/** Who speaks, or holds, by a clue: the subject with all that is joined to it by "and"; behind "according to" its object. */
export function speakersOf(
  text: string,
  sentence: Range,
  clue: Clue,
  mentions: readonly Mention[],
  clues: readonly Clue[],
): Speakers {
  if (clue.form === 'according') return behind(text, clue, mentions, sentence);
  const quoted = quotations(text, sentence);
  const before = mentions.filter(({ range }) => range.end <= clue.range.start);
  const index = before.findLastIndex(({ range }) => {
    if (quoted.some(({ outer }) => outer.start < range.start && range.end < outer.end)) return false;
    const lead = text.slice(Math.max(sentence.start, range.start - 80), range.start);
    if (PREPOSITION.test(lead) && !UTTERED.test(lead)) return false;
    return (
      !isObject(text, range, clues) &&
      !isModifier(text, range, clue) &&
      !isJointObject(text, range, before, clues, sentence)
    );
  });
  if (index >= 0) return { ids: joint(text, before, index), unknown: false };
  if (clue.kind === 'report' && clue.form === 'verb' && before.length === 0) {
    const after = behind(text, clue, mentions, sentence);
    const inverted = /["”’»,]\s*$/u.test(text.slice(sentence.start, clue.range.start));
    if (inverted && after.ids.length > 0) return after;
  }
  return { ids: [], unknown: !hasPronoun(text.slice(sentence.start, clue.range.start)) };
}

function behind(text: string, clue: Clue, mentions: readonly Mention[], sentence: Range): Speakers {
  const first = mentions.findIndex(({ range }) => range.start >= clue.range.end);
  const mention = mentions[first];
  if (!mention)
    return { ids: [], unknown: !/^\s+(?:it|him|her|them)\b/u.test(text.slice(clue.range.end, sentence.end)) };
  const between = text.slice(clue.range.end, mention.range.start);
  if (/[,;.]/u.test(between) || between.length > 60) return { ids: [], unknown: true };
  const ids = [mention.actor];
  for (let i = first + 1; i < mentions.length; i += 1) {
    const [last, next] = [mentions[i - 1], mentions[i]];
    if (!last || !next || !/^,?\s+and\s+(?:the\s+)?$/u.test(text.slice(last.range.end, next.range.start))) break;
    ids.push(next.actor);
  }
  return { ids: [...new Set(ids)], unknown: false };
}

/** The actors of `mentions` that "and" and commas join to the one at `index`, and those on its very range. */
function joint(text: string, mentions: readonly Mention[], index: number): string[] {
  const ids: string[] = [];
  for (let i = index; i >= 0; i -= 1) {
    const [mention, next] = [mentions[i], mentions[i + 1]];
    if (!mention) break;
    const joins =
      i === index ||
      (next && (JOINT.test(text.slice(mention.range.end, next.range.start)) || mention.range.end >= next.range.end));
    if (!joins) break;
    ids.unshift(mention.actor);
  }
  return [...new Set(ids)];
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
  return /["”’»]/u.test(text.slice(end, start)) ? '' : before[0].toLowerCase();
}

/** Whether a form that may be a verb is one with a subject, by the words before it. */
function isVerb(
  text: string,
  lower: string,
  start: number,
  before: string | undefined,
  mentions: readonly Mention[],
): boolean {
  if (before === undefined || NO_VERB_BEHIND.has(before)) return false;
  if (before === 'and' && infinitives.has(lower)) return false;
  const adverb = before.endsWith('ly');
  if (lower.endsWith('ing')) return adverb || BE.has(before) || /,\s*$/u.test(text.slice(start - 2, start));
  if (!isNounToo(lower)) return true;
  const behindMention = mentions.some(({ range }) => range.end < start && text.slice(range.end, start).trim() === '');
  return behindMention || adverb || VERB_BEHIND.has(before) || groupNouns.has(before);
}

/** "Russia’s motive", "their strategic goals": a possessive within three words before. */
function isAscribed(text: string, start: number, mentions: readonly Mention[]): boolean {
  return mentions.some(
    ({ range }) => range.end < start && /^['’]s?(?:\s+[\p{L}-]+){0,2}\s+$/u.test(text.slice(range.end, start)),
  );
}

/** Whether the mention is the object of another verb: "defended Russia and blamed". */
function isObject(text: string, range: Range, clues: readonly Clue[]): boolean {
  return clues.some(
    (clue) => clue.range.end <= range.start && /^\s+(?:the\s+)?$/u.test(text.slice(clue.range.end, range.start)),
  );
}

/** "supported Moscow and Beijing and …": joined to an object. */
function isJointObject(
  text: string,
  range: Range,
  before: readonly Mention[],
  clues: readonly Clue[],
  sentence: Range,
): boolean {
  const index = before.findIndex((mention) => mention.range === range);
  const previous = before[index - 1];
  if (!previous || !JOINT.test(text.slice(previous.range.end, range.start))) return false;
  const led = PREPOSITION.test(text.slice(Math.max(sentence.start, previous.range.start - 20), previous.range.start));
  return led || isObject(text, previous.range, clues) || isJointObject(text, previous.range, before, clues, sentence);
}

/** "Russia’s aggression has": a possessive, but for "Russia’s leader said" and "Russia’s motive". */
function isModifier(text: string, range: Range, clue: Clue): boolean {
  const behindIt = text.slice(range.end, clue.range.start);
  if (!/^['’]s?\s/u.test(behindIt)) return false;
  if (clue.form === 'noun' && /^['’]s?(?:\s+[\p{L}-]+){0,2}\s*$/u.test(behindIt)) return false;
  const heads =
    behindIt
      .toLowerCase()
      .match(/[\p{L}-]+/gu)
      ?.slice(0, 4) ?? [];
  return !heads.some((word) => groupNouns.has(word) || HEADS.has(word));
}

function hasPronoun(before: string): boolean {
  return /(?:^|[^\p{L}])(?:it|they|he|she|we|i)(?:\s+\p{L}+){0,3}\s*$/iu.test(before);
}
