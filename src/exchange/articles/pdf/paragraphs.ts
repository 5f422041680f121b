import type { LineJoiner } from './hyphens';
import type { PdfLine } from './lines';

const bullet = /^(?:[•‣▪◦●■-]|[([]?\d{1,3}[.)\]]|\([a-z]{1,4}\))\s/u;
const sentenceEnd = /[.!?:;…。！？]["'’”»)\]\d]*$/u;
/** Of a table of contents: dots that lead to a page's number. */
const leaders = /(?:\. ?){4}\s*\S{0,6}$/;
/** Lines on each side that show how wide a column is. */
const NEIGHBOURS = 20;
/** Lines that follow each other closely and show it by themselves, though wider ones, as of a title, are near. */
const BLOCK = 6;

type Break = 'none' | 'line' | 'paragraph';

/** Puts lines together to paragraphs. A new one starts
 * - where the letters' size changes by more than a tenth, and at a bullet or a number of a list;
 * - after a gap of more than a third over the document's usual distance of lines;
 * - at an indented line;
 * - after a sentence's end in a line that would have had room for the next word;
 * - at the top of a column or page where the line before ended a sentence, and the line after doesn't start with a small letter.
 * Where there was room for the next word in the midst of a sentence, as in addresses and verses, and in tables of contents, the line break
 * stays. */
export function paragraphsOf(lines: readonly PdfLine[], joiner: LineJoiner): string[] {
  const usual = usualLeading(lines);
  const paragraphs: string[] = [];
  let open: string[] = [];
  for (const [index, line] of lines.entries()) {
    const found = breakBefore(index, lines, usual);
    const last = open.pop();
    if (last === undefined || found === 'paragraph') {
      if (last !== undefined) paragraphs.push(open.join('') + last);
      open = [line.text];
    } else {
      open.push(...(found === 'line' ? [last, `\n${line.text}`] : joiner.joined(last, line.text)));
    }
  }
  if (open.length > 0) paragraphs.push(open.join(''));
  return paragraphs;
}

function breakBefore(index: number, lines: readonly PdfLine[], usual: number): Break {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  if (!before || !line) return 'none';
  const size = Math.max(line.size, before.size);
  if (Math.abs(line.size - before.size) > size / 10 || bullet.test(line.text)) return 'paragraph';
  const down = before.baseline - line.baseline;
  const endsSentence = sentenceEnd.test(before.text);
  if (line.page !== before.page || down < 0) {
    return endsSentence && !/^\p{Ll}/u.test(line.text) ? 'paragraph' : 'none';
  }
  // Beside what is there: a table's cell.
  if (down < size / 2) return 'none';
  if (down > size * usual * 1.33) return 'paragraph';
  const indent = line.left - before.left;
  const isIndented = indent > size * 0.8 && indent < size * 6 && (!after || after.left < line.left - size / 2);
  if (isIndented && !bullet.test(before.text)) return 'paragraph';
  if (leaders.test(before.text) || isContents(before.text, line.text)) return 'line';
  if (!hadRoom(index, lines)) return 'none';
  return endsSentence ? 'paragraph' : 'line';
}

/** Whether two lines are of a table of contents without dots: each ends with a page's number, and these grow. */
function isContents(before: string, line: string): boolean {
  const [first, second] = [before, line].map((text) => Number(/\p{L}.*\s(\d{1,3})$/u.exec(text)?.[1] ?? NaN));
  return first !== undefined && second !== undefined && second >= first && second - first < 100;
}

/** Whether a line's first word would have gone well into the line before. */
function hadRoom(index: number, lines: readonly PdfLine[]): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (!before || !line || /[-\u00ad]$/.test(before.text)) return false;
  const from = Math.max(0, index - NEIGHBOURS);
  const near = lines.slice(from, index + NEIGHBOURS);
  const block = blockAround(index - 1 - from, near);
  const edge = (block.length < BLOCK ? near : block)
    .filter((other) => isInColumn(other, before))
    .reduce((most, { right }) => Math.max(most, right), 0);
  const [first = ''] = line.text.split(' ', 1);
  const letter = (line.right - line.left) / line.text.length;
  // A tenth of the column for letters that are wider than others, and for columns that aren't quite straight.
  return before.right + letter * (first.length + 1) < edge - (edge - before.left) / 10;
}

function isInColumn(line: PdfLine, other: PdfLine): boolean {
  const isNear = line.page === other.page && Math.abs(line.left - other.left) < other.size * 3;
  return isNear && Math.abs(line.size - other.size) < other.size / 4;
}

/** The lines around one that follow each other in its column without a gap. */
function blockAround(index: number, lines: readonly PdfLine[]): readonly PdfLine[] {
  const follows = (at: number): boolean => {
    const [before, line] = [lines[at - 1], lines[at]];
    if (!before || !line || !isInColumn(line, before)) return false;
    const down = before.baseline - line.baseline;
    return down > 0 && down < line.size * 1.6;
  };
  let [start, end] = [index, index + 1];
  while (follows(start)) start -= 1;
  while (follows(end)) end += 1;
  return lines.slice(start, end);
}

/** The distance of lines that occurs most, as a multiple of the letters' size; 1.2 where there is none. */
function usualLeading(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.page !== line.page || Math.abs(before.size - line.size) > 0.5) continue;
    const leading = Math.round(((before.baseline - line.baseline) / line.size) * 20) / 20;
    if (leading > 0.8 && leading < 3) counts.set(leading, (counts.get(leading) ?? 0) + 1);
  }
  let [usual, most] = [1.2, 0];
  for (const [leading, count] of counts) if (count > most) [usual, most] = [leading, count];
  return usual;
}
