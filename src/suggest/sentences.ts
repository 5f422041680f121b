import type { Range } from '../model/range';
import { trimmed } from '../model/range';
import { blockAt, blocksOf, type Block } from './lines';
import { months, ordinaryWords } from './words';

/** Unicode's sentence bounds (UAX 29); what they get wrong in newspaper text is mended below. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Never at a sentence's end: a name follows. */
const TITLES = words(
  'dr mr mrs ms prof gen lt col sgt capt sen rep gov pres hon rev amb adm maj brig cmdr messrs st vs cf',
);
/** Abbreviations only where a figure follows. */
const COUNTED = words('no nos fig art vol sec ch para p pp ca approx');
/** Abbreviations that may end a sentence, and do where an ordinary word follows. */
const COMPANIES = words('inc ltd co corp jr sr bros al');
const REFERENCE = /[ \t]?(?:\[(?:\d{1,4}(?:\s?[,–-]\s?\d{1,4})*|[a-z]|note \d+)\])+|[⁰¹²³⁴-⁹]+/uy;
const OPENER = /[“„‘«‹([{「『《〈]/u;
const WINDOW = 4_000;
/** What goes on for longer either way is no sentence; it is cut there. */
const LONGEST = 64_000;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * The sentence around `offset`, white space at its edges left out: a bullet or heading whole (without its marker), else
 * the sentence with its closing quotation mark and bracketed reference. Between two sentences, the one before. Empty at
 * `offset` where the line is blank. Looks at the paragraph only.
 */
export function sentenceAt(text: string, offset: number): Range {
  const block = blockAt(text, offset);
  if (block.marker && block.marker.kind !== 'quote') return block.body;
  return innerSentenceAt(text, block.body, offset);
}

/** As {@link sentenceAt}, of the paragraph `body`, were it a bullet or not. */
export function innerSentenceAt(text: string, body: Range, offset: number): Range {
  const at = Math.max(body.start, Math.min(offset, body.end));
  for (let radius = WINDOW; ; radius *= 2) {
    const start = wholeUnit(text, Math.max(body.start, at - radius));
    const end = wholeUnit(text, Math.min(body.end, at + radius));
    const all = split(text, { start, end });
    const found = pick(all, at);
    const cut = (found === all[0] && start > body.start) || (found === all.at(-1) && end < body.end);
    if (!cut || radius >= LONGEST) return found.end > found.start ? found : body;
  }
}

/** The sentences of the text, or those that touch `within`, in order, bullets and headings whole. */
export function sentences(text: string, within: Range = { start: 0, end: text.length }): Range[] {
  const all: Range[] = [];
  for (const block of blocksOf(text, within)) {
    for (const sentence of sentencesOf(text, block)) {
      if (sentence.end >= within.start && sentence.start <= within.end) all.push(sentence);
    }
  }
  return all;
}

/** The sentences of one paragraph; a bullet or heading is one. */
export function sentencesOf(text: string, block: Block): Range[] {
  if (block.body.end <= block.body.start) return [];
  return block.marker && block.marker.kind !== 'quote' ? [block.body] : split(text, block.body);
}

function pick(ranges: readonly Range[], offset: number): Range {
  let found = ranges[0];
  for (const range of ranges) if (range.start <= offset) found = range;
  return found ?? { start: offset, end: offset };
}

function wholeUnit(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

/** Sentences of a range in which a line feed means no more than a space. */
function split(text: string, within: Range): Range[] {
  const slice = text.slice(within.start, within.end).replace(/[\n\u2028\u2029\u0085]/gu, ' ');
  const found: Range[] = [];
  let start = 0;
  const push = (end: number): void => {
    const range = trimmed(slice, { start, end });
    if (range.end > range.start) found.push({ start: within.start + range.start, end: within.start + range.end });
    start = end;
  };
  for (const segment of segmenter.segment(slice)) {
    const end = boundary(slice, start, segment.index + segment.segment.length);
    if (end > start && end < slice.length && endsSentence(slice, start, end)) push(end);
  }
  push(slice.length);
  return found;
}

/** Moves Unicode's bound in front of an opening mark that it took along, and behind a bracketed reference. */
function boundary(slice: string, start: number, bound: number): number {
  let end = bound;
  while (end > start && OPENER.test(slice.charAt(end - 1))) end -= 1;
  if (end <= start) return bound;
  let stop = end;
  while (stop > start && /\s/u.test(slice.charAt(stop - 1))) stop -= 1;
  REFERENCE.lastIndex = stop;
  const reference = REFERENCE.exec(slice);
  return reference ? stop + reference[0].length : end;
}

/** Whether what Unicode takes for a bound at `end` is one, by the word before the full stop and the word behind it. */
function endsSentence(slice: string, start: number, end: number): boolean {
  const before = slice.slice(Math.max(start, end - 60), end).trimEnd();
  const after = slice.slice(end, end + 60).trimStart();
  if (/[!?…]["'”’»)\]]*$/u.test(before) && /^\p{Ll}/u.test(after)) return false;
  const abbreviation = /(?<![\p{L}\p{N}])((?:\p{L}\.)+|\p{L}+\.)$/u.exec(before)?.[1];
  if (!abbreviation) return true;
  const word = abbreviation.replaceAll('.', '').toLowerCase();
  const figure = /^\p{Nd}/u.test(after);
  if (TITLES.has(word)) return false;
  if (COUNTED.has(word) && /^\p{L}+\.$/u.test(abbreviation)) return !figure;
  if (months.has(word) && word.length <= 4) return !figure;
  if (/^(?:e\.g|i\.e)\.$/iu.test(abbreviation)) return false;
  const capitals = /^(?:\p{Lu}\.)+$/u.test(abbreviation);
  if (!capitals && !COMPANIES.has(word)) return true;
  return beginsSentence(after);
}

/** Whether the text behind "U.S.", "J." or "Inc." looks like a new sentence: an ordinary word or an opening quotation mark. */
function beginsSentence(after: string): boolean {
  if (/^["“‘«„]/u.test(after)) return true;
  const word = /^[\p{L}\p{M}]+/u.exec(after)?.[0];
  return word !== undefined && ordinaryWords.has(word.toLowerCase());
}
