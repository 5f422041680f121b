import type { Range } from '../../model/range';

/** The paragraphs of a text in their order: what stands between blank lines; of a text without any, its lines. Paragraphs of nothing
 * but white space aren't any. */
export function paragraphsOf(text: string): readonly Range[] {
  const bound = /\n[^\S\n]*\n/.test(text.trim()) ? /\n(?:[^\S\n]*\n)+/g : /\n/g;
  const found: Range[] = [];
  let start = 0;
  const add = (end: number): void => {
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
  };
  for (const { index, 0: gap } of text.matchAll(bound)) {
    add(index);
    start = index + gap.length;
  }
  add(text.length);
  return found;
}
