import type { Range } from '../model/range';
import { isDateline } from './dateWords';
import { isTitleCase } from './lines';
import { isDemonym, kindOfName, titles, type NameKind } from './nameKinds';
import { isAcronym, tokensOf, type Token } from './nameTokens';
import type { Passage } from './passages';
import type { RangeIndex } from './rangeIndex';
import { quotations } from './quotations';
import { imputingVerbs, infinitives, reportingVerbs } from './reportingVerbs';
import { months } from './words';

/** A capitalised stretch that may be a name. */
export interface Capitalised {
  readonly range: Range;
  /** White space as one space. */
  readonly name: string;
  readonly words: readonly string[];
  readonly kind: NameKind | undefined;
  /** Whether a sentence's beginning is all that its capital may come from. */
  readonly isDoubtful: boolean;
  /** The words before, where it stands in brackets behind them: "Group (PGC)". */
  readonly behind: string | undefined;
}

const ABBREVIATED_TITLE = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Cllr|Rev|Hon)\.\s$/u;
/** Where the authors of a note's work end. */
const AUTHORS_END = /[“"‘:;]|,\s(?!(?:and|&)\s)|\(|(?<=\p{L}{2})\.\s/u;

/** The names in a passage that aren't known; none in titles, whose capitals say nothing, nor in the titles of works. */
export function capitalisedIn(text: string, passage: Passage, known: RangeIndex<Range>): Capitalised[] {
  if (passage.isTitle) return [];
  const starts = new Set(passage.sentences.map(({ start }) => start));
  const works = quotations(text, passage.body).filter(({ inner }) => isWork(text.slice(inner.start, inner.end)));
  const end = passage.isNote ? authorsEnd(text, passage.body) : passage.body.end;
  return passage.names
    .filter(({ start }) => start < end && !works.some(({ outer }) => outer.start <= start && start < outer.end))
    .flatMap((stretch) => without(stretch, known))
    .flatMap((stretch) => {
      const isFirst = starts.has(stretch.start) || /[“"‘«:*_]\s?$/u.test(text.slice(stretch.start - 2, stretch.start));
      return nameIn(text, stretch, isFirst, passage.body) ?? [];
    });
}

/** "Brokers of Last Resort": a title of several words. */
function isWork(words: string): boolean {
  return words.length <= 150 && /\s/u.test(words) && !/[.!?]\s/u.test(words) && isTitleCase(words);
}

function authorsEnd(text: string, { start, end }: Range): number {
  const entry = text.slice(start, end);
  const mark = /^(?:\[\d+\]|\d+\.?|[¹²³⁴-⁹⁰]+)\s*/u.exec(entry)?.[0].length ?? 0;
  const stop = entry.slice(mark).search(AUTHORS_END);
  return stop < 0 ? end : start + mark + stop;
}

/** The parts of a stretch beside the names that are known. */
function without(stretch: Range, known: RangeIndex<Range>): Range[] {
  const parts: Range[] = [];
  let start = stretch.start;
  for (const one of known.overlapping(stretch)) {
    if (one.start > start) parts.push({ start, end: one.start });
    start = Math.max(start, one.end);
  }
  return start < stretch.end ? [...parts, { start, end: stretch.end }] : parts;
}

/** What of a capitalised stretch is a name: without a person's titles; nothing where it is a title only, an adjective, a month,
 * a work, a dateline, or nobody's. */
function nameIn(text: string, stretch: Range, isFirst: boolean, body: Range): Capitalised | undefined {
  const all = tokensOf(text, stretch);
  const count = kindOfName(all.map(({ word }) => word)) === 'organization' ? 0 : titlesBefore(all);
  const tokens = all.slice(count);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || isDateline(text, { start: stretch.start, end: last.end }, body)) return undefined;
  const words = tokens.map(({ word }) => word);
  const isTitled = count > 0 || ABBREVIATED_TITLE.test(text.slice(Math.max(0, first.start - 8), first.start));
  const kind = kindOfName(words) ?? (isTitled && !isAcronym(first.word) ? 'person' : undefined);
  if (kind === 'work' || kind === 'nobody' || isOfWork(text, first.start)) return undefined;
  if (words.length === 1) {
    if (months.has(first.word.toLowerCase())) return undefined;
    if (first.word.replace(/[^\p{L}]/gu, '').length < 2) return undefined;
  }
  if (isAdjective(last.word, text.slice(last.end, last.end + 20))) return undefined;
  const isBracketed = text[first.start - 1] === '(' && text[last.end] === ')';
  const lead = text.slice(Math.max(0, first.start - 100), first.start - 1);
  return {
    range: { start: first.start, end: last.end },
    name: text.slice(first.start, last.end).replace(/\s+/gu, ' '),
    words,
    kind,
    isDoubtful: isFirst && words.length === 1 && !isTitled && !isAcronym(first.word) && !isSubject(text, last),
    behind: isBracketed ? lead.trim().replace(/\s+/gu, ' ') : undefined,
  };
}

/** How many words in front are titles. */
function titlesBefore(tokens: readonly Token[]): number {
  let count = 0;
  for (const [index, { word }] of tokens.entries()) if (titles.has(word.toLowerCase())) count = index + 1;
  return count;
}

/** "Convention of | Lysa": a part of a work's name. */
function isOfWork(text: string, start: number): boolean {
  const before = /(\p{Lu}\p{Ll}+)\s(?:of|on|for)\s(?:the\s)?$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return before !== undefined && kindOfName([before]) === 'work';
}

/** "Russian", "Western" before a noun; "Vivian said" is a name. */
function isAdjective(word: string, behind: string): boolean {
  const next = /^\s(\p{Ll}+)/u.exec(behind)?.[1];
  if (next === undefined || !isDemonym(word)) return false;
  return (
    !reportingVerbs.has(next) && !imputingVerbs.has(next) && !/^(?:has|had|is|was|will|would|who|and|or)$/u.test(next)
  );
}

/** Whether a word without an article owns, is explained, or says something: a name's singular does, an ordinary noun's doesn't. */
function isSubject(text: string, { word, end, possessive }: Token): boolean {
  if (possessive > 0) return !word.endsWith('s');
  const behind = text.slice(end, end + 60);
  if (/^,\s(?:its|his|her|the|an?|who|which|whose|one)\s/u.test(behind) || /^\sand\s(?:the\s)?\p{Lu}/u.test(behind))
    return true;
  const verb =
    /^\s(?:(?:has|had|itself|himself|herself|also|now|then|once|again|still|\p{Ll}+ly)\s)*(\p{Ll}+)(?:\s(\p{Ll}+))?/u.exec(
      behind,
    );
  const [one = '', two = ''] = [verb?.[1], verb?.[2]];
  if (infinitives.has(one)) return false;
  return (
    !word.endsWith('s') && [one, `${one} ${two}`].some((form) => reportingVerbs.has(form) || imputingVerbs.has(form))
  );
}
