import type { PdfLine } from './lines';

/** Heads and feet stand in this share of a page, at its top and at its bottom. */
const BAND = 0.15;
/** Of pages that have the same line; on left and right pages heads may differ. */
const SHARE = 0.4;
/** Characters of a head with the page's number in it; a longer line is a sentence. */
const MAX_NUMBERED = 60;
/** Points by which the same line may be higher or lower. */
const STEP = 4;

/** Takes running heads, feet and page numbers out: lines in the top or bottom part of the page that stand at the same height on at least two
 * pages and 40 % of all, with the same text but for one number that grows with the pages (or a Roman one).
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
  const enough = Math.max(2, heights.length * SHARE);
  const isFurniture = (line: PdfLine): boolean =>
    [-1, 0, 1].some((shift) => keysOf(line, shift).some((key) => (pages.get(key)?.size ?? 0) >= enough));
  const kept = lines.filter((line, index) => !inBand[index] || !isFurniture(line));
  return { kept, removed: lines.length - kept.length };
}

/** What the same head has on all pages: its height with its text, and with each number in turn told from the page. */
function keysOf({ text, baseline, page }: PdfLine, shift: number): string[] {
  const height = Math.round(baseline / STEP) + shift;
  const keys = [`${height} ${text}`];
  if (/^[ivxlcdm]+$/i.test(text)) keys.push(`${height} Roman`);
  if (text.length > MAX_NUMBERED) return keys;
  for (const { 0: digits, index } of text.matchAll(/\d{1,6}/g)) {
    const rest = `${text.slice(0, index)}#${text.slice(index + digits.length)}`;
    keys.push(`${height} ${Number(digits) - page} ${rest}`);
  }
  return keys;
}
