import type { LineJoiner } from './hyphens';
import type { PdfLine } from './lines';

const bullet = /^(?:[•‣▪◦●■-]|[([]?\d{1,3}[.)\]]|\([a-z]{1,4}\))\s/u;
const sentenceEnd = /[.!?:;…。！？]["'’”»)\]\d]*$/u;
/** Of a table of contents: dots that lead to a page's number. */
const leaders = /(?:\. ?){4}\s*\S{0,6}$/;
/** Lines on each side that show how wide a column is. */
const NEIGHBOURS = 20;

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
  if (leaders.test(before.text)) return 'line';
  if (!hadRoom(index, lines)) return 'none';
  return endsSentence ? 'paragraph' : 'line';
}

/** Whether a line's first word would have gone well into the line before. */
function hadRoom(index: number, lines: readonly PdfLine[]): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (!before || !line || /[-\u00ad]$/.test(before.text)) return false;
  let edge = 0;
  for (const other of lines.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS)) {
    const isInColumn = other.page === before.page && Math.abs(other.left - before.left) < before.size * 3;
    if (isInColumn && Math.abs(other.size - before.size) < before.size / 4) edge = Math.max(edge, other.right);
  }
  const [first = ''] = line.text.split(' ', 1);
  const letter = (line.right - line.left) / line.text.length;
  // A tenth of the column for letters that are wider than others, and for columns that aren't quite straight.
  return before.right + letter * (first.length + 1) < edge - (edge - before.left) / 10;
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
