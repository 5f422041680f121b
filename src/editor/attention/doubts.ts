import { needsAttention, type Candidate, type PlacedAnnotation, type Standing } from '../../model/annotation';
import { compareCodeUnits } from '../../model/codeUnits';
import type { Range } from '../../model/range';

/** A range of which a person must say where it is. */
export interface Doubt {
  readonly annotation: PlacedAnnotation;
  /** Which of the annotation's ranges, from 0. */
  readonly rangeIndex: number;
  readonly standing: Exclude<Standing, 'anchored'>;
  /** Its text as it was last seen. */
  readonly exact: string;
  /** Best first; none where it is orphaned. */
  readonly candidates: readonly Candidate[];
  /** The likeliest place in the text as it is now, else where it stood; empty where nothing of it is there. */
  readonly place: Range;
}

/**
 * What is in doubt of an annotation: each range that is uncertain; where none is, the first of those that are gone. Nothing
 * where a person has decided. `places`: where its ranges are taken to be now.
 */
export function doubtsOf(annotation: PlacedAnnotation, places: readonly Range[]): readonly Doubt[] {
  if (!needsAttention(annotation)) return [];
  const doubts = annotation.target.flatMap(({ standing, exact, candidates = [] }, rangeIndex): Doubt[] => {
    const place = candidates[0] ?? places[rangeIndex] ?? { start: 0, end: 0 };
    const { start, end } = place;
    return standing === 'anchored'
      ? []
      : [{ annotation, rangeIndex, standing, exact, candidates, place: { start, end } }];
  });
  const uncertain = doubts.filter(({ standing }) => standing === 'uncertain');
  return uncertain.length > 0 ? uncertain : doubts.slice(0, 1);
}

/** The order of the text. */
export function compareDoubts(a: Doubt, b: Doubt): number {
  return (
    a.place.start - b.place.start ||
    b.place.end - a.place.end ||
    compareCodeUnits(a.annotation.id, b.annotation.id) ||
    a.rangeIndex - b.rangeIndex
  );
}

/** Tells doubts of one article apart. */
export function doubtKey({ annotation, rangeIndex }: Doubt): string {
  return `${rangeIndex} ${annotation.id}`;
}
