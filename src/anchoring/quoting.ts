import type { Target } from '../model/annotation';
import { splitsSurrogatePair, type Range } from '../model/range';
import { occurrencesOfWindows } from './occurrences';
import { haveTwins, type Stretch } from './twins';

/** Units of context on each side: what is usual, and what it grows to (by doubling) where that isn't unique in the text. */
export const contextSize = 32;
export const maxContextSize = 256;

/** The range with its quotation; see {@link quoteAll}. */
export function quote(text: string, range: Range): Target {
  return quotedUntil(text, range, (target) => {
    const needle = target.prefix + target.exact + target.suffix;
    return text.indexOf(needle, text.indexOf(needle) + 1) < 0;
  });
}

/**
 * Ranges with their quotations: the text between the offsets, and before and behind it {@link contextSize} units, doubled
 * up to {@link maxContextSize} until the whole is unique in the text; less at the text's ends and where an astral
 * character would be cut. One pass over the text for all.
 * @param ranges inside `text`, in any order; the result is in the same order.
 */
export function quoteAll(text: string, ranges: readonly Range[]): Target[] {
  if (ranges.length < 8 || text.length < 2 * windowSize) return ranges.map((range) => quote(text, range));
  const windows = ranges.map(({ start }) => Math.max(0, Math.min(start, text.length) - windowSize));
  const found = occurrencesOfWindows(text, windows, windowSize);
  const targets = ranges.map((range) => quoted(text, range, contextSize));
  let doubtful = [...targets.keys()];
  for (let size = contextSize; size < maxContextSize && doubtful.length > 0;) {
    const stretches = doubtful.map((index): Stretch => {
      const { start = 0, exact = '', prefix = '', suffix = '' } = targets[index] ?? {};
      const from = start - prefix.length;
      const window = windows[index] ?? 0;
      const length = prefix.length + exact.length + suffix.length;
      return { from, length, lead: window - from, places: found.get(window) ?? [] };
    });
    const twins = haveTwins(text, stretches);
    doubtful = doubtful.filter((_, nth) => twins[nth]);
    size *= 2;
    for (const index of doubtful) {
      const range = ranges[index];
      if (range) targets[index] = quoted(text, range, size);
    }
  }
  return targets;
}

/** What is looked up first of each quotation: the shortest prefix that there is away from the text's start. */
const windowSize = contextSize - 1;

function quotedUntil(text: string, range: Range, isUnique: (target: Target) => boolean): Target {
  let target = quoted(text, range, contextSize);
  for (let size = contextSize; size < maxContextSize && !isUnique(target);) {
    size *= 2;
    target = quoted(text, range, size);
  }
  return target;
}

function quoted(text: string, { start, end }: Range, size: number): Target {
  let from = Math.max(0, start - size);
  let to = Math.min(text.length, end + size);
  if (splitsSurrogatePair(text, from)) from += 1;
  if (splitsSurrogatePair(text, to)) to -= 1;
  return { start, end, exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
