import type { Work } from '../slices';
import type { Words } from './words';

/** How good a place is for a stretch to begin: a line's or a sentence's beginning; 0 for anywhere else. */
export const lineBegins = 4;
export const sentenceBegins = 2;

/** Words that are looked at between two pauses. */
const share = 1 << 16;

/** For each word, and for the end, how good a place it is to begin at. Yields the share that is done. */
export function* begins({ text, starts, ends }: Words): Work<Uint8Array> {
  const result = new Uint8Array(starts.length + 1);
  let line = 0;
  for (let word = 0; word < starts.length; word += 1) {
    if (word % share === 0) yield word / starts.length;
    const start = starts[word] ?? 0;
    const previous = word > 0 ? (ends[word - 1] ?? 0) : 0;
    while ((text.lineEnds[line] ?? Infinity) < previous) line += 1;
    const last = text.units[previous - 1] ?? 0;
    if (word === 0 || (text.lineEnds[line] ?? Infinity) < start) result[word] = lineBegins;
    else if (start > previous && (last === 0x2e || last === 0x21 || last === 0x3f)) result[word] = sentenceBegins;
  }
  result[starts.length] = lineBegins;
  return result;
}
