import { trimmed, type Range } from '../model/range';

/** What stands before a line's own words: a bullet or number, the # of a Markdown heading, the > of a quotation. */
export interface Marker {
  readonly kind: 'bullet' | 'heading' | 'quote';
  /** Units from the line's start to its first word, white space included. */
  readonly length: number;
  /** A heading's number of #. */
  readonly level?: number;
}

/** A paragraph: one line, or several that were wrapped at a fixed width. */
export interface Block {
  /** From the first unit that isn't white space to the last, marker included. Empty on a blank line. */
  readonly range: Range;
  /** `range` without its marker. */
  readonly body: Range;
  readonly marker?: Marker;
}

const BULLET = /^[ \t]*(?:[-*+•‣◦▪●·–—]|\d{1,3}[.)]|\([a-z0-9]{1,3}\))(?:[ \t\u00a0]+|$)/u;
const HEADING = /^[ \t]*(#{1,6})[ \t]+/u;
const QUOTE = /^[ \t]*(?:>[ \t]?)+/u;
const WRAPPED = { shortest: 40, longest: 120, lines: 200 };

/** The line around `offset` without its line feed; an offset behind the text counts as its end. */
export function lineAt(text: string, offset: number): Range {
  const at = Math.max(0, Math.min(offset, text.length));
  const end = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

/** All lines of the text, in order, without their line feeds; at least one. */
export function* linesOf(text: string): Generator<Range> {
  for (let start = 0; start <= text.length;) {
    const line = lineAt(text, start);
    yield line;
    start = line.end + 1;
  }
}

export function markerOf(line: string): Marker | undefined {
  const heading = HEADING.exec(line);
  if (heading?.[1]) return { kind: 'heading', length: heading[0].length, level: heading[1].length };
  const bullet = BULLET.exec(line);
  if (bullet) return { kind: 'bullet', length: bullet[0].length };
  const quote = QUOTE.exec(line);
  return quote ? { kind: 'quote', length: quote[0].length } : undefined;
}

/** Whether the words of `line` begin with capitals as in a heading: at least two thirds of those longer than three letters. */
export function isTitleCase(line: string): boolean {
  const words = line.slice(0, 400).match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= words.length * 2;
}

/** The paragraph around `offset`. Looks at its lines only, at most 200 either way. */
export function blockAt(text: string, offset: number): Block {
  let line = lineAt(text, offset);
  let last = line;
  for (let i = 0; i < WRAPPED.lines && line.start > 0; i += 1) {
    const before = lineAt(text, line.start - 1);
    if (!continues(text, before, line)) break;
    line = before;
  }
  for (let i = 0; i < WRAPPED.lines && last.end < text.length; i += 1) {
    const after = lineAt(text, last.end + 1);
    if (!continues(text, last, after)) break;
    last = after;
  }
  return block(text, { start: line.start, end: last.end }, offset);
}

/** The paragraphs that touch `within`, in order, blank lines left out. */
export function* blocksOf(text: string, within: Range): Generator<Block> {
  for (let start = within.start; start <= within.end;) {
    const found = blockAt(text, start);
    if (found.range.end > found.range.start) yield found;
    start = lineAt(text, Math.max(found.range.end, start)).end + 1;
  }
}

function block(text: string, lines: Range, offset: number): Block {
  const words = text.slice(lines.start, lines.end);
  const start = lines.start + words.length - words.trimStart().length;
  const end = lines.start + words.trimEnd().length;
  if (end <= start) {
    const at = Math.max(lines.start, Math.min(offset, lines.end));
    return { range: { start: at, end: at }, body: { start: at, end: at } };
  }
  const marker = markerOf(words);
  const range = { start, end };
  if (!marker) return { range, body: range };
  return { range, body: trimmed(text, { start: Math.min(lines.start + marker.length, end), end }), marker };
}

/** Whether line `b` goes on with the paragraph of line `a`. Where `a` ends with a sentence, which a paragraph of one line
 * does too, a neighbour that was wrapped in mid-sentence must speak for it. */
function continues(text: string, a: Range, b: Range): boolean {
  if (!isWrapped(text, a, b)) return false;
  if (!endsSentence(text, a)) return true;
  const [before, after] = [lineAt(text, a.start - 1), lineAt(text, b.end + 1)];
  const [above, below] = [a.start > 0 && isWrapped(text, before, a), b.end < text.length && isWrapped(text, b, after)];
  return (above && !endsSentence(text, before)) || (below && !endsSentence(text, b));
}

/** Whether both lines are no longer than a fixed width, and the first word of `b` would not have found room in `a`, had it
 * been as wide as `b`. */
function isWrapped(text: string, a: Range, b: Range): boolean {
  const [width, next] = [a.end - a.start, b.end - b.start];
  if (width < WRAPPED.shortest || width > WRAPPED.longest || next > WRAPPED.longest) return false;
  const [above, below] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
  if (below.trim() === '' || markerOf(below) || markerOf(above)?.kind === 'heading') return false;
  if (!above.includes(' ') || isTitleCase(above) || /[?:]\s*$/u.test(above)) return false;
  if (isTitleCase(below) && endsSentence(text, a)) return false;
  const word = /^\s*\S+/u.exec(below)?.[0].length ?? 0;
  return width + 1 + word > next;
}

function endsSentence(text: string, line: Range): boolean {
  return /[.!?]["'”’)\]\d[]*\s*$/u.test(text.slice(Math.max(line.start, line.end - 40), line.end));
}
