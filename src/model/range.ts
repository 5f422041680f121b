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

/** Whether the two share at least one unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
