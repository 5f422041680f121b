// Which passages of a text are marked.
import type { Range } from '../../src/model/range';
import { between, shuffled } from '../random';
import type { Block, Text } from './texts';

/**
 * Passages such as a reader marks, each in one block of prose: 40 % of 5 to 25 units (every other one begins with a
 * capital letter, as a name does), 30 % of 25 to 80, 30 % of 80 to 300. Nine of ten begin and end with a word. They may
 * overlap; no two are the same.
 * @returns ascending
 */
export function targetsIn({ text, blocks }: Text, count: number, random: () => number): Range[] {
  const found = new Map<string, Range>();
  const prose = blocks.filter(({ kind }) => kind !== 'furniture');
  for (let tries = 0; found.size < count && tries < count * 200; tries += 1) {
    const share = found.size / count;
    const [least, most] = share < 0.4 ? [5, 25] : share < 0.7 ? [25, 80] : [80, 300];
    const at = Math.floor(random() * text.length);
    const block = prose[lastStartingBy(prose, at)];
    if (!block || block.end <= at) continue;
    const range =
      random() < 0.1
        ? anywhere(block, at, between(random, least, most))
        : words(text, block, at, between(random, least, most));
    const { start, end } = range;
    const name = /^\p{Lu}/u.test(text.charAt(start));
    if (end - start < least || end - start > most || !/[\p{L}\p{N}]/u.test(text.slice(start, end))) continue;
    if (most === 25 && !name && random() < 0.8) continue;
    found.set(`${start}-${end}`, range);
  }
  return ascending([...found.values()]);
}

/** Places of names that stand at least five times in the text: 5 to 25 units, such as "North Korea". */
export function namesIn({ text, blocks }: Text, count: number, random: () => number): Range[] {
  const places = new Map<string, Range[]>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const name = /(?<=[\p{Ll},;’] )\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*/gu;
    for (const { index, 0: found } of text.slice(block.start, block.end).matchAll(name)) {
      if (found.length < 5 || found.length > 25) continue;
      const start = block.start + index;
      const same = places.get(found) ?? [];
      same.push({ start, end: start + found.length });
      places.set(found, same);
    }
  }
  const often = [...places.values()].filter((ranges) => ranges.length >= 5).flat();
  return ascending(shuffled(random, often).slice(0, count));
}

function ascending(ranges: readonly Range[]): Range[] {
  return [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
}

function anywhere(block: Block, start: number, length: number): Range {
  return { start, end: Math.min(block.end, start + length) };
}

/** From the beginning of the word at an offset to the end of a word. */
function words(text: string, block: Block, at: number, length: number): Range {
  let start = at;
  while (start > block.start && !/[\s—(“]/.test(text.charAt(start - 1))) start -= 1;
  while (start < block.end && !/[\p{L}\p{N}“]/u.test(text.charAt(start))) start += 1;
  let end = Math.min(block.end, start + length);
  while (end > start && end < block.end && /[\p{L}\p{N}]/u.test(text.charAt(end))) end -= 1;
  while (end > start && /[\s,;:—]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

function lastStartingBy(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
