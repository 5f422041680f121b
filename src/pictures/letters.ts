import { shortened } from '../model/shortened';
import { showUnseen } from '../model/unseen';

/** Of a letter, in parts of its height: texts are measured without a page, rather too wide than too narrow. */
const LETTER = 0.62;
const NARROW = 0.38;
const BROAD = 0.76;
const BROADEST = 0.95;
/** Of Chinese, Japanese and Korean, and of pictures. */
const WIDE = 1.05;

const narrow = /[ijlftrI.,:;'’|!()[\] -]/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uff60]/u;
const broad = /\p{Lu}/u;
const broadest = /[mwMW@%+−○±]/u;
const unspacing = /[\p{M}\u200b-\u200f\u2060-\u2069]/u;

/** About how wide a text is, in pixels. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    if (unspacing.test(letter)) continue;
    width += breadthOf(letter);
  }
  return width * size;
}

function breadthOf(letter: string): number {
  if (narrow.test(letter)) return NARROW;
  if (broadest.test(letter)) return BROADEST;
  if (broad.test(letter)) return BROAD;
  return wide.test(letter) ? WIDE : LETTER;
}

/** Any text on one line, as much of it as there is room for; the cut is shown by an ellipsis. */
export function clipped(text: string, most: number, size: number): string {
  const line = oneLineOf(text);
  if (widthOf(line, size) <= most) return line;
  let cut = '';
  let width = widthOf('…', size);
  for (const letter of line) {
    width += widthOf(letter, size);
    if (width > most) break;
    cut += letter;
  }
  // Where the line goes from right to left, its end is to the left.
  const isTurned = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}][^\p{L}]*$/u.test(cut);
  return `${cut.trimEnd()}…${isTurned ? '\u200f' : ''}`;
}

const LONGEST = 2000;

/** Any text on one line, with what can't be seen shown. */
export function oneLineOf(text: string): string {
  return showUnseen(shortened(text, LONGEST)).replace(/\s+/gu, ' ').trim();
}

/** A text in lines of a width, broken at spaces; a word that is longer is cut. */
export function wrapped(text: string, most: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLineOf(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > most) {
      lines.push(line);
      line = clipped(word, most, size);
    } else line = line === '' ? clipped(word, most, size) : longer;
  }
  return line === '' ? lines : [...lines, line];
}
