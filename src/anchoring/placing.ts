import type { Candidate, Target } from '../model/annotation';
import { splitsSurrogatePair, type Range } from '../model/range';
import { folded, type Folded } from './folding';
import { occurrences } from './occurrences';
import { contextSize, maxContextSize } from './quoting';
import type { PlacedRange } from './followed';

/** A target as a sidecar holds it. */
export interface StoredTarget {
  readonly target: readonly Target[];
  /** Of the text that the target refers to: its `text`, or else the article's. */
  readonly sha256: string;
}

/** What is to be placed, and in what. */
export interface Placing {
  readonly text: string;
  /** Of `text`. */
  readonly sha256: string;
  readonly targets: readonly StoredTarget[];
  /** Older texts that could be had, by their sha256. */
  readonly oldTexts?: ReadonlyMap<string, string>;
}

/** Where a range stands in a text, and how sure that is. */
export interface Placement extends PlacedRange {
  /** 0 to 1; 1 where the range was never in doubt. */
  readonly confidence: number;
  /** Where it is uncertain: at most five likely places, best first; else empty. */
  readonly candidates: readonly Candidate[];
}

/** Units of folded context that must agree for a quotation to count as confirmed. */
const enough = 24;
/** Units that must agree on the side of a change: a new sentence often begins with the name that the old one began with. */
const someContext = 12;
/** How many occurrences of an unconfirmed quotation are looked for, and how many next to where it should be are weighed. */
const mostOccurrences = 1000;
const mostWeighed = 100;

/**
 * Where the ranges of stored targets stand in `text`, as it is opened. A current one stands at its offsets, if the
 * quotation does. Otherwise it is `anchored` only where its exact text has the context that was stored, to the full on
 * both sides, at one place of the text alone; or to the full on one side and in part on the other, exactly where the
 * nearest such target on the full side says. All else is `uncertain`: at the occurrence that fits best, or where it was;
 * nothing is guessed silently, and nothing is `orphaned`, which only an edit that was seen can make it. Contexts are
 * compared {@link folded}. Linear in the text; of what repeats without end only so much is weighed.
 */
export function* placements({ text, sha256, targets }: Placing): Generator<number, Placement[][]> {
  yield 0;
  return placeTargets(text, sha256, targets).map((ranges) =>
    ranges.map((range) => ({ ...range, confidence: range.standing === 'anchored' ? 1 : 0, candidates: [] })),
  );
}

function placeTargets(text: string, sha256: string, targets: readonly StoredTarget[]): PlacedRange[][] {
  const placed = targets.map(({ target, sha256: seen }) =>
    target.map((item): PlacedRange | undefined =>
      seen === sha256 && item.exact !== '' && text.slice(item.start, item.end) === item.exact
        ? { start: item.start, end: item.end, standing: 'anchored' }
        : undefined,
    ),
  );
  const searched = targets.flatMap(({ target }, row) =>
    target.flatMap((item, column) => (placed[row]?.[column] ? [] : [{ item, row, column }])),
  );
  if (searched.length > 0) {
    const search = new Search(
      text,
      searched.map(({ item }) => item),
    );
    searched.forEach(({ row, column }, index) => {
      const line = placed[row];
      if (line) line[column] = search.place(index);
    });
  }
  return placed.map((line) => line.filter((range) => range !== undefined));
}

/** A quotation, folded. */
interface Quotation {
  readonly target: Target;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the stored context reached an end of its text: then it confirms only at that end. */
  readonly first: boolean;
  readonly last: boolean;
}

/** A confirmed place: how far it has moved. */
interface Pin {
  readonly start: number;
  readonly moved: number;
}

class Search {
  readonly #text: string;
  readonly #folded: Folded;
  readonly #quotations: readonly Quotation[];
  readonly #occurrences: Map<string, number[]>;
  readonly #confirmed: (Range | undefined)[];
  readonly #pins: readonly Pin[];

  constructor(text: string, targets: readonly Target[]) {
    this.#text = text;
    this.#folded = folded(text);
    this.#quotations = targets.map(quotationOf);
    const whole = occurrences(this.#folded.text, this.#quotations.map(needleOf), 2);
    this.#confirmed = this.#quotations.map((quotation) =>
      this.#confirm(quotation, whole.get(needleOf(quotation)) ?? []),
    );
    const unconfirmed = this.#quotations.filter((_, index) => !this.#confirmed[index]);
    this.#occurrences = occurrences(
      this.#folded.text,
      unconfirmed.map(({ exact }) => exact),
      mostOccurrences,
    );
    this.#pins = this.#confirmed
      .flatMap((range, index): Pin[] => {
        const start = targets[index]?.start ?? 0;
        return range ? [{ start, moved: range.start - start }] : [];
      })
      .sort((a, b) => a.start - b.start);
  }

  place(index: number): PlacedRange {
    const confirmed = this.#confirmed[index];
    if (confirmed) return { ...confirmed, standing: 'anchored' };
    const quotation = this.#quotations[index];
    if (!quotation) throw new RangeError(`There is no quotation ${index}.`);
    const [before, behind] = this.#neighbours(quotation.target.start);
    const beside =
      this.#expected(quotation, before, (at) => this.#hasPrefix(quotation, at)) ??
      this.#expected(quotation, behind, (at) => this.#hasSuffix(quotation, at));
    if (beside) return { ...beside, standing: 'anchored' };
    const hint = quotation.target.start + (before ?? behind ?? { moved: 0 }).moved;
    return { ...(this.#likeliest(quotation, hint) ?? this.#clamped(quotation.target)), standing: 'uncertain' };
  }

  /** The one place where all of the quotation stands, of those (two at most) where its needle was found. */
  #confirm(quotation: Quotation, found: readonly number[]): Range | undefined {
    const { prefix, suffix, target } = quotation;
    if (quotation.exact === '' || prefix.length + suffix.length < enough) return undefined;
    // So long a context may never have been unique.
    if (Math.max(target.prefix.length, target.suffix.length) >= maxContextSize - 1) return undefined;
    const [needle, another] = found;
    if (needle === undefined || another !== undefined) return undefined;
    const at = needle + prefix.length;
    return this.#hasPrefix(quotation, at) && this.#hasSuffix(quotation, at) ? this.#exactly(quotation, at) : undefined;
  }

  /** The place that a neighbour's move predicts, if the quotation stands there with the context on that side. */
  #expected(quotation: Quotation, pin: Pin | undefined, confirms: (at: number) => boolean): Range | undefined {
    if (!pin || quotation.exact === '') return undefined;
    const start = quotation.target.start + pin.moved;
    const { offsets, text } = this.#folded;
    const at = firstAtLeast(offsets.length, start, (index) => offsets[index] ?? 0);
    const stands = offsets[at] === start && text.startsWith(quotation.exact, at);
    if (!stands || !confirms(at)) return undefined;
    const other = Math.min(...this.#agreed(quotation, at));
    return other >= someContext ? this.#exactly(quotation, at) : undefined;
  }

  #hasPrefix({ prefix, first }: Quotation, at: number): boolean {
    const from = at - prefix.length;
    return (first ? from === 0 : prefix.length >= enough) && this.#folded.text.startsWith(prefix, from);
  }

  #hasSuffix({ exact, suffix, last }: Quotation, at: number): boolean {
    const from = at + exact.length;
    const reaches = last ? from + suffix.length === this.#folded.text.length : suffix.length >= enough;
    return reaches && this.#folded.text.startsWith(suffix, from);
  }

  /** The range in the text, if the quotation stands there to the letter. */
  #exactly(quotation: Quotation, at: number): Range | undefined {
    const range = this.#unfolded(at, quotation.exact.length);
    return this.#text.slice(range.start, range.end) === quotation.target.exact ? range : undefined;
  }

  #unfolded(at: number, length: number): Range {
    const { offsets } = this.#folded;
    return { start: offsets[at] ?? 0, end: (offsets[at + length - 1] ?? 0) + 1 };
  }

  /** The occurrence with the most of its context, or else nearest to where it should be. */
  #likeliest(quotation: Quotation, hint: number): Range | undefined {
    let best: { at: number; agreed: number; away: number } | undefined;
    const all = this.#occurrences.get(quotation.exact) ?? [];
    const { offsets } = this.#folded;
    const nearest = firstAtLeast(all.length, hint, (index) => offsets[all[index] ?? 0] ?? 0);
    const from = Math.max(0, Math.min(nearest - mostWeighed / 2, all.length - mostWeighed));
    for (const at of all.slice(from, from + mostWeighed)) {
      const [before, after] = this.#agreed(quotation, at);
      const agreed = before + after;
      const away = Math.abs((offsets[at] ?? 0) - hint);
      if (!best || agreed > best.agreed || (agreed === best.agreed && away < best.away)) best = { at, agreed, away };
    }
    return best && this.#unfolded(best.at, quotation.exact.length);
  }

  /** How many units of the context agree next to the quotation: before it, behind it. */
  #agreed({ exact, prefix, suffix }: Quotation, at: number): [number, number] {
    const { text } = this.#folded;
    let before = 0;
    while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
    let after = 0;
    while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after += 1;
    return [before, after];
  }

  /** The nearest pins at or before an offset of the old text, and at or behind it. */
  #neighbours(start: number): [Pin | undefined, Pin | undefined] {
    const next = firstAtLeast(this.#pins.length, start, (index) => this.#pins[index]?.start ?? 0);
    return [this.#pins[next - 1], this.#pins[next]];
  }

  /** The stored offsets, brought into the text. */
  #clamped(target: Target): Range {
    const inside = (offset: number): number => {
      const whole = Number.isFinite(offset) ? Math.trunc(Math.min(Math.max(0, offset), this.#text.length)) : 0;
      return splitsSurrogatePair(this.#text, whole) ? whole - 1 : whole;
    };
    const start = inside(target.start);
    return { start, end: Math.max(start, inside(target.end)) };
  }
}

function quotationOf(target: Target): Quotation {
  const exact = folded(target.exact).text;
  const prefix = folded(target.prefix).text;
  const suffix = folded(target.suffix).text;
  return {
    target,
    exact,
    prefix: exact.startsWith(' ') && prefix.endsWith(' ') ? prefix.slice(0, -1) : prefix,
    suffix: exact.endsWith(' ') && suffix.startsWith(' ') ? suffix.slice(1) : suffix,
    first: target.prefix.length < contextSize - 1,
    last: target.suffix.length < contextSize - 1,
  };
}

function needleOf({ prefix, exact, suffix }: Quotation): string {
  return prefix + exact + suffix;
}

/** The first of `count` indices whose ascending value is at least `value`; `count` where none is. */
function firstAtLeast(count: number, value: number, valueAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
