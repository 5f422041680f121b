import type { PdfLine } from './lines';

/** Heads and feet stand in this share of a page, at its top and at its bottom. */
const BAND = 0.15;
/** Of pages that have the same line; on left and right pages heads may differ. */
const SHARE = 0.4;
/** Pages that are enough in long documents, where heads name the chapter, and the first pages have numbers of their own. */
const ENOUGH = 5;
/** Characters of a head with the page's number in it; a longer line is a sentence. */
const MAX_NUMBERED = 60;
/** Points by which the same line may be higher or lower. */
const STEP = 4;

/** Ends what is known of a page's Roman number, of which a preface has few. */
const ROMAN = ' Roman';

/** Takes running heads, feet and page numbers out: lines in the top or bottom part of the page that stand at the same height on at least two
 * pages, on 40 % of all or on five, with the same text but for one number that grows with the pages.
 * @param heights of the pages, in points */
export function withoutFurniture(
  lines: readonly PdfLine[],
  heights: readonly number[],
): { readonly kept: readonly PdfLine[]; readonly removed: number } {
  const pages = new Map<string, Set<number>>();
  const inBand = lines.map(({ baseline, page }) => {
    const height = heights[page] ?? 0;
    return baseline < height * BAND || baseline > height * (1 - BAND);
  });
  for (const [index, line] of lines.entries()) {
    if (!inBand[index]) continue;
    for (const key of keysOf(line, 0)) pages.set(key, (pages.get(key) ?? new Set()).add(line.page));
  }
  const enough = Math.max(2, Math.min(heights.length * SHARE, ENOUGH));
  const isFurniture = (line: PdfLine): boolean =>
    [-1, 0, 1].some((shift) =>
      keysOf(line, shift).some((key) => (pages.get(key)?.size ?? 0) >= (key.endsWith(ROMAN) ? 2 : enough)),
    );
  const kept = lines.filter((line, index) => !inBand[index] || !isFurniture(line));
  return { kept, removed: lines.length - kept.length };
}

/** What the same head has on all pages: its height with its text, and with each number in turn told from the page. */
function keysOf({ text, baseline, page }: PdfLine, shift: number): string[] {
  const height = Math.round(baseline / STEP) + shift;
  const keys = [`${height} ${text}`];
  const roman = romanNumber(text);
  if (roman !== undefined) keys.push(`${height} ${roman - page}${ROMAN}`);
  if (text.length > MAX_NUMBERED) return keys;
  for (const { 0: digits, index } of text.matchAll(/\d{1,6}/g)) {
    const rest = `${text.slice(0, index)}#${text.slice(index + digits.length)}`;
    keys.push(`${height} ${Number(digits) - page} ${rest}`);
  }
  return keys;
}

/** The value of a Roman number up to 399; undefined for another text. */
function romanNumber(text: string): number | undefined {
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(text)) return undefined;
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...text.toLowerCase()].map((digit) => values[digit] ?? 0);
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
}
