import type { EffectiveCodebook } from '../../../model/codebook';
import { compareCodeUnits } from '../../../model/codeUnits';

/** More don't help while one types. */
const MOST = 2000;

/** Names of the codebooks' actors in their order; the id of one that shares its name with another. */
export function actorOffers(codebooks: readonly EffectiveCodebook[]): readonly string[] {
  const byName = new Map<string, Set<string>>();
  for (const { id, name } of codebooks.flatMap(({ actors }) => actors)) {
    const same = byName.get(name) ?? new Set();
    byName.set(name, same.add(id));
  }
  const offers = [...byName].flatMap(([name, ids]) => (ids.size === 1 ? [name] : [...ids]));
  return offers.sort(compareCodeUnits).slice(0, MOST);
}
