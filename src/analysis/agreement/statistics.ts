/** Why a measure has no value: there is nothing to compare, or everything is alike, so that chance alone explains all agreement. */
export const reasons = { nothing: 'nothing to compare', alike: 'all values are alike' } as const;
export type Reason = keyof typeof reasons;
export type Figure = number | Reason;

/**
 * Sums from which measures are computed, kept apart for each block of the text (an article, or a sentence), so that a bootstrap may draw
 * blocks without counting anew: all measures here depend on sums over blocks alone.
 */
export class Statistics {
  #slots = 0;
  readonly #blocks: Sums[] = [];
  /** The sums of one block while it is added to, and which of them there are. */
  #scratch = new Float64Array(64);
  #touched: number[] = [];
  #current = -1;

  /** A new sum; its number is less than the length of what `totals` gives. */
  slot(): number {
    if (this.#slots === this.#scratch.length) {
      const larger = new Float64Array(2 * this.#slots);
      larger.set(this.#scratch);
      this.#scratch = larger;
    }
    return this.#slots++;
  }

  /** Begins blocks, and gives the number of the first. */
  begin(count: number): number {
    const first = this.#blocks.length;
    for (let made = 0; made < count; made += 1) this.#blocks.push({ slots: [], amounts: [] });
    return first;
  }

  get blocks(): number {
    return this.#blocks.length;
  }

  add(block: number, slot: number, amount: number): void {
    if (amount === 0) return;
    if (block !== this.#current) this.#turnTo(block);
    const before = this.#scratch[slot] ?? 0;
    if (before === 0) this.#touched.push(slot);
    this.#scratch[slot] = before + amount;
  }

  /** All sums, of each block once, or as many times as it was drawn: made for many calls, each of which overwrites what the last one gave. */
  summing(): (times?: ArrayLike<number>) => Float64Array {
    this.#turnTo(-1);
    const totals = new Float64Array(this.#slots);
    const blocks = this.#blocks.map(({ slots, amounts }) => ({
      slots: Int32Array.from(slots),
      amounts: Float64Array.from(amounts),
    }));
    return (times) => {
      totals.fill(0);
      for (let block = 0; block < blocks.length; block += 1) {
        const factor = times ? (times[block] ?? 0) : 1;
        const sums = blocks[block];
        if (factor === 0 || !sums) continue;
        const { slots, amounts } = sums;
        for (let at = 0; at < slots.length; at += 1) {
          const slot = slots[at] ?? 0;
          totals[slot] = (totals[slot] ?? 0) + factor * (amounts[at] ?? 0);
        }
      }
      return totals;
    };
  }

  /** Puts away what was added to a block. A block that is turned to again has some sums in several parts. */
  #turnTo(block: number): void {
    const sums = this.#blocks[this.#current];
    for (const slot of this.#touched) {
      sums?.slots.push(slot);
      sums?.amounts.push(this.#scratch[slot] ?? 0);
      this.#scratch[slot] = 0;
    }
    this.#touched = [];
    if (block >= this.#blocks.length) throw new RangeError(`There is no block ${block}.`);
    this.#current = block;
  }
}

interface Sums {
  readonly slots: number[];
  readonly amounts: number[];
}

/** The sums of {@link Statistics}, by slot. */
export type Totals = Readonly<Float64Array>;

/** Slots that are made when they are first asked for, by name. */
export class NamedSlots {
  readonly #slots = new Map<string, number>();

  constructor(private readonly statistics: Statistics) {}

  of(name: string): number {
    const found = this.#slots.get(name);
    if (found !== undefined) return found;
    const made = this.statistics.slot();
    this.#slots.set(name, made);
    return made;
  }

  /** A sum; 0 where nothing was ever added. */
  total(totals: Totals, name: string): number {
    const slot = this.#slots.get(name);
    return slot === undefined ? 0 : (totals[slot] ?? 0);
  }

  entries(): Iterable<readonly [name: string, slot: number]> {
    return this.#slots;
  }

  slots(): Iterable<number> {
    return this.#slots.values();
  }
}
