import type { Actor } from '../../model/codebook';
import { overlaps, type Range } from '../../model/range';
import type { NameScan } from '../../suggest/nameScan';
import { placesOf } from '../places';
import type { Article } from '../store/article';

/** A name in an article that isn't tagged as its actor's. */
export interface Untagged {
  readonly range: Range;
  readonly actor: Actor;
  /** Others who share the name: only a person can say who is meant. */
  readonly others: readonly Actor[];
}

/** Whether a name is one actor's alone. */
export function isUnshared({ others }: Untagged): boolean {
  return others.length === 0;
}

/**
 * The names of actors that stand untagged in an article, in its order; with `of`, of these actors alone. Left out is what
 * lies in excluded ranges, what touches a mention of the same actor, and what is exactly a mention of another: a person
 * has decided there.
 */
export function untaggedNames(article: Article, scan: NameScan, of?: ReadonlySet<string>): readonly Untagged[] {
  const excluded = article.excluded.flatMap(({ place }) => place.ranges.filter(({ start, end }) => start < end));
  const mentions = article.shown().flatMap((annotation) =>
    annotation.type === 'actor'
      ? placesOf(article, annotation)
          .filter(({ standing }) => standing !== 'orphaned')
          .map(({ start, end }) => ({ start, end, actor: annotation.actor ?? '' }))
      : [],
  );
  const options = of ? { excluded, of } : { excluded };
  return scan.all(article.text, options).flatMap(({ range, actors }): Untagged[] => {
    const near = mentions.filter((mention) => overlaps(mention, range));
    const isTagged = actors.some((actor) => near.some((mention) => isId(actor, mention.actor)));
    if (isTagged || near.some(({ start, end }) => start === range.start && end === range.end)) return [];
    const [actor] = of ? actors.filter(({ id }) => of.has(id)) : actors;
    return actor ? [{ range, actor, others: actors.filter((other) => other !== actor) }] : [];
  });
}

function isId({ id, formerIds = [] }: Actor, wanted: string): boolean {
  return id === wanted || formerIds.includes(wanted);
}
