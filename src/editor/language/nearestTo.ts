import type { Range } from '../../model/range';

/** Where a text says something, beginning as near to an offset as may be; the later of two as near; undefined where it
 * doesn't say it. UTF-16 code units. */
export function nearestTo(text: string, words: string, offset: number): Range | undefined {
  if (words === '') return undefined;
  const after = text.indexOf(words, offset);
  const before = offset > 0 ? text.lastIndexOf(words, offset - 1) : -1;
  const isAfter = after >= 0 && (before < 0 || after - offset <= offset - before);
  const start = isAfter ? after : before;
  return start < 0 ? undefined : { start, end: start + words.length };
}
