import { valueOf } from '../../model/annotation';
import type { Actor, CodebookLists } from '../../model/codebook';
import type { Json } from '../../model/json';
import { Names } from '../../model/names';
import { attributesById } from '../claims';
import { itemValue, type Variable, type VariableWord } from '../variables';

/** An actor with the codebook that it is in. */
export interface KnownActor {
  readonly actor: Actor;
  readonly codebook: CodebookLists;
}

/** Variables whose values are actors. */
const ofActors: readonly VariableWord[] = [
  ...(['position', 'speaker', 'speaker.for', 'holder', 'addressee', 'role:', 'actor.parent'] as const),
];

/** What codebooks say of the actors that a variable may have as values, by the values' ids; nothing where its values are no actors. */
export function actorsByValue(
  { word }: Variable,
  codebooks: readonly CodebookLists[],
): ReadonlyMap<string, KnownActor> {
  const found = new Map<string, KnownActor>();
  if (!ofActors.includes(word)) return found;
  for (const codebook of codebooks) {
    const names = new Names(codebook);
    for (const actor of codebook.actors ?? []) {
      const { id } = itemValue(names.actor(actor.id));
      if (!found.has(id)) found.set(id, { actor, codebook });
    }
  }
  return found;
}

/** What may put actors into clusters. */
export const clusterWords: readonly VariableWord[] = ['actor.kind', 'actor.parent', 'actor.attribute:'];

/** The name of the cluster that an actor is in by one of `clusterWords`; undefined where it has none. */
export function clusterOf({ word, of }: Variable, { actor, codebook }: KnownActor): string | undefined {
  if (word === 'actor.kind') return actor.kind;
  if (word === 'actor.parent') return actor.parent && new Names(codebook).actor(actor.parent).name;
  const options = attributesById({ codebook }).get(of)?.options ?? [];
  const name = (value: Json): string => {
    const option = options.find(({ id }) => id === value);
    return option?.name ?? (typeof value === 'string' ? value : JSON.stringify(value));
  };
  const value = valueOf(actor.attributes, of);
  if (value === undefined || value === null || value === '') return undefined;
  return Array.isArray(value) ? (value as readonly Json[]).map(name).join('; ') || undefined : name(value);
}
