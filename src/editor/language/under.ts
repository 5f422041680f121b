import type { PlacedAnnotation } from '../../model/annotation';
import { compareRanges, contains, type Range } from '../../model/range';
import { placesOf } from '../places';
import type { Article } from '../store/article';

export interface Under {
  readonly annotation: PlacedAnnotation;
  /** The one of its ranges that holds the offset. */
  readonly range: Range;
}

/** Annotations of which a range holds the offset, or ends there, the shortest range first; uncertain ones where they are shown. */
export function annotationsUnder(article: Article, offset: number): readonly Under[] {
  const at = { start: offset, end: offset };
  return article
    .shown()
    .flatMap((annotation): Under[] => {
      const range = shownRanges(article, annotation).find((place) => contains(place, at));
      return range ? [{ annotation, range }] : [];
    })
    .sort((a, b) => lengthOf(a.range) - lengthOf(b.range) || compareRanges(b.range, a.range));
}

/** The ranges of an annotation that are shown in the text, those that aren't sure where they are shown. */
export function shownRanges(article: Article, annotation: PlacedAnnotation): readonly Range[] {
  return placesOf(article, annotation).filter(({ start, end, standing }) => standing !== 'orphaned' && start < end);
}

export function lengthOf({ start, end }: Range): number {
  return end - start;
}
