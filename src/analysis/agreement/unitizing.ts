import { NONE, NominalTally } from './nominal';
import type { Piece, Segment } from './pieces';
import { NamedSlots, type Figure, type Statistics, type Totals } from './statistics';

/**
 * Alpha for unitizing: Krippendorff, K., Mathet, Y., Bouvry, S. & Widlöcher, A. (2016). On the reliability of unitizing textual continua:
 * Further developments. Quality & Quantity 50; and Krippendorff, K. (2019). Content Analysis, 4th ed., section 12.6. Several continua
 * (articles) count as one behind the other, where each has the coders that coded it.
 */
export class UnitTally {
  /** What is in each unit of the text, without regard to units: for alpha by characters or words. */
  readonly values: NominalTally;
  /** What squared lengths of units are more than their lengths: gaps count by their length alone. */
  readonly #excess: number;
  /** Whether there is a unit or a gap. */
  readonly #relevance: NominalTally;
  /** Of intersections of units alone, by value: how much there is, how much of it is with another value, squared lengths of units. */
  readonly #met: NamedSlots;
  readonly #metApart: NamedSlots;
  readonly #metSquares: NamedSlots;

  /** @param all the slot with the length of all continua together, each as many times as it has coders */
  constructor(
    private readonly statistics: Statistics,
    all: number,
  ) {
    this.values = new NominalTally(statistics, all);
    this.#relevance = new NominalTally(statistics, all);
    this.#excess = statistics.slot();
    [this.#met, this.#metApart, this.#metSquares] = [1, 2, 3].map(() => new NamedSlots(statistics)) as [
      NamedSlots,
      NamedSlots,
      NamedSlots,
    ];
  }

  /**
   * A continuum, but for its gaps that all have in common.
   * @param segments of `coders`' pieces
   * @param blockAt the block that an offset is in; a unit is in that of its start
   */
  add(coders: readonly (readonly Piece[])[], segments: readonly Segment[], blockAt: (offset: number) => number): void {
    const met = coders.map((pieces) => new Float64Array(pieces.length));
    for (const { start, end, at } of segments) {
      const block = blockAt(start);
      const values = at.map((piece, coder) => coders[coder]?.[piece]?.value ?? NONE);
      this.values.add(block, end - start, values);
      this.#relevance.add(
        block,
        end - start,
        values.map((value) => (value === NONE ? NONE : 'unit')),
      );
      const there = values.filter((value) => value !== NONE);
      if (there.length < 2) continue;
      const weight = (end - start) / (coders.length - 1);
      for (const [coder, piece] of at.entries()) {
        const lengths = met[coder];
        if (piece >= 0 && lengths) lengths[piece] = (lengths[piece] ?? 0) + weight * (there.length - 1);
      }
      for (const value of new Set(there)) {
        const count = there.filter((one) => one === value).length;
        this.statistics.add(block, this.#met.of(value), weight * count * (there.length - 1));
        this.statistics.add(block, this.#metApart.of(value), weight * count * (there.length - count));
      }
    }
    for (const [coder, pieces] of coders.entries()) {
      for (const [index, { start, end, value }] of pieces.entries()) {
        const block = blockAt(start);
        this.statistics.add(block, this.#excess, (end - start) ** 2 - (end - start));
        const length = met[coder]?.[index] ?? 0;
        if (length > 0) this.statistics.add(block, this.#metSquares.of(value), length ** 2);
      }
    }
  }

  /** uα: where units are, and what they are. */
  alpha(totals: Totals): Figure {
    return this.values.chanceCorrected(totals, this.#scale(totals));
  }

  /** |uα: whether there is a unit, of whatever value. */
  binary(totals: Totals): Figure {
    return this.#relevance.chanceCorrected(totals, this.#scale(totals));
  }

  /** cuα: the values of what two coders have both marked. A unit's length is here how much of it others have marked, the mean over them,
   * which gives the number of the book's example. */
  coding(totals: Totals): Figure {
    const { all, apart, squares, valueSquares } = this.#intersections(totals);
    if (all === 0) return 'nothing';
    const expected = all ** 2 - valueSquares;
    return expected <= 1e-9 * all ** 2 ? 'alike' : 1 - (apart * (all - squares / all)) / expected;
  }

  /** (k)uα: one value, of what two coders have both marked. */
  value(totals: Totals, value: string): Figure {
    const { all } = this.#intersections(totals);
    const own = this.#met.total(totals, value);
    if (own === 0) return 'nothing';
    if (all - own <= 1e-9 * all) return 'alike';
    const chance = own * all - this.#metSquares.total(totals, value);
    return 1 - (chance * this.#metApart.total(totals, value)) / (own ** 2 * (all - own));
  }

  #scale(totals: Totals): (all: number) => number {
    return (all) => all - (all + (totals[this.#excess] ?? 0)) / all;
  }

  #intersections(totals: Totals): Readonly<Record<'all' | 'apart' | 'squares' | 'valueSquares', number>> {
    let [all, apart, squares, valueSquares] = [0, 0, 0, 0];
    for (const value of this.#met.names()) {
      const own = this.#met.total(totals, value);
      all += own;
      valueSquares += own ** 2;
      apart += this.#metApart.total(totals, value);
      squares += this.#metSquares.total(totals, value);
    }
    return { all, apart, squares, valueSquares };
  }
}
