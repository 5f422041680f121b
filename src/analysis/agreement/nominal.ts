import { NamedSlots, type Figure, type Statistics, type Totals } from './statistics';

/** The value of whoever coded a unit and put nothing there. It is a value like others; its sum is what others leave of all. */
export const NONE = '';

/**
 * Counts values of units that several coders coded, for measures that correct for chance by how often each value is given in all.
 * Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. Nominal data, any number of coders a unit, units that fewer than two
 * coded left out. Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76.
 */
export class NominalTally {
  readonly #values: NamedSlots;
  readonly #apart: number;

  /** @param all the slot that holds the number of all values: what is added here need not hold units where nobody has a value */
  constructor(
    private readonly statistics: Statistics,
    readonly all: number,
  ) {
    this.#values = new NamedSlots(statistics);
    this.#apart = statistics.slot();
  }

  /** @param values of each coder of the units, at least two; `weight` units are alike */
  add(block: number, weight: number, values: readonly string[]): void {
    // Pairs of different values, each counted from either side, over the others that each value may be paired with.
    let different = 0;
    for (let one = 0; one < values.length; one += 1) {
      const value = values[one] ?? NONE;
      if (value !== NONE) this.statistics.add(block, this.#values.of(value), weight);
      for (let other = one + 1; other < values.length; other += 1) if (values[other] !== value) different += 2;
    }
    this.statistics.add(block, this.#apart, (weight * different) / (values.length - 1));
  }

  /** Krippendorff's alpha. */
  alpha(totals: Totals): Figure {
    return this.chanceCorrected(totals, (all) => all - 1);
  }

  /** Fleiss' kappa; all units must have been coded by as many. */
  fleiss(totals: Totals): Figure {
    return this.chanceCorrected(totals, (all) => all);
  }

  /** 1 - observed / expected disagreement, where the number of values divided by `scale` is what the expectation is computed with. */
  chanceCorrected(totals: Totals, scale: (all: number) => number): Figure {
    const all = totals[this.all] ?? 0;
    if (all === 0) return 'nothing';
    let [rest, squares] = [all, 0];
    for (const slot of this.#values.slots()) {
      const count = totals[slot] ?? 0;
      rest -= count;
      squares += count ** 2;
    }
    const expected = all ** 2 - squares - rest ** 2;
    // Sums of fractions may miss 0 by a rounding.
    return expected <= 1e-9 * all ** 2 ? 'alike' : 1 - (scale(all) * (totals[this.#apart] ?? 0)) / expected;
  }
}

/** Cohen's kappa of two coders. Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
 * Measurement 20. */
export class CohenTally {
  readonly #first: NamedSlots;
  readonly #second: NamedSlots;
  readonly #apart: number;

  /** @param all as for {@link NominalTally}: two values a unit */
  constructor(
    private readonly statistics: Statistics,
    private readonly all: number,
  ) {
    this.#first = new NamedSlots(statistics);
    this.#second = new NamedSlots(statistics);
    this.#apart = statistics.slot();
  }

  add(block: number, weight: number, first: string, second: string): void {
    if (first !== NONE) this.statistics.add(block, this.#first.of(first), weight);
    if (second !== NONE) this.statistics.add(block, this.#second.of(second), weight);
    if (first !== second) this.statistics.add(block, this.#apart, weight);
  }

  kappa(totals: Totals): Figure {
    const units = (totals[this.all] ?? 0) / 2;
    if (units === 0) return 'nothing';
    let [firstRest, secondRest, byChance] = [units, units, 0];
    for (const slot of this.#second.slots()) secondRest -= totals[slot] ?? 0;
    for (const [value, slot] of this.#first.entries()) {
      const count = totals[slot] ?? 0;
      firstRest -= count;
      byChance += count * this.#second.total(totals, value);
    }
    const expected = units ** 2 - byChance - firstRest * secondRest;
    return expected <= 1e-9 * units ** 2 ? 'alike' : 1 - (units * (totals[this.#apart] ?? 0)) / expected;
  }
}
