import type { NetworkSettings } from './settings';

export type Kernel = Exclude<NetworkSettings['kernel'], 'no'>;

const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

/** Of u, the distance from the middle in halves of the window; u² <= 1 inside of it. */
const densities: Readonly<Record<Kernel, (u: number) => number>> = {
  uniform: () => 0.5,
  epanechnikov: (u) => 0.75 * (1 - u * u),
  triangular: (u) => 1 - Math.abs(u),
  gaussian: (u) => Math.exp((-u * u) / 2) / ROOT_OF_TWO_PI,
};

/**
 * How much a claim counts in a window of time: z = K(u), u = 2 (its day - the middle) / w. Two claims count together by the root of the
 * product of theirs, see {@link pairShare}. The middle is that of the window's days, w is their number, so |u| < 1 (Leifeld's
 * Discourse Network Analyzer; its triangular kernel is |1 - u|, which is no kernel).
 * @param day since 1970-01-01, inside the window
 * @param window both its first and its last day are in it
 */
export function kernelWeight(
  kernel: Kernel,
  day: number,
  window: { readonly first: number; readonly last: number },
): number {
  const middle = (window.first + window.last) / 2;
  return densities[kernel]((2 * (day - middle)) / (window.last - window.first + 1));
}

/** What a claim brings to each pair: the root of its weight, so that the products of two are the roots of the products of theirs. */
export function pairShare(weight: number): number {
  return Math.sqrt(weight);
}
