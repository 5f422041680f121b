import { compareCodeUnits } from '../../model/codeUnits';
import type { Edges } from './network';

/** Congruence and conflict between the nodes of two clusters, or within one. */
export interface ClusterTie {
  readonly clusters: readonly [one: string, other: string];
  /** How many pairs of nodes there are, tied or not. */
  readonly pairs: number;
  /** Sums of weights. */
  readonly congruence: number;
  readonly conflict: number;
}

export interface Polarization {
  readonly clusters: readonly { readonly name: string; readonly nodes: number }[];
  /** Each cluster with itself and with each other. */
  readonly ties: readonly ClusterTie[];
  /** The congruence within and the conflict between clusters, as a share of all congruence and conflict: 1 where all who agree are together
   * and all who differ apart, 0 where it is the other way round. Undefined where there is neither. */
  readonly index: number | undefined;
}

/**
 * How far clusters of actors stand against each other. Nodes without a cluster count in nothing.
 * @param congruence weights of a one-mode network; `conflict` of the same nodes
 * @param clusters by the places of nodes
 */
export function polarizationOf(
  congruence: Edges,
  conflict: Edges,
  clusters: readonly (string | undefined)[],
): Polarization {
  const sizes = new Map<string, number>();
  for (const name of clusters) if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const names = [...sizes.keys()].sort(compareCodeUnits);
  const places = new Map(names.map((name, n) => [name, n]));
  const of = clusters.map((name) => (name === undefined ? -1 : (places.get(name) ?? -1)));
  const [agreed, differed] = [sums(congruence, of, names.length), sums(conflict, of, names.length)];
  const ties = names.flatMap((one, i) =>
    names.slice(i).map((other, k): ClusterTie => {
      const [own, others] = [sizes.get(one) ?? 0, sizes.get(other) ?? 0];
      return {
        clusters: [one, other],
        pairs: k === 0 ? (own * (own - 1)) / 2 : own * others,
        congruence: agreed[i * names.length + i + k] ?? 0,
        conflict: differed[i * names.length + i + k] ?? 0,
      };
    }),
  );
  let [fitting, all] = [0, 0];
  for (const tie of ties) {
    fitting += tie.clusters[0] === tie.clusters[1] ? tie.congruence : tie.conflict;
    all += tie.congruence + tie.conflict;
  }
  return {
    clusters: names.map((name) => ({ name, nodes: sizes.get(name) ?? 0 })),
    ties,
    index: all > 0 ? fitting / all : undefined,
  };
}

/** Sums of weights by the clusters of the ends, of which the smaller is the row. */
function sums({ from, to, weight }: Edges, of: readonly number[], count: number): Float64Array {
  const found = new Float64Array(count * count);
  for (let n = 0; n < weight.length; n++) {
    const [one = -1, other = -1] = [of[from[n] ?? 0], of[to[n] ?? 0]];
    if (one < 0 || other < 0) continue;
    const at = Math.min(one, other) * count + Math.max(one, other);
    found[at] = (found[at] ?? 0) + (weight[n] ?? 0);
  }
  return found;
}
