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
  /** How much of the text some have units in and others gaps, and how much is gaps. */
  readonly #relevanceApart: number;
  readonly #units: number;
  /** Of intersections of units alone: how much there is, how much of it is with another value, squared lengths of units; in all and by value. */
  readonly #met: Met;
  readonly #metOf: Readonly<Record<keyof Met, NamedSlots>>;

  /** @param all the slot with the length of all continua together, each as many times as it has coders */
  constructor(
    private readonly statistics: Statistics,
    private readonly all: number,
  ) {
    this.values = new NominalTally(statistics, all);
    [this.#excess, this.#relevanceApart, this.#units] = [statistics.slot(), statistics.slot(), statistics.slot()];
    this.#met = { length: statistics.slot(), apart: statistics.slot(), squares: statistics.slot() };
    const named = (): NamedSlots => new NamedSlots(statistics);
    this.#metOf = { length: named(), apart: named(), squares: named() };
  }

  /**
   * A continuum, but for its gaps that all have in common.
   * @param segments of `coders`' pieces
   * @param blockAt the block that an offset is in; a unit is in that of its start
   */
  add(coders: readonly (readonly Piece[])[], segments: readonly Segment[], blockAt: (offset: number) => number): void {
    const met = coders.map((pieces) => new Float64Array(pieces.length));
    const others = coders.length - 1;
    for (const { start, end, at } of segments) {
      const block = blockAt(start);
      const length = end - start;
      const values = at.map((piece, coder) => coders[coder]?.[piece]?.value ?? NONE);
      this.values.add(block, length, values);
      let there = 0;
      for (const piece of at) if (piece >= 0) there += 1;
      this.statistics.add(block, this.#units, length * there);
      this.statistics.add(block, this.#relevanceApart, (2 * length * there * (at.length - there)) / others);
      if (there < 2) continue;
      const shared = (length * (there - 1)) / others;
      for (let coder = 0; coder < at.length; coder += 1) {
        const [piece = -1, value = NONE, lengths] = [at[coder], values[coder], met[coder]];
        if (piece < 0 || !lengths) continue;
        lengths[piece] = (lengths[piece] ?? 0) + shared;
        this.#addMet(block, 'length', value, shared);
        let different = 0;
        for (const other of values) if (other !== NONE && other !== value) different += 1;
        this.#addMet(block, 'apart', value, (length * different) / others);
      }
    }
    for (let coder = 0; coder < coders.length; coder += 1) {
      for (const [index, { start, end, value }] of (coders[coder] ?? []).entries()) {
        const block = blockAt(start);
        this.statistics.add(block, this.#excess, (end - start) ** 2 - (end - start));
        this.#addMet(block, 'squares', value, (met[coder]?.[index] ?? 0) ** 2);
      }
    }
  }

  /** uα: where units are, and what they are. */
  alpha(totals: Totals): Figure {
    return this.values.chanceCorrected(totals, this.#scale(totals));
  }

  /** |uα: whether there is a unit, of whatever value. */
  binary(totals: Totals): Figure {
    const all = totals[this.all] ?? 0;
    const units = totals[this.#units] ?? 0;
    if (all === 0) return 'nothing';
    const expected = 2 * units * (all - units);
    return expected <= 1e-9 * all ** 2
      ? 'alike'
      : 1 - (this.#scale(totals)(all) * (totals[this.#relevanceApart] ?? 0)) / expected;
  }

  /** cuα: the values of what two coders have both marked. A unit's length is here how much of it others have marked, the mean over them,
   * which gives the number of the book's example. */
  coding(totals: Totals): Figure {
    const all = totals[this.#met.length] ?? 0;
    if (all === 0) return 'nothing';
    let expected = all ** 2;
    for (const slot of this.#metOf.length.slots()) expected -= (totals[slot] ?? 0) ** 2;
    const scale = all - (totals[this.#met.squares] ?? 0) / all;
    return expected <= 1e-9 * all ** 2 ? 'alike' : 1 - (scale * (totals[this.#met.apart] ?? 0)) / expected;
  }

  /** (k)uα: one value, of what two coders have both marked. */
  value(totals: Totals, value: string): Figure {
    const all = totals[this.#met.length] ?? 0;
    const own = this.#metOf.length.total(totals, value);
    if (own === 0) return 'nothing';
    if (all - own <= 1e-9 * all) return 'alike';
    const chance = own * all - this.#metOf.squares.total(totals, value);
    return 1 - (chance * this.#metOf.apart.total(totals, value)) / (own ** 2 * (all - own));
  }

  #addMet(block: number, what: keyof Met, value: string, amount: number): void {
    if (amount === 0) return;
    this.statistics.add(block, this.#met[what], amount);
    this.statistics.add(block, this.#metOf[what].of(value), amount);
  }

  #scale(totals: Totals): (all: number) => number {
    return (all) => all - (all + (totals[this.#excess] ?? 0)) / all;
  }
}

type Met = Readonly<Record<'length' | 'apart' | 'squares', number>>;
