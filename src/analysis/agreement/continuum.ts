import { sentencesAndTokens } from '../../anchoring/tokens';
import type { Range } from '../../model/range';
import type { CodedArticle } from './codedArticle';
import { united } from './ranges';
import type { TextUnit } from './settings';

/** Something is said: punctuation alone is no word. */
const WORD = /[\p{L}\p{N}]/u;

/** The units of an article's text that are compared, counted from 0; what lies in excluded ranges is cut out. */
export interface Continuum {
  readonly length: number;
  /** The units that a range of the text touches; empty where there are none. */
  readonly place: (range: Range) => Range;
}

/** @param unit UTF-16 code units (white space too), or words as Unicode bounds them (UAX 29), without punctuation */
export function continuumOf({ text, info }: Pick<CodedArticle, 'text' | 'info'>, unit: TextUnit): Continuum {
  const excluded = united(info.excluded ?? []);
  return unit === 'word' ? wordsOf(text, excluded) : charactersOf(text, excluded);
}

function charactersOf(text: string, excluded: readonly Range[]): Continuum {
  const at = (offset: number): number =>
    excluded.reduce((left, { start, end }) => left - Math.max(0, Math.min(end, offset) - start), offset);
  return { length: at(text.length), place: ({ start, end }) => ({ start: at(start), end: at(end) }) };
}

function wordsOf(text: string, excluded: readonly Range[]): Continuum {
  const words = sentencesAndTokens(text).flatMap(({ tokens }) =>
    tokens.filter(
      ({ start, end }) =>
        WORD.test(text.slice(start, end)) && !excluded.some((range) => range.start < end && start < range.end),
    ),
  );
  const place = ({ start, end }: Range): Range => {
    const first = firstIndex(words, (word) => word.end > start);
    return {
      start: first,
      end: Math.max(
        first,
        firstIndex(words, (word) => word.start >= end),
      ),
    };
  };
  return { length: words.length, place };
}

/** The index of the first that passes, where all behind it pass too; the length where none does. */
export function firstIndex<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Where the sentences of a text begin, the first at 0: at least one. */
export function sentenceStarts(text: string): readonly number[] {
  const starts = sentencesAndTokens(text).map(({ start }) => start);
  return [0, ...starts.slice(1)];
}
