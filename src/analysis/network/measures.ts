import type { Levels } from './levels';
import type { NetworkSettings } from './settings';

/**
 * How a weight between two rows is added up from what they have on the same columns. With x and x' for what both have:
 * `together`, each level meets each: the sum of x[k] x'[l] factor(k, l), divided by `divisor`.
 * `apart`, each level meets itself alone: the sum of times(x) x' + plus(x) where neither is 0, and `own` times all that both rows have.
 */
export type Measure = Together | Apart;

interface Together {
  readonly kind: 'together';
  /** Whether all levels are one. */
  readonly isLevelless: boolean;
  readonly factor: (level: number, other: number) => number;
  readonly divisor: number;
}

interface Apart {
  readonly kind: 'apart';
  readonly isLevelless: false;
  readonly times: (count: number) => number;
  readonly plus: (count: number) => number;
  readonly own: -1 | 0 | 1;
}

const ignoring: Together = { kind: 'together', isLevelless: true, factor: () => 1, divisor: 1 };

/** What only one of two rows has is all of both, without what they share: so it is found without looking at pairs that share nothing. */
const text: Readonly<Record<'congruence' | 'conflict' | 'subtract', Apart>> = {
  congruence: { kind: 'apart', isLevelless: false, times: (count) => count, plus: () => 0, own: 0 },
  conflict: { kind: 'apart', isLevelless: false, times: () => -1, plus: (count) => -count, own: 1 },
  subtract: { kind: 'apart', isLevelless: false, times: (count) => count + 1, plus: (count) => count, own: -1 },
};

/** What Jaccard's index divides by: what only one of both has, and the products of what both have. */
export const jaccard: Apart = {
  ...{ kind: 'apart', isLevelless: false, own: 1 },
  times: (count) => count - 1,
  plus: (count) => -count,
};

/** The measure of an aggregation of a one-mode network. */
export function measureOf({ aggregation }: Pick<NetworkSettings, 'aggregation'>, levels: Levels): Measure {
  if (aggregation === 'ignore') return ignoring;
  if (aggregation === 'combine') throw new RangeError('combine is for two-mode networks.');
  if (levels.kind === 'text') return text[aggregation];
  const values = asWhole(levels.values);
  const divisor = (values.at(-1) ?? 0) - (values[0] ?? 0) || 1;
  const apart = (level: number, other: number): number => Math.abs((values[level] ?? 0) - (values[other] ?? 0));
  const factor = {
    congruence: (level: number, other: number) => divisor - apart(level, other),
    conflict: apart,
    subtract: (level: number, other: number) => divisor - 2 * apart(level, other),
  }[aggregation];
  return { kind: 'together', isLevelless: false, factor, divisor };
}

/**
 * Whether what one of two rows has at a level of a column adds to the weight between them, or takes from it.
 * @param levels from `begin` to before `end`: those at which the other row has something on that column
 */
export function isInWeight(
  measure: Measure,
  level: number,
  levels: Uint32Array | readonly number[],
  begin: number,
  end: number,
): boolean {
  if (measure.kind === 'apart' && measure.own < 0) return true;
  const isMet = (other: number): boolean =>
    measure.kind === 'together' ? measure.factor(level, other) !== 0 : other === level;
  let met = false;
  for (let at = begin; at < end && !met; at++) met = isMet(levels[at] ?? 0);
  return measure.kind === 'apart' && measure.own > 0 ? !met : met;
}

const MOST_DIGITS = 6;

/** The same values on a scale of whole numbers, where there is one: sums of these are exact, so that what cancels out is 0. */
function asWhole(values: readonly number[]): readonly number[] {
  for (let scale = 1; scale <= 10 ** MOST_DIGITS; scale *= 10) {
    const scaled = values.map((value) => Math.round(value * scale));
    const isSame = scaled.every((value, at) => Number.isSafeInteger(value) && value / scale === values[at]);
    if (isSame) return scaled;
  }
  return values;
}
