import type { Link } from '../../model/annotation';
import { leadsNowhere } from '../../model/links';
import type { Names } from '../../model/names';
import type { CodedAnnotation, CodedArticle } from './codedArticle';
import type { Group } from './groups';
import type { Reading } from './readings';

/** Says of links of different coders whether they lead to the same: an actor, a source of the codebook, or annotations of one place. */
export class LinkKeys {
  readonly #byId: ReadonlyMap<string, CodedAnnotation>;
  readonly #groupOf = new Map<string, number>();

  constructor(
    { annotations }: Pick<CodedArticle, 'annotations'>,
    groups: readonly Group[],
    private readonly names: Names,
  ) {
    this.#byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const [index, group] of groups.entries()) {
      for (const reading of group) if (reading) this.#groupOf.set(reading.annotation.id, index);
    }
  }

  /** What a reading's links say, each once: equal texts say the same. */
  of(reading: Reading): ReadonlySet<string> {
    return new Set([...this.byRole(reading).values()].flatMap((keys) => [...keys]));
  }

  /** The same for each role apart. */
  byRole({ annotation }: Reading): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const link of annotation.links ?? []) {
      if (leadsNowhere(link)) continue;
      const keys = found.get(link.role) ?? new Set();
      found.set(link.role, keys.add(this.key(link)));
    }
    return found;
  }

  /** What a link says: the same text for links that say the same. */
  key(link: Link): string {
    const { role, for: principal } = link;
    return JSON.stringify([role, ...this.#end(link), principal === undefined ? null : this.names.actor(principal).id]);
  }

  #end({ actor, annotation: id, source }: Link): readonly [string, string | number] {
    const annotation = id === undefined ? undefined : this.#byId.get(id);
    const known = actor ?? annotation?.actor;
    if (known !== undefined) return ['actor', this.names.actor(known).id];
    const from = source ?? annotation?.source;
    if (from !== undefined) return ['source', this.names.source(from).id];
    const group = this.#groupOf.get(id ?? '');
    return group === undefined ? ['annotation', id ?? ''] : ['place', group];
  }
}
