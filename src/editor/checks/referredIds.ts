import type { Referent } from '../../model/references';
import { linkKey } from '../../model/links';
import type { Fields } from '../store/step';

/** A thing of the codebook that an annotation refers to. */
export interface Reference {
  readonly kind: Referent;
  readonly id: string;
}

type ReferringFields = Pick<Fields, 'actor' | 'topic' | 'source' | 'links'>;

/** All that an annotation refers to, itself or by its links, each once. */
export function referredIds({ actor, topic, source, links = [] }: ReferringFields): readonly Reference[] {
  const all = new Map<string, Reference>();
  const add = (kind: Referent, id: string | undefined): void => {
    if (id !== undefined) all.set(`${kind} ${id}`, { kind, id });
  };
  add('actor', actor);
  add('topic', topic);
  add('source', source);
  for (const link of links) {
    add('actor', link.actor);
    add('actor', link.for);
    add('source', link.source);
  }
  return [...all.values()];
}

/** The fields with another id in the place of one, wherever they refer to that; of links that become the same the first stays. The
 * same object where they don't. */
export function withOtherId(fields: Fields, { kind, id }: Reference, other: string): Fields {
  if (!referredIds(fields).some((reference) => reference.kind === kind && reference.id === id)) return fields;
  const own = fields[kind] === id ? { [kind]: other } : {};
  const links = fields.links?.map((link) => ({
    ...link,
    ...(kind === 'actor' && link.actor === id ? { actor: other } : {}),
    ...(kind === 'actor' && link.for === id ? { for: other } : {}),
    ...(kind === 'source' && link.source === id ? { source: other } : {}),
  }));
  const keys = links?.map(linkKey);
  const distinct = links?.filter((_, index) => keys?.indexOf(keys[index] ?? '') === index);
  return { ...fields, ...own, ...(distinct ? { links: distinct } : {}) };
}
