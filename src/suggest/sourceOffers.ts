import type { CodebookSource } from '../model/codebook';
import { overlaps, trimmed, type Range } from '../model/range';
import { addressesIn } from './addresses';
import { fold } from './nameFolding';
import type { Passage } from './passages';
import { guessSourceKind, type SourceGuess } from './reference';
import { months } from './words';

/** A reference in the text, or an entry of its notes. */
export interface FoundSource extends SourceGuess {
  /** Id of the codebook's source that the entry names. */
  readonly source?: string;
}

const NUMBER = /\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]|note \d+)\]/gu;
/** Raised figures behind a word or a mark, not units as m². */
const RAISED = /(?<=[\p{L}\p{N}.,;:!?"”’)\]])(?<!\b(?:k|c|m)?m)[¹²³⁰⁴-⁹]{1,3}/gu;
/** "(Harlow and Sato, 2022, p. 5)", "(see Demir 2019; Petrenko 2023)", "(ibid.)". */
const AUTHOR_YEAR =
  /\((?:(?:see|cf\.|e\.g\.,?)\s)?(?:ibid\b[^()\n]{0,40}|(\p{Lu}[\p{L}\p{M}’'.-]+(?:,?\s(?:and\s|&\s|et\sal\.?,?\s?)?(?:\p{Lu}[\p{L}\p{M}’'.-]*)?){0,8}),?\s(?:1[89]|20)\d\d[a-z]?(?:[,;:]\s[^()\n]{1,80})?)\)/gu;
/** What begins an entry of the notes. */
const ENTRY = /^[ \t]*(?:\[(\d{1,3}|[a-z])\]|(\d{1,3})[.)]?(?=\s+\S)|([¹²³⁰⁴-⁹]+))\s*/u;
const LONGEST_REFERENCE = 200;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The references of the running text and the entries of the notes, in no order. A numbered reference says what its entry says. */
export function sourcesIn(text: string, passages: readonly Passage[], known: readonly CodebookSource[]): FoundSource[] {
  const entries = passages.filter(({ isNote }) => isNote).flatMap(({ body }) => entriesOf(text, body));
  const numbered = new Map(
    entries.flatMap(({ number, words }) => (number === undefined ? [] : [[number, words] as const])),
  );
  return [
    ...entries.map(({ range, words }) => described(range, words, words, known)),
    ...passages
      .filter(({ isNote, isTitle }) => !isNote && !isTitle)
      .flatMap(({ body }) =>
        referencesIn(text, body).map(({ range, number, words }) =>
          described(range, (number === undefined ? undefined : numbered.get(number)) ?? words, words, known),
        ),
      ),
  ];
}

interface Reference {
  readonly range: Range;
  readonly number?: string;
  readonly words: string;
}

function referencesIn(text: string, body: Range): Reference[] {
  const slice = text.slice(body.start, body.end);
  const at = (index: number, length: number): Range => ({
    start: body.start + index,
    end: body.start + index + length,
  });
  const numbers = [...slice.matchAll(NUMBER)].map(({ 0: words, 1: number = '', index }): Reference => ({
    range: at(index, words.length),
    number,
    words,
  }));
  const raised = [...slice.matchAll(RAISED)].map(({ 0: words, index }): Reference => ({
    range: at(index, words.length),
    number: lowered(words),
    words,
  }));
  const authors = [...slice.matchAll(AUTHOR_YEAR)]
    .filter(({ 1: author = '' }) => !months.has(author.toLowerCase()))
    .map(({ 0: words, index }): Reference => ({ range: at(index, words.length), words: words.slice(1, -1) }));
  const web = addressesIn(text, body)
    .filter(({ start, end }) => !text.slice(start, end).includes('@') || /^https?:/iu.test(text.slice(start, end)))
    .map(({ start, end }): Reference => {
      const words = text.slice(start, end).replace(/[.,;:!?'’)\]}…]+$/u, '');
      return { range: { start, end: start + words.length }, words };
    });
  const all = [...numbers, ...raised, ...authors];
  return [...all, ...web.filter(({ range }) => !all.some((one) => overlaps(one.range, range)))];
}

/** The entries of a passage of notes: one for each line that begins like one, else the whole. */
function entriesOf(text: string, body: Range): Reference[] {
  const starts = [...text.slice(body.start, body.end).matchAll(/^/gmu)]
    .map(({ index }) => body.start + index)
    .filter((start) => start === body.start || ENTRY.test(text.slice(start, start + 20)));
  return starts.map((start, index) => {
    const range = trimmed(text, { start, end: starts[index + 1] ?? body.end });
    const mark = ENTRY.exec(text.slice(range.start, range.end));
    const number = mark?.[1] ?? mark?.[2] ?? (mark?.[3] === undefined ? undefined : lowered(mark[3]));
    const words = text.slice(range.start + (mark?.[0].length ?? 0), range.end).replace(/\s+/gu, ' ');
    return { range, words, ...(number === undefined ? {} : { number }) };
  });
}

/**
 * @param words what is known of the source
 * @param own what stands in the range
 */
function described(range: Range, words: string, own: string, known: readonly CodebookSource[]): FoundSource {
  const address = addressesIn(words, { start: 0, end: words.length })[0];
  const url = address && words.slice(address.start, address.end).replace(/[.,;:!?'’)\]}…]+$/u, '');
  const source = known.find((one) => (one.url !== undefined && one.url === url) || isNamed(one.name, words));
  const kind = guessSourceKind(words);
  const reference = words.length <= LONGEST_REFERENCE ? words : own;
  return {
    range,
    ...(kind ? { kind } : {}),
    reference,
    ...(url ? { url: url.startsWith('www.') ? `https://${url}` : url } : {}),
    ...(source ? { source: source.id } : {}),
  };
}

function isNamed(name: string, words: string): boolean {
  const [wanted, there] = [fold(name.trim()).text, fold(words).text];
  return (
    wanted !== '' &&
    ` ${there.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${wanted.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `)
  );
}

function lowered(raised: string): string {
  return [...raised].map((digit) => String(RAISED_DIGITS.indexOf(digit))).join('');
}
