import { splitsSurrogatePair, type Range } from '../model/range';

/** A sentence from its first token's start to its last one's end. */
export interface TokenizedSentence extends Range {
  /** At least one, ascending and apart, without white space. */
  readonly tokens: readonly Range[];
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** After these Unicode's rules end a sentence where a name follows. */
const TITLE =
  /(?<![\p{L}\p{N}])(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Sen|Rep|Gov|Pres|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\. ?$/u;

/** A text's sentences and their tokens as annotation tools want them, by Unicode's bounds (UAX 29), in order; UTF-16 code units. Every
 * character but white space is in one token; what has no token is in no sentence. */
export function sentencesAndTokens(text: string): TokenizedSentence[] {
  const found: TokenizedSentence[] = [];
  for (const { start, end } of sentenceBounds(text)) {
    const tokens = tokensOf(text.slice(start, end), start);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first && last) found.push({ start: first.start, end: last.end, tokens });
  }
  return found;
}

/** Segmenters take time that grows with the square of a text's length: they see so much of it at once. */
const WINDOW = 4_096;

function sentenceBounds(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    if (end < text.length && TITLE.test(text.slice(Math.max(start, end - 8), end))) continue;
    found.push({ start, end });
    start = end;
  }
  return found;
}

/** Where Unicode ends a sentence; what is longer than a window is cut there. */
function* sentenceEnds(text: string): Generator<number> {
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + WINDOW);
    if (splitsSurrogatePair(text, to)) to -= 1;
    const ends = [...sentences.segment(text.slice(from, to))].map(
      ({ index, segment }) => from + index + segment.length,
    );
    // The last one may go on behind the window.
    if (to < text.length && ends.length > 1) ends.pop();
    yield* ends;
    from = ends.at(-1) ?? to;
  }
}

/** Words as Unicode has them, but never with white space: a mark that follows a space makes one word with it there. */
function tokensOf(sentence: string, from: number): Range[] {
  const found: Range[] = [];
  for (const { index, segment } of words.segment(sentence)) {
    for (const { index: at, 0: token } of segment.matchAll(/\S+/g)) {
      const start = from + index + at;
      found.push({ start, end: start + token.length });
    }
  }
  return found;
}
