import type { Codebook } from '../model/codebook';

/** The ids of a codebook, those that were merged into others included. */
export interface KnownIds {
  readonly actors: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

export function knownIds(codebook: Codebook): KnownIds {
  const ids = (list: readonly { readonly id: string; readonly formerIds?: readonly string[] }[] = []): Set<string> =>
    new Set(list.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
  return { actors: ids(codebook.actors), topics: ids(codebook.topics), sources: ids(codebook.sources) };
}
