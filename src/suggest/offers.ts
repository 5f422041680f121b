import type { Actor, CodebookSource } from '../model/codebook';
import { overlaps, type Range } from '../model/range';
import type { NameScan } from './nameScan';
import type { Offer } from './offer';

/** What offers are made from beside the text. */
export interface OffersContext {
  readonly actors: readonly Actor[];
  readonly sources: readonly CodebookSource[];
  readonly names: NameScan;
  readonly excluded: readonly Range[];
  readonly tagged: readonly { readonly type: string; readonly ranges: readonly Range[]; readonly actor?: string }[];
  readonly rejected: ReadonlySet<string>;
  readonly author?: string;
}

/** Names of the codebook that aren't tagged. */
export function offersOf(text: string, { names, excluded, tagged, rejected }: OffersContext): readonly Offer[] {
  const taken = tagged.flatMap(({ type, ranges }) => (type === 'actor' ? ranges : []));
  return names.all(text, { excluded }).flatMap(({ range, actors: [actor, ...others] }): Offer[] => {
    if (!actor || taken.some((other) => overlaps(other, range))) return [];
    const around = text.slice(Math.max(0, range.start - 16), range.end + 16);
    const key = JSON.stringify(['actor', actor.id, around]);
    if (rejected.has(key)) return [];
    const either = others.length > 0 ? { others: others.map(({ id }) => id) } : {};
    return [{ key, type: 'actor', ranges: [range], why: 'name', actor: actor.id, ...either }];
  });
}
