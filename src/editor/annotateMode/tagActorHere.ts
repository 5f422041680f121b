import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import { contains, type Range } from '../../model/range';
import { NameFinder } from '../../suggest/names';
import { Arguments } from '../commands/arguments';
import { nameAt, tagActor } from '../commands/tagActor';
import { surfaceOf, targetsOf, articleOf } from '../commands/target';
import { tagAllKnown, tagAllMentions } from '../mentions/tagAllMentions';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import { UserError } from '../userError';

/**
 * Tags the name at the cursor, or the selection, without asking where the codebook knows exactly one actor of that name;
 * else asks. Where that is tagged already, offers all known names of the article at once. Gives the (first) id.
 */
export function tagActorHere(parts: Parts): Promise<string | undefined> {
  return tagHere(parts, false, async (article) => (await tagAllKnown(parts, article))?.[0]);
}

/** As {@link tagActorHere}, and tags in the same step where else the article names that actor and no other. */
export function tagActorEverywhere(parts: Parts): Promise<string | undefined> {
  return tagHere(parts, true, async (article, { actor }) => {
    const args = actor === undefined ? undefined : new Arguments({ article: article.uri, actor });
    const [id] = (await tagAllMentions(parts, args)) ?? [];
    if (id === undefined && args) throw new UserError(vscode.l10n.t('Nothing else here names only this actor.'));
    return id;
  });
}

/** @param otherwise what is done where a mention stands there already */
async function tagHere(
  parts: Parts,
  everywhere: boolean,
  otherwise: (article: Article, mention: PlacedAnnotation) => Promise<string | undefined>,
): Promise<string | undefined> {
  const article = await articleOf(parts.articles, undefined);
  const codebook = await parts.codebooks.of(article.uri);
  const targets = targetsOf(article, undefined, nameAt(article, codebook));
  const mentions = targets.flatMap((ranges) => mentionAround(article, ranges) ?? []);
  const [mention] = mentions;
  if (mention && mentions.length === targets.length) return otherwise(article, mention);
  const finder = new NameFinder(codebook.lists.actors);
  const named = targets.map((ranges) => finder.matching(surfaceOf(article, ranges)));
  const [[actor] = []] = named;
  const isSure = actor && named.every((actors) => actors.length === 1 && actors[0] === actor);
  return tagActor(parts, isSure ? new Arguments({ actor: actor.id }) : undefined, everywhere);
}

/** The mention that stands exactly there, or around it. */
function mentionAround(article: Article, ranges: readonly Range[]): PlacedAnnotation | undefined {
  return article
    .shown()
    .find(
      (annotation) =>
        annotation.type === 'actor' &&
        ranges.every((range) => placesOf(article, annotation).some((place) => contains(place, range))),
    );
}
