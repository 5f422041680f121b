/** A stretch of an article's text: offsets in UTF-16 code units of the LF text, `0 <= start <= end`, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Order of the workspace and of every list: start, then the longer first. Negative where `a` comes before `b`. */
export function compareRanges(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether `outer` holds every unit of `inner`; an empty range is held where it touches. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether `outer` holds `inner` and more. */
export function isInside(outer: Range, inner: Range): boolean {
  return contains(outer, inner) && inner.end - inner.start < outer.end - outer.start;
}

/** Whether the two share at least one unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export type RangeProblem = 'not-integers' | 'reversed' | 'outside' | 'inside-surrogate-pair' | 'empty';

/** What is wrong with a range as the target of an annotation in `text`; undefined where nothing is. */
export function rangeProblem(text: string, range: Range): RangeProblem | undefined {
  const { start, end } = range;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'not-integers';
  if (start > end) return 'reversed';
  if (start < 0 || end > text.length) return 'outside';
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) return 'inside-surrogate-pair';
  if (text.slice(start, end).trim() === '') return 'empty';
  return undefined;
}

/** Whether `offset` lies between the two halves of an astral character. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** The range without white space at its edges; empty at its start where it holds nothing else. */
export function trimmed(text: string, range: Range): Range {
  const slice = text.slice(range.start, range.end);
  const start = range.start + (slice.length - slice.trimStart().length);
  const end = range.end - (slice.length - slice.trimEnd().length);
  return end > start ? { start, end } : { start: range.start, end: range.start };
}
