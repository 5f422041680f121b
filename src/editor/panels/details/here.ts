import type { PlacedAnnotation } from '../../../model/annotation';
import { contains } from '../../../model/range';
import { annotationsAt } from '../../commands/chosenAnnotation';
import { placesOf } from '../../places';
import type { Article } from '../../store/article';

/** What is at the cursor's offset: the shortest anchored one first, then those of which one of the likely places is there. */
export function annotationsAround(article: Article, cursor: number): readonly PlacedAnnotation[] {
  const at = { start: cursor, end: cursor };
  const inDoubt = article.shown().filter((annotation) => {
    if (annotation.standing === 'anchored') return false;
    const likely = annotation.target.flatMap(({ candidates = [] }) => candidates);
    return [...placesOf(article, annotation), ...likely].some((range) => contains(range, at));
  });
  return [...new Set([...annotationsAt(article, cursor), ...inDoubt])];
}
