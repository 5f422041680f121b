import fc from 'fast-check';
import type { Edges, Network, NetworkNode } from '../../../../src/analysis/network/network';
import { readNetworkSettings } from '../../../../src/analysis/network/reading';
import type { Given } from '../../../../src/analysis/settings';

/** Edges of [from, to, weight]. */
export function edges(...all: readonly (readonly [from: number, to: number, weight: number])[]): Edges {
  return {
    from: Uint32Array.from(all, ([from]) => from),
    to: Uint32Array.from(all, ([, to]) => to),
    weight: Float64Array.from(all, ([, , weight]) => weight),
  };
}

export function nodes(labels: readonly string[]): readonly NetworkNode[] {
  return labels.map((label, n) => ({ id: `["${n}","${label}"]`, label, statements: n + 1 }));
}

const leftOut = {
  ...{ irrelevant: 0, superseded: 0, excluded: 0, imputed: 0, undated: 0, outside: 0, filtered: 0 },
  ...{ 'no-row': 0, 'no-column': 0, 'no-qualifier': 0, duplicate: 0 },
};

/** A network as nobody computed it. */
export function network(
  rows: readonly string[],
  columns: readonly string[] | undefined,
  own: Edges,
  given: Given = {},
): Network {
  const settings = readNetworkSettings({ mode: columns ? 'two-mode' : 'one-mode', ...given });
  const ofRows = nodes(rows);
  return {
    settings,
    rows: ofRows,
    columns: columns ? nodes(columns) : ofRows,
    edges: own,
    counts: { claims: 9, used: 7, leftOut: { ...leftOut, imputed: 2 } },
  };
}

/** Weights of any kind that a network may have. */
export const weights = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((weight) => weight !== 0),
  fc.constantFrom(1 / 3, 0.1 + 0.2, 1e-7, -2, 1e21),
);

/** Edges of a one-mode network of so many nodes. */
export function anyEdges(count: number, weight: fc.Arbitrary<number> = weights): fc.Arbitrary<Edges> {
  const pairs = Array.from({ length: count }, (_, to) => Array.from({ length: to }, (_, from) => [from, to] as const));
  return fc
    .tuple(fc.subarray(pairs.flat()), fc.infiniteStream(weight))
    .map(([chosen, stream]) => edges(...chosen.map(([from, to]) => [from, to, stream.next().value ?? 1] as const)));
}
