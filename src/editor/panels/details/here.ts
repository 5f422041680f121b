import type { PlacedAnnotation } from '../../../model/annotation';
import { contains } from '../../../model/range';
import { annotationsAt } from '../../commands/chosenAnnotation';
import { cursorOf } from '../../commands/target';
import { placesOf } from '../../places';
import type { Article } from '../../store/article';

/** What is at the cursor: the shortest anchored one first, then those of which one of the likely places is there. */
export function annotationsHere(article: Article): readonly PlacedAnnotation[] {
  const cursor = cursorOf(article);
  const at = { start: cursor, end: cursor };
  const inDoubt = article.annotations().filter((annotation) => {
    if (annotation.standing === 'anchored') return false;
    const likely = annotation.target.flatMap(({ candidates = [] }) => candidates);
    return [...placesOf(article, annotation), ...likely].some((range) => contains(range, at));
  });
  return [...new Set([...annotationsAt(article, cursor), ...inDoubt])];
}
