import type { Target } from '../../model/annotation';
import type { Range } from '../../model/range';
import { folding, type Folded } from '../aligning/folding';
import type { Fragments } from './fragments';
import { lastFrom } from '../lastFrom';
import type { Work } from '../slices';
import { foldedRange, unfolded } from './surviving';
import { hole } from '../aligning/words';

/** Folded units of context on each side that are looked for together with a quotation. */
const contextUnits = 40;
/** Units that are looked at between two pauses. */
const share = 1 << 17;

/** A quotation among the pieces of an old text, in folded units. */
export interface Quotation {
  readonly target: Target;
  readonly exact: Range;
  /** With as much of its context as is looked for. */
  readonly all: Range;
}

/** The pieces of an old text that are known, folded, and what each unit of them is linked to in the new text. */
export class Pieces {
  /** For each unit the nearest linked one before it, and behind it; -1 where none is. */
  readonly #before: Int32Array;
  readonly #behind: Int32Array;
  /** How many holes there are up to each unit. */
  readonly #holes: Int32Array;

  constructor(
    readonly old: Folded,
    readonly now: Folded,
    /** By unit of the pieces the new text's, or -1. What is found later is entered. */
    readonly map: Int32Array,
    private readonly fragments: Pick<Fragments, 'starts' | 'shifts'>,
  ) {
    this.#before = new Int32Array(map.length);
    this.#behind = new Int32Array(map.length);
    this.#holes = new Int32Array(map.length);
  }

  /** Takes stock of the links; yields the share that is done. */
  *survey(): Work<void> {
    const { length } = this.map;
    for (let from = 0, last = -1, holes = 0; from < length; from += share) {
      yield (0.5 * from) / length;
      for (let unit = from; unit < Math.min(length, from + share); unit += 1) {
        this.#before[unit] = last;
        if ((this.map[unit] ?? -1) >= 0) last = unit;
        if (this.old.units[unit] === hole) holes += 1;
        this.#holes[unit] = holes;
      }
    }
    for (let to = length, next = -1; to > 0; to -= share) {
      yield 1 - (0.5 * to) / length;
      for (let unit = to - 1; unit >= Math.max(0, to - share); unit -= 1) {
        this.#behind[unit] = next;
        if ((this.map[unit] ?? -1) >= 0) next = unit;
      }
    }
  }

  /** @param place where the target's prefix begins in the text of the pieces */
  quotation(target: Target, place: number): Quotation {
    const start = place + target.prefix.length;
    const end = start + target.exact.length;
    const exact = foldedRange(this.old, { start, end });
    const all = foldedRange(this.old, { start: place, end: end + target.suffix.length });
    return {
      target,
      exact,
      all: { start: Math.max(all.start, exact.start - contextUnits), end: Math.min(all.end, exact.end + contextUnits) },
    };
  }

  /** The nearest linked units before and behind a range, as the links were surveyed; -1 where none is. */
  linkedAround({ start, end }: Range): { readonly before: number; readonly behind: number } {
    return { before: this.#before[start] ?? -1, behind: this.#behind[Math.max(start, end - 1)] ?? -1 };
  }

  /** Whether all of the old text between what is linked before and behind a range is known, and stays together. */
  isKnown(range: Range): boolean {
    const { before, behind } = this.linkedAround(range);
    if (before < 0 || behind < 0 || this.#holes[before] !== this.#holes[behind]) return false;
    const distance = (this.map[behind] ?? 0) - (this.map[before] ?? 0);
    return distance > 0 && distance < 200 + 3 * (behind - before);
  }

  /** The offset of a unit in the whole old text; NaN where that isn't known. */
  offset(unit: number): number {
    const at = this.old.starts[unit] ?? 0;
    const { starts, shifts } = this.fragments;
    return at + (shifts[lastFrom(starts, at, (start) => start)] ?? Number.NaN);
  }

  /** Where in the new text a quotation would be: behind what was before it, or else where it was. */
  expectedAt({ exact, target }: Quotation): number {
    const before = this.map[this.linkedAround(exact).before];
    return before === undefined ? target.start : unfolded(this.now, { start: before, end: before + 1 }).end;
  }
}

/** The folded pieces with their links. */
export function* surveyed(fragments: Fragments, now: Folded, align: (old: Folded) => Work<Int32Array>): Work<Pieces> {
  const old = yield* folding(fragments.text);
  const pieces = new Pieces(old, now, yield* align(old), fragments);
  yield* pieces.survey();
  return pieces;
}
