import type { NameScan } from '../../suggest/nameScan';
import type { Offer } from '../../suggest/offer';
import { offersOf } from '../../suggest/offers';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { voicesOf } from '../voices';

/** What an article offers to be marked as it is now, in the order of its text. */
export function offersIn(
  article: Article,
  { lists: { actors, sources } }: CodebookFile,
  names: NameScan,
  rejected: ReadonlySet<string>,
): readonly Offer[] {
  const excluded = article.excluded.flatMap(({ place }) => place.ranges.filter(({ start, end }) => start < end));
  const tagged = article.shown().map((annotation) => ({
    type: annotation.type,
    ranges: placesOf(article, annotation).filter(({ start, end }) => start < end),
    ...(annotation.actor === undefined ? {} : { actor: annotation.actor }),
  }));
  const [voice] = voicesOf(article, actors);
  return offersOf(article.text, {
    ...{ actors, sources, names, excluded, tagged, rejected },
    ...(voice ? { author: voice.actor?.id ?? voice } : {}),
  });
}
