import type { EffectiveCodebook } from '../../../model/codebook';

/** The variables that claims of some codebooks may have, as `parseVariable` reads them, the usual ones first. */
export function variablesIn(codebooks: readonly EffectiveCodebook[]): readonly string[] {
  const own = (words: string, ids: readonly string[]): readonly string[] => ids.map((id) => words + id);
  const attributes = (of: string): readonly string[] =>
    codebooks.flatMap(({ attributes: all }) =>
      all.filter(({ appliesTo }) => appliesTo.includes(of)).map(({ id }) => id),
    );
  const roles = codebooks.flatMap(({ roles: all }) =>
    all.filter(({ id, appliesTo }) => appliesTo.includes('claim') && !namedRoles.includes(id)).map(({ id }) => id),
  );
  const depth = Math.max(0, ...codebooks.map(depthOf));
  return [
    ...new Set([
      ...['position', 'speaker', 'speaker.for', 'holder', 'addressee', 'topic'],
      ...(depth > 1 ? Array.from({ length: depth }, (_, at) => `topic:${at + 1}`) : []),
      ...['stance', 'attribution', 'source'],
      ...own('role:', roles),
      ...own('attribute:', attributes('claim')),
      ...['actor.kind', 'actor.parent'],
      ...own('actor.attribute:', attributes('actor')),
      ...['article', 'article.author', 'article.publisher', 'article.section'],
      ...own('article.attribute:', attributes('article')),
      'creator',
    ]),
  ];
}

/** Roles that are variables under names of their own. */
const namedRoles: readonly string[] = ['speaker', 'holder', 'addressee', 'source', 'within', 'repeats', 'contradicts'];

/** How many levels the topics' hierarchy has; topics that are above themselves end it. */
function depthOf({ topics }: EffectiveCodebook): number {
  const parents = new Map(topics.map(({ id, parent }) => [id, parent]));
  const depth = (id: string): number => {
    const passed = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !passed.has(at); at = parents.get(at)) passed.add(at);
    return passed.size;
  };
  return topics.reduce((most, { id }) => Math.max(most, depth(id)), 0);
}
