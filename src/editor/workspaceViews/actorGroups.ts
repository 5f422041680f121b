import { actorKinds, type Actor } from '../../model/codebook';
import { byName } from './byName';

/** Actors of one kind by name; `kind` is absent of those that have none. */
export interface KindOfActors {
  readonly kind: string | undefined;
  readonly actors: readonly Actor[];
}

/** Actors by kind: the kinds of the model in their order, others by name, no kind last. */
export function actorsByKind(actors: readonly Actor[]): readonly KindOfActors[] {
  const groups = new Map<string | undefined, Actor[]>();
  for (const actor of actors) {
    const kind = actor.kind?.trim() ? actor.kind : undefined;
    const group = groups.get(kind);
    if (group) group.push(actor);
    else groups.set(kind, [actor]);
  }
  const known: readonly string[] = actorKinds;
  const rank = (kind: string | undefined): number =>
    kind === undefined ? Infinity : known.includes(kind) ? known.indexOf(kind) : known.length;
  return [...groups]
    .sort(([a], [b]) => Math.sign(rank(a) - rank(b)) || byName({ name: a ?? '' }, { name: b ?? '' }))
    .map(([kind, group]) => ({ kind, actors: group.sort(byName) }));
}
