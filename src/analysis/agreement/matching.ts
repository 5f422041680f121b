/** A pair that may be made: two indices, and an integer above 0 that says how much the two have in common. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * One-to-one pairs, sorted by their left index. `most` says what is made great first: how many `pairs` there are (then their weights'
 * sum), or the sum of the `weights` alone. The same for the same pairs in the same order.
 *
 * Each group of pairs that hang together is solved on its own, by augmenting along paths of the greatest weight (Bellman and Ford), which
 * gives the heaviest matching of each size in turn.
 */
export function matching(pairs: readonly Pair[], most: 'pairs' | 'weights'): readonly Pair[] {
  return connected(pairs)
    .flatMap((group) => (group.length === 1 ? group : best(group, most)))
    .sort((a, b) => a.left - b.left);
}

/** The pairs by the groups that hang together through common indices. */
function connected(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const byNode = new Map<number, Pair[]>();
  const nodes = ({ left, right }: Pair): readonly number[] => [2 * left, 2 * right + 1];
  for (const pair of pairs) {
    for (const node of nodes(pair)) {
      const there = byNode.get(node);
      if (there) there.push(pair);
      else byNode.set(node, [pair]);
    }
  }
  const taken = new Set<Pair>();
  const groups: Pair[][] = [];
  for (const first of pairs) {
    if (taken.has(first)) continue;
    taken.add(first);
    const group = [first];
    // The group grows while it is gone through.
    for (const pair of group) {
      for (const node of nodes(pair)) {
        for (const next of byNode.get(node) ?? []) {
          if (taken.has(next)) continue;
          taken.add(next);
          group.push(next);
        }
        byNode.delete(node);
      }
    }
    groups.push(group.sort((a, b) => a.left - b.left || a.right - b.right));
  }
  return groups;
}

function best(group: readonly Pair[], most: 'pairs' | 'weights'): readonly Pair[] {
  const ofLeft = new Map<number, Pair>();
  const ofRight = new Map<number, Pair>();
  const lefts = [...new Set(group.map(({ left }) => left))];
  for (;;) {
    const path = heaviestPath(group, lefts, ofLeft, ofRight);
    if (!path || (most === 'weights' && path.gain <= 0)) return [...ofLeft.values()];
    for (const pair of path.pairs) {
      ofLeft.set(pair.left, pair);
      ofRight.set(pair.right, pair);
    }
  }
}

/** The path from an unmatched left to an unmatched right index that gains most, as the pairs that it adds. */
function heaviestPath(
  group: readonly Pair[],
  lefts: readonly number[],
  ofLeft: ReadonlyMap<number, Pair>,
  ofRight: ReadonlyMap<number, Pair>,
): { readonly gain: number; readonly pairs: readonly Pair[] } | undefined {
  // What has been gained on the way to a left index; the pair by which a right index was reached.
  const gains = new Map(lefts.filter((left) => !ofLeft.has(left)).map((left) => [left, 0]));
  const reached = new Map<number, { readonly pair: Pair; readonly gain: number }>();
  for (let changed = true; changed;) {
    changed = false;
    for (const pair of group) {
      const before = gains.get(pair.left);
      if (before === undefined || ofLeft.get(pair.left) === pair) continue;
      const gain = before + pair.weight;
      if (gain <= (reached.get(pair.right)?.gain ?? -Infinity)) continue;
      reached.set(pair.right, { pair, gain });
      const given = ofRight.get(pair.right);
      if (given) gains.set(given.left, gain - given.weight);
      changed = true;
    }
  }
  let end: { readonly pair: Pair; readonly gain: number } | undefined;
  for (const [right, way] of reached) if (!ofRight.has(right) && way.gain > (end?.gain ?? -Infinity)) end = way;
  if (!end) return undefined;
  const pairs: Pair[] = [];
  for (let way: typeof end | undefined = end; way;) {
    pairs.push(way.pair);
    const given = ofLeft.get(way.pair.left);
    way = given && reached.get(given.right);
  }
  return { gain: end.gain, pairs };
}
