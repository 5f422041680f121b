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
  readonly #blocks: Map<number, number>[] = [];

  /** A new sum; its number is less than the length of what `totals` gives. */
  slot(): number {
    return this.#slots++;
  }

  /** Begins blocks, and gives the number of the first. */
  begin(count: number): number {
    const first = this.#blocks.length;
    for (let made = 0; made < count; made += 1) this.#blocks.push(new Map());
    return first;
  }

  get blocks(): number {
    return this.#blocks.length;
  }

  add(block: number, slot: number, amount: number): void {
    const sums = this.#blocks[block];
    if (!sums) throw new RangeError(`There is no block ${block}.`);
    sums.set(slot, (sums.get(slot) ?? 0) + amount);
  }

  /** All sums, of each block once, or as many times as it was drawn: made for many calls. */
  summing(): (times?: ArrayLike<number>) => Float64Array {
    const totals = new Float64Array(this.#slots);
    const blocks = this.#blocks.map((sums) => ({
      slots: Int32Array.from(sums.keys()),
      amounts: Float64Array.from(sums.values()),
    }));
    return (times) => {
      totals.fill(0);
      for (const [block, { slots, amounts }] of blocks.entries()) {
        const factor = times ? (times[block] ?? 0) : 1;
        if (factor === 0) continue;
        for (let at = 0; at < slots.length; at += 1) {
          const slot = slots[at] ?? 0;
          totals[slot] = (totals[slot] ?? 0) + factor * (amounts[at] ?? 0);
        }
      }
      return totals;
    };
  }
}

/** The sums of {@link Statistics}, by slot. */
export type Totals = Readonly<Float64Array>;

/** Slots that are made when they are first asked for, by name. */
export class NamedSlots {
  readonly #slots = new Map<string, number>();

  constructor(private readonly statistics: Statistics) {}

  of(name: string): number {
    const found = this.#slots.get(name) ?? this.statistics.slot();
    this.#slots.set(name, found);
    return found;
  }

  /** A sum; 0 where nothing was ever added. */
  total(totals: Totals, name: string): number {
    const slot = this.#slots.get(name);
    return slot === undefined ? 0 : (totals[slot] ?? 0);
  }

  names(): Iterable<string> {
    return this.#slots.keys();
  }
}
