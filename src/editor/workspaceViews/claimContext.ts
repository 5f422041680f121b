import { compareRanges, splitsSurrogatePair, type Range } from '../../model/range';
import { paragraphAt } from '../../suggest/structure';

/** So much of a long paragraph is shown before and behind a claim, in UTF-16 code units. */
const AROUND = 500;

export interface Context {
  readonly text: string;
  /** The claim within it. */
  readonly ranges: readonly Range[];
}

/** The paragraphs in which a claim's ranges are; of long ones what is near, cut at words, a cut shown by an ellipsis. */
export function contextOf(text: string, targets: readonly Range[]): Context {
  const ranges = [...targets].sort(compareRanges);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return { text: '', ranges: [] };
  const begin = Math.min(first.start, paragraphAt(text, first.start).start);
  const end = Math.max(last.end, paragraphAt(text, Math.max(last.start, last.end - 1)).end);
  const from = first.start - begin <= AROUND ? begin : wordFrom(text, first.start - AROUND, first.start);
  const to = end - last.end <= AROUND ? end : wordUntil(text, last.end, last.end + AROUND);
  const lead = from > begin ? '…' : '';
  return {
    text: `${lead}${text.slice(from, to)}${to < end ? '…' : ''}`,
    ranges: ranges.map((range) => ({ start: range.start - from + lead.length, end: range.end - from + lead.length })),
  };
}

/** Where the first word begins between two offsets; the first one where there is no bound. */
function wordFrom(text: string, from: number, until: number): number {
  for (let at = from; at < until; at++) if (/\s/u.test(text.charAt(at))) return at + 1;
  return splitsSurrogatePair(text, from) ? from + 1 : from;
}

/** Where the last word ends between two offsets. */
function wordUntil(text: string, from: number, until: number): number {
  for (let at = until; at > from; at--) if (/\s/u.test(text.charAt(at - 1))) return at - 1;
  return splitsSurrogatePair(text, until) ? until - 1 : until;
}
