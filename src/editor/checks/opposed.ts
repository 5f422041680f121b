import { bySubject, isFor, subjectOf, type Position } from '../../analysis/positions';
import type { IndexedAnnotation } from '../../corpus/indexed';
import type { Link } from '../../model/annotation';
import { byId, type EffectiveCodebook } from '../../model/codebook';

/** A claim of one article. */
export interface Claim extends Pick<IndexedAnnotation, 'id' | 'topic' | 'stance' | 'links'> {
  /** The article's uri as text. */
  readonly uri: string;
}

/** Gives the annotations of one article by their ids. */
export type Linked = (id: string) => Pick<IndexedAnnotation, 'actor'> | undefined;

/** A claim, and those with which its actor says the opposite of it. */
export interface Opposed<C> {
  readonly claim: C;
  readonly actor: string;
  readonly topic: string;
  readonly isFor: boolean;
  readonly others: readonly C[];
}

/**
 * The claims of `mine` by which one actor is for a topic that it is against by another claim, of `mine` or of `others`, or the
 * other way round; by pair of actor and topic. Claims that a link `contradicts` joins are known to contradict each other.
 * A claim's position is its holders', where it has any, else its speakers'. Ids are those of the items as the codebook has them.
 */
export function opposed<C extends Claim>(
  mine: readonly C[],
  others: readonly C[],
  lists: EffectiveCodebook,
  linked: (claim: C) => Linked,
): readonly Opposed<C>[] {
  const positions = (claims: readonly C[]): readonly Position<C>[] =>
    claims.flatMap((claim) => positionsOf(claim, lists, linked(claim)));
  const own = positions(mine);
  const all = bySubject([...own, ...positions(others)]);
  return own.flatMap(({ claim, actor, topic, isFor: side }) => {
    const against = (all.get(subjectOf({ actor, topic })) ?? []).filter(
      (other) => other.isFor !== side && other.claim !== claim && !isJoined(other.claim, claim),
    );
    if (against.length === 0) return [];
    return [{ claim, actor, topic, isFor: side, others: against.map((other) => other.claim) }];
  });
}

function positionsOf<C extends Claim>(claim: C, lists: EffectiveCodebook, linked: Linked): readonly Position<C>[] {
  const { links = [], topic, stance } = claim;
  const side = isFor(lists.stances.find(({ id }) => id === stance)?.value);
  if (topic === undefined || side === undefined) return [];
  const holders = links.filter(({ role }) => role === 'holder');
  const who = holders.length > 0 ? holders : links.filter(({ role }) => role === 'speaker');
  const actors = who.flatMap((link) => [actorOf(link, linked), link.for]).filter((id) => id !== undefined);
  const ids = new Set(actors.map((id) => byId(lists.actors, id)?.id ?? id));
  const topicId = byId(lists.topics, topic)?.id ?? topic;
  return [...ids].map((actor) => ({ claim, actor, topic: topicId, isFor: side }));
}

/** The actor that a link leads to: its own, else that of the mention. */
function actorOf({ actor, annotation }: Link, linked: Linked): string | undefined {
  return actor ?? (annotation === undefined ? undefined : linked(annotation)?.actor);
}

function isJoined(a: Claim, b: Claim): boolean {
  const leads = (from: Claim, to: Claim): boolean =>
    from.links?.some(({ role, annotation }) => role === 'contradicts' && annotation === to.id) ?? false;
  return a.uri === b.uri && (leads(a, b) || leads(b, a));
}
