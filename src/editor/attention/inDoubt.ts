import { placesOf } from '../places';
import type { Article } from '../store/article';
import { compareDoubts, doubtsOf, type Doubt } from './doubts';

/** All that a person must decide in an article, in the order of the text. */
export function doubtsIn(article: Article): readonly Doubt[] {
  return article
    .shown()
    .flatMap((annotation) =>
      annotation.standing === 'anchored' ? [] : doubtsOf(annotation, placesOf(article, annotation)),
    )
    .sort(compareDoubts);
}

/** What is in doubt of one annotation. */
export function doubtsAbout(article: Article, id: string): readonly Doubt[] {
  const annotation = article.shownAnnotation(id);
  return annotation ? doubtsOf(annotation, placesOf(article, annotation)) : [];
}
