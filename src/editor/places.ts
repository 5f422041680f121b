import type { PlacedAnnotation } from '../model/annotation';
import type { PlacedRange } from '../anchoring/following/followed';
import type { Article } from './store/article';

/** Where an annotation's ranges are taken to be in the text as it is now; those of an orphan are empty. */
export function placesOf(article: Article, annotation: PlacedAnnotation): readonly PlacedRange[] {
  // What isn't anchored carries the offsets of the text that it was last seen in.
  if (annotation.standing === 'anchored') return annotation.target;
  return article.entry(annotation.id)?.spot.place.ranges ?? [];
}
