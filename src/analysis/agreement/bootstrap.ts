import type { Work } from '../../anchoring/slices';
import { seeded } from '../seeded';
import type { Figure, Statistics, Totals } from './statistics';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const LOW = 0.025;
/** Of fewer draws that have a value, an interval would say little. */
const ENOUGH = 0.5;

/**
 * 95 % percentile intervals of figures by a bootstrap: as many blocks as there are, drawn with replacement. Undefined where there are fewer
 * than two blocks, or fewer than half of the draws have a value. The same for the same seed.
 * Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap, chapter 13.
 */
export function* intervals(
  statistics: Statistics,
  figures: readonly ((totals: Totals) => Figure)[],
  { samples, seed }: { readonly samples: number; readonly seed: number },
): Work<readonly (Interval | undefined)[]> {
  const { blocks } = statistics;
  if (blocks < 2 || samples === 0) return figures.map(() => undefined);
  const summed = statistics.summing();
  const random = seeded(seed);
  const drawn = figures.map(() => new Float64Array(samples));
  const counts = new Uint32Array(figures.length);
  const times = new Uint32Array(blocks);
  for (let sample = 0; sample < samples; sample += 1) {
    times.fill(0);
    for (let draw = 0; draw < blocks; draw += 1) {
      const block = Math.floor(random() * blocks);
      times[block] = (times[block] ?? 0) + 1;
    }
    const totals = summed(times);
    for (const [index, figure] of figures.entries()) {
      const value = figure(totals);
      const values = drawn[index];
      if (typeof value !== 'number' || !values) continue;
      const count = counts[index] ?? 0;
      values[count] = value;
      counts[index] = count + 1;
    }
    yield sample / samples;
  }
  return drawn.map((values, index) => {
    const found = values.subarray(0, counts[index]).sort();
    if (found.length < ENOUGH * samples) return undefined;
    return { low: quantile(found, LOW), high: quantile(found, 1 - LOW) };
  });
}

/** By linear interpolation between the two nearest (Hyndman and Fan's definition 7).
 * @param sorted at least one */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const [a, b] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0];
  return a + (b - a) * (at - below);
}
