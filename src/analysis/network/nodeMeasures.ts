import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness';
import type { Edges, Network } from './network';
import { seeded } from '../seeded';

/** What is measured of a node. */
export interface NodeMeasures {
  /** How many edges it has. */
  readonly degree: number;
  /** The sum of their weights, negative ones too. */
  readonly weightedDegree: number;
  /** The share of the shortest paths between two others that lead through it, 0 to 1, each edge one step (Freeman 1977, by Brandes'
   * algorithm). Edges with a negative weight, which part, are no way. */
  readonly betweenness: number;
  /** From 1, the largest first; of alike ones the one with the first node. Louvain's method (Blondel et al. 2008) by the weights, without the
   * negative ones; the same each time. */
  readonly community: number;
}

const SEED = 1;

/** The measures of a network's nodes: its rows, and then the columns of a two-mode network. */
export function measuresOf(network: Network): readonly NodeMeasures[] {
  return measured(...partsOf(network));
}

/** The communities of the nodes alone, as {@link NodeMeasures} has them: that takes less time. */
export function communitiesIn(network: Network): readonly number[] {
  const [count, edges, before] = partsOf(network);
  return communitiesOf(tiesOf(count, edges, before), count);
}

function partsOf({ settings, rows, columns, edges }: Network): readonly [number, Edges, number] {
  const isOfTwo = settings.mode === 'two-mode';
  return [isOfTwo ? rows.length + columns.length : rows.length, edges, isOfTwo ? rows.length : 0];
}

/** @param before what to add to the places of the edges' second ends */
function measured(count: number, { from, to, weight }: Edges, before: number): readonly NodeMeasures[] {
  const degrees = new Uint32Array(count);
  const weighted = new Float64Array(count);
  const ties = tiesOf(count, { from, to, weight }, before);
  for (let n = 0; n < weight.length; n++) {
    for (const end of [from[n] ?? 0, (to[n] ?? 0) + before]) {
      degrees[end] = (degrees[end] ?? 0) + 1;
      weighted[end] = (weighted[end] ?? 0) + (weight[n] ?? 0);
    }
  }
  // With fewer than three nodes nothing is between two others, and the share would be of none.
  const betweenness: Readonly<Record<string, number>> =
    count < 3 ? {} : betweennessCentrality(ties, { getEdgeWeight: null });
  const communities = communitiesOf(ties, count);
  return Array.from({ length: count }, (_, n) => ({
    degree: degrees[n] ?? 0,
    weightedDegree: weighted[n] ?? 0,
    betweenness: betweenness[n] ?? 0,
    community: communities[n] ?? 0,
  }));
}

/** A graph of what ties, without what parts. */
function tiesOf(count: number, { from, to, weight }: Edges, before: number): UndirectedGraph {
  const ties = new UndirectedGraph();
  for (let n = 0; n < count; n++) ties.addNode(n);
  for (let n = 0; n < weight.length; n++) {
    const own = weight[n] ?? 0;
    if (own > 0) ties.addEdge(from[n] ?? 0, (to[n] ?? 0) + before, { weight: own });
  }
  return ties;
}

function communitiesOf(ties: UndirectedGraph, count: number): readonly number[] {
  // Of a graph without edges it has no modularity to improve: each node is alone.
  const found: Readonly<Record<string, number>> = ties.size === 0 ? {} : louvain(ties, { rng: seeded(SEED) });
  const members = new Map<number | string, number[]>();
  for (let n = 0; n < count; n++) {
    const key = found[n] ?? `alone ${n}`;
    const same = members.get(key);
    if (same) same.push(n);
    else members.set(key, [n]);
  }
  const numbers = new Array<number>(count).fill(0);
  // Sorting keeps the order of their first nodes.
  for (const [n, nodes] of [...members.values()].sort((a, b) => b.length - a.length).entries()) {
    for (const node of nodes) numbers[node] = n + 1;
  }
  return numbers;
}
