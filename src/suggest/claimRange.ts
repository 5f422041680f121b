import { contains, trimmed, type Range } from '../model/range';
import { blockAt } from './lines';
import { quotationAt } from './quotations';
import { innerSentenceAt, sentenceAt, sentencesOf } from './sentences';

/** The ranges that the claim picker steps through. */
export interface ClaimLevels {
  /** Ascending, each within the next; at least one. */
  readonly levels: readonly Range[];
  /** The sentence's, or the whole bullet's. */
  readonly defaultIndex: number;
}

/** Where a clause may begin: behind ; or : or a dash, and at these words behind a comma. */
const BREAK =
  /[;；](?=\s|$)|:(?=\s)|：|\s[–—](?=\s)|—|[,，](?=\s(?:and|but|or|nor|yet|so|while|whereas|which|who|whom|whose|where|when|although|though|because|since|as|if|unless|until|before|after|following|despite)\b)|[，،]/gu;
/** A part with fewer words is an item of a list, no clause. */
const FEWEST_WORDS = 3;
/** Sentences and paragraphs longer than this are not taken apart. */
const NEIGHBOURS = 20_000;

/** The ranges that a claim at `offset` may take: clause, quotation, sentence (a bullet whole), two sentences, paragraph.
 * On a blank line one empty range at `offset`. */
export function claimLevels(text: string, offset: number): ClaimLevels {
  const sentence = sentenceAt(text, offset);
  const quotation = quotationAt(text, offset);
  const smaller = [
    innerSentenceAt(text, blockAt(text, offset).body, offset),
    ...(quotation ? [trimmed(text, quotation.inner)] : []),
    clauseAt(text, offset),
  ].sort((a, b) => b.end - b.start - (a.end - a.start));
  const levels = [sentence];
  for (const range of smaller) {
    const inside = levels[0];
    if (inside && range.end > range.start && contains(inside, range) && !same(inside, range)) levels.unshift(range);
  }
  const defaultIndex = levels.length - 1;
  for (const range of larger(text, sentence)) {
    const last = levels.at(-1);
    if (last && contains(range, last) && !same(range, last)) levels.push(range);
  }
  return { levels, defaultIndex };
}

/** The clause around `offset` within its sentence, without the comma before or behind it; the whole sentence where it has
 * one clause only. A conjunction stays with the clause that it begins. */
export function clauseAt(text: string, offset: number): Range {
  const sentence = innerSentenceAt(text, blockAt(text, offset).body, offset);
  if (sentence.end - sentence.start > NEIGHBOURS) return sentence;
  const slice = text.slice(sentence.start, sentence.end);
  let [start, end] = [0, slice.length];
  for (const found of slice.matchAll(BREAK)) {
    const [before, after] = [found.index, found.index + found[0].length];
    if (inParentheses(slice, before) || !isClause(slice.slice(start, before)) || !isClause(slice.slice(after)))
      continue;
    if (sentence.start + after <= offset) start = after;
    else {
      end = before;
      break;
    }
  }
  return trimmed(text, { start: sentence.start + start, end: sentence.start + end });
}

function same(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The sentence with the next one of its paragraph (or the one before), and the paragraph. */
function larger(text: string, sentence: Range): Range[] {
  const block = blockAt(text, sentence.start);
  if (block.body.end - block.body.start > NEIGHBOURS) return [];
  const all = sentencesOf(text, block);
  const index = all.findIndex((range) => same(range, sentence));
  const two = all[index + 1] ? [sentence, all[index + 1]] : [all[index - 1], sentence];
  const [first, second] = two;
  return first && second ? [{ start: first.start, end: second.end }, block.body] : [block.body];
}

function isClause(words: string): boolean {
  const count = words.slice(0, 200).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return count >= FEWEST_WORDS || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(words);
}

function inParentheses(slice: string, offset: number): boolean {
  return slice.lastIndexOf('(', offset) > slice.lastIndexOf(')', offset) && slice.indexOf(')', offset) >= 0;
}
