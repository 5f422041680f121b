import type { Stance } from '../../model/codebook';

/** Claims by what they are, by the sign of their stance's value; none isn't neutral. */
export interface Sides {
  readonly for: number;
  readonly against: number;
  readonly neutral: number;
  /** Without a stance, or with one that the codebook doesn't know. */
  readonly none: number;
}

/** How many are on which side; `byStance` by the id of the stance, '' for none. */
export function sidesOf(byStance: ReadonlyMap<string, number>, stances: readonly Stance[]): Sides {
  const values = new Map(stances.map(({ id, value }) => [id, value]));
  const sides = { for: 0, against: 0, neutral: 0, none: 0 };
  for (const [stance, count] of byStance) sides[sideOf(values.get(stance))] += count;
  return sides;
}

function sideOf(value: number | undefined): keyof Sides {
  if (value === undefined) return 'none';
  return value > 0 ? 'for' : value < 0 ? 'against' : 'neutral';
}

/** The ids of stances in the order in which they are shown: from for to against, unknown ones by id, none last. */
export function stancesInOrder(ids: Iterable<string>, stances: readonly Stance[]): readonly string[] {
  const values = new Map(stances.map(({ id, value }) => [id, value]));
  const rank = (id: string): number => (id === '' ? -Infinity : (values.get(id) ?? Number.MIN_SAFE_INTEGER));
  return [...ids].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : a > b ? 1 : 0));
}
