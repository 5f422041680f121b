import type { Figure, Statistics, Totals } from './statistics';

/** How much of what either coder has the other has as well, one to one. */
export class MatchTally {
  readonly #both: number;
  readonly #first: number;
  readonly #second: number;

  constructor(private readonly statistics: Statistics) {
    [this.#both, this.#first, this.#second] = [statistics.slot(), statistics.slot(), statistics.slot()];
  }

  addBoth(block: number, count = 1): void {
    this.statistics.add(block, this.#both, count);
  }

  addFirst(block: number, count = 1): void {
    this.statistics.add(block, this.#first, count);
  }

  addSecond(block: number, count = 1): void {
    this.statistics.add(block, this.#second, count);
  }

  /** The share of the second coder's that the first has too. */
  precision(totals: Totals): Figure {
    return share(totals[this.#both], totals[this.#second]);
  }

  /** The share of the first coder's that the second has too. */
  recall(totals: Totals): Figure {
    return share(totals[this.#both], totals[this.#first]);
  }

  /** The harmonic mean of the two, which is the same for either order; of several pairs of coders, of their sums. */
  f1(totals: Totals): Figure {
    return share(2 * (totals[this.#both] ?? 0), this.count(totals));
  }

  /** How many there are, both coders' together. */
  count(totals: Totals): number {
    return (totals[this.#first] ?? 0) + (totals[this.#second] ?? 0);
  }
}

function share(part = 0, whole = 0): Figure {
  return whole === 0 ? 'nothing' : part / whole;
}
