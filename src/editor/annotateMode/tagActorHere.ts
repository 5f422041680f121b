import { contains, type Range } from '../../model/range';
import { NameFinder } from '../../suggest/names';
import { Arguments } from '../commands/arguments';
import { nameAt, tagActor } from '../commands/tagActor';
import { surfaceOf, targetsOf, articleOf } from '../commands/target';
import { tagAllKnown } from '../mentions/tagAllMentions';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import type { Article } from '../store/article';

/**
 * Tags the name at the cursor, or the selection, without asking where the codebook knows exactly one actor of that name;
 * else asks. Where that is tagged already, offers all known names of the article at once. Gives the (first) id.
 */
export async function tagActorHere(parts: Parts): Promise<string | undefined> {
  const article = await articleOf(parts.articles, undefined);
  const codebook = await parts.codebooks.of(article.uri);
  const targets = targetsOf(article, undefined, nameAt(article, codebook));
  const [first] = targets;
  if (first && targets.every((ranges) => isMention(article, ranges))) return (await tagAllKnown(parts, article))?.[0];
  const finder = new NameFinder(codebook.lists.actors);
  const named = targets.map((ranges) => finder.matching(surfaceOf(article, ranges)));
  const [[actor] = []] = named;
  const isSure = actor && named.every((actors) => actors.length === 1 && actors[0] === actor);
  return tagActor(parts, isSure ? new Arguments({ actor: actor.id }) : undefined);
}

/** Whether a mention stands exactly there, or around it. */
function isMention(article: Article, ranges: readonly Range[]): boolean {
  return article
    .annotations()
    .some(
      (annotation) =>
        annotation.type === 'actor' &&
        ranges.every((range) => placesOf(article, annotation).some((place) => contains(place, range))),
    );
}
