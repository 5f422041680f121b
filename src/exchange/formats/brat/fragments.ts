import type { Range } from '../../../model/range';
import { BREAKS } from './names';

const apart = new RegExp(`[^${BREAKS}]+`, 'g');
const hasBreak = new RegExp(`[${BREAKS}]`);
/** White space for brat, which is Python's: more than JavaScript's. */
const BLANKS = '\\s\\u001c-\\u001f\\u0085';
const inner = new RegExp(`[^${BLANKS}](?:[^]*[^${BLANKS}])?`);
/** Most ranges, which are a fragment as they are. */
const isFragment = new RegExp(`^(?![${BLANKS}])[^${BREAKS}]*[^${BLANKS}]$`);
const isBlank = new RegExp(`^[${BLANKS}]*$`);

/** The ranges as brat takes them: ascending, apart, split at line breaks (and tabs), without white space at their edges. */
export function fragmentsOf(text: string, ranges: readonly Range[]): Range[] {
  const [first] = ranges;
  if (first && ranges.length === 1 && isFragment.test(text.slice(first.start, first.end))) return [first];
  const found: Range[] = [];
  for (const { start, end } of united(ranges)) {
    for (const { index, 0: line } of text.slice(start, end).matchAll(apart)) {
      const trimmed = inner.exec(line);
      if (!trimmed) continue;
      const from = start + index + trimmed.index;
      found.push({ start: from, end: from + trimmed[0].length });
    }
  }
  return found;
}

/** Overlapping ranges made one. */
function united(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start < last.end) found[found.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else found.push({ start, end });
  }
  return found;
}

/** Fragments as ranges of a target: those between which stands nothing but white space with a line break (or a tab) are one. The inverse
 * of {@link fragmentsOf} for most targets; for the others the exact ranges are told besides. */
export function joinedFragments(text: string, fragments: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { start, end } of fragments) {
    const last = found.at(-1);
    const gap = last ? text.slice(last.end, start) : '';
    if (last && isBlank.test(gap) && hasBreak.test(gap)) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

export function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every(({ start, end }, n) => b[n]?.start === start && b[n].end === end);
}
