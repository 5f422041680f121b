import type { Actor } from '../../model/codebook';
import { byName } from './byName';

/** The actors to which an actor is related in one way, at least one. */
export interface Relation {
  readonly relation: 'parent' | 'parts' | 'members' | 'memberOf';
  readonly actors: readonly Actor[];
}

/** What an actor is part of and what is part of it, its members and whose member it is, by name; ids that the list doesn't
 * know are left out. */
export function relationsOf(actor: Actor, actors: readonly Actor[]): readonly Relation[] {
  const isMeant = (other: Actor, id: string): boolean => other.id === id || other.formerIds?.includes(id) === true;
  const members = new Set(actor.members ?? []);
  const found: readonly Relation[] = [
    {
      relation: 'parent',
      actors: actors.filter((other) => actor.parent !== undefined && isMeant(other, actor.parent)),
    },
    { relation: 'memberOf', actors: actors.filter((other) => other.members?.some((id) => isMeant(actor, id))) },
    {
      relation: 'members',
      actors: actors.filter(({ id, formerIds = [] }) => [id, ...formerIds].some((each) => members.has(each))),
    },
    { relation: 'parts', actors: actors.filter(({ parent }) => parent !== undefined && isMeant(actor, parent)) },
  ];
  return found
    .map(({ relation, actors: others }) => ({ relation, actors: [...others].sort(byName) }))
    .filter(({ actors: others }) => others.length > 0);
}
