import type { Standing } from '../../model/annotation';
import type { Range } from '../../model/range';
import type { Mapping } from './mapping';

export interface PlacedRange extends Range {
  readonly standing: Standing;
}

/** What became of a range that was not merely shifted, see {@link Mapping.whole}. */
export function followed(range: PlacedRange, mapping: Mapping): PlacedRange {
  const { start, end, standing } = range;
  if (start === end) {
    const point = mapping.point(start);
    return { start: point, end: point, standing };
  }
  const length = end - start;
  const lost = mapping.lost(start, end);
  const newEnd = mapping.end(end);
  const newStart = mapping.start(start);
  if (lost === length || mapping.lostCompared(start, end) * 2 > length) {
    const point = lost === length ? newEnd : Math.min(newStart, newEnd);
    return { start: point, end: point, standing: standing === 'anchored' ? 'orphaned' : standing };
  }
  const unsure = standing === 'anchored' && lost > 0 && mapping.losesEdgeCompared(start, end);
  return { start: newStart, end: newEnd, standing: unsure ? 'uncertain' : standing };
}

/** Whether two ranges are the same, with the same standing. */
export function same(a: PlacedRange, b: PlacedRange): boolean {
  return a.start === b.start && a.end === b.end && a.standing === b.standing;
}
