import type { Candidate } from '../../model/annotation';
import type { Range } from '../../model/range';
import { Matcher, traced, type Approximate } from './approximate';
import { judged, missing } from './evidence';
import type { Pieces, Quotation } from './pieces';
import type { Placement } from './placement';

/** The longest quotation that is looked for by approximate matching, and the largest window, in folded units. */
const mostApproximate = 400;
const mostWindow = 20_000;
/** How far off its neighbours' displacement a quotation is looked for: so many units, and a share of their distance. */
const slack = { units: 80, share: 0.2 };
/** What share of its units may be edited where neighbours would have it. */
const mostEdits = 0.45;
/** And elsewhere: to be it, to be likely it where nobody knows better or where neighbours would have it elsewhere. */
const elsewhere = { sure: 0.15, likely: 0.5, unexpected: 0.3 };
/** By what share the next best match elsewhere must be worse. */
const clearly = 0.2;
/** Units in a row that two texts don't share by chance. */
const telling = 4;

/** Looks for quotations by approximate matching. */
export class Search {
  #matcher: Matcher | undefined;
  /** Those for which neighbours say where they should be. */
  readonly #expected = new Set<Quotation>();

  constructor(
    private readonly text: string,
    private readonly pieces: Pieces,
  ) {}

  isExpected(quotation: Quotation): boolean {
    return this.#expected.has(quotation);
  }

  /** The quotation with its context; empty where that is too long. */
  pattern({ all, exact }: Quotation): Uint16Array {
    return exact.end - exact.start > mostApproximate
      ? new Uint16Array()
      : this.pieces.old.units.subarray(all.start, all.end);
  }

  /** Looks where the neighbours would have it. */
  near(quotation: Quotation): Placement | undefined {
    const pattern = this.pattern(quotation);
    if (pattern.length === 0) return undefined;
    const windows = this.#windows(quotation, pattern.length);
    if (windows.length > 0) this.#expected.add(quotation);
    for (const window of windows) {
      const best = this.#best(pattern, window);
      if (!best || best.edits > mostEdits * pattern.length) continue;
      this.#enter(quotation.all.start, pattern, best);
      return judged(this.text, this.pieces, quotation, best.edits / pattern.length);
    }
    return undefined;
  }

  /** Looks at these places, which others have voted for. */
  elsewhere(quotation: Quotation, starts: readonly number[]): Placement {
    const pattern = this.pattern(quotation);
    const { all } = quotation;
    const found = starts
      .flatMap((start) => this.#best(pattern, { start: start - 64, end: start + pattern.length + 192 }) ?? [])
      .sort((a, b) => a.edits - b.edits);
    const before = this.pieces.map.slice(all.start, all.end);
    const most = (this.isExpected(quotation) ? elsewhere.unexpected : elsewhere.likely) * pattern.length;
    const likely = found.flatMap((match) => {
      if (match.edits > most) return [];
      this.#enter(all.start, pattern, match);
      const place = judged(this.text, this.pieces, quotation);
      return place?.standing === 'anchored' ? [{ place, edits: match.edits }] : [];
    });
    this.pieces.map.set(before, all.start);
    const [first] = likely;
    if (!first) return missing(this.text, this.pieces, quotation);
    const { start, end } = first.place;
    const [best, second] = found;
    const isClear = first.edits === best?.edits && (!second || second.edits > best.edits + clearly * pattern.length);
    const similarity = (edits: number): number => (1 - edits / pattern.length) / 2;
    if (isClear && first.edits <= elsewhere.sure * pattern.length)
      return { start, end, standing: 'anchored', confidence: similarity(first.edits) + 0.3, candidates: [] };
    const candidates = distinct(likely.map(({ place, edits }) => ({ ...place, confidence: similarity(edits) })));
    return { start, end, standing: 'uncertain', confidence: similarity(first.edits), candidates };
  }

  /** Where the linked neighbours before and behind would have it: one window where they agree. */
  #windows({ all }: Quotation, length: number): Range[] {
    const { before, behind } = this.pieces.linkedAround(all);
    const low = this.pieces.map[before] ?? 0;
    const high = this.pieces.map[behind] ?? this.pieces.now.units.length;
    const here = this.pieces.offset(all.start);
    const around = (unit: number): Range | undefined => {
      const distance = unit < 0 ? Number.NaN : here - this.pieces.offset(unit);
      if (Number.isNaN(distance)) return undefined;
      const off = slack.units + slack.share * Math.abs(distance);
      const at = (this.pieces.map[unit] ?? 0) + distance;
      return { start: at - off, end: at + length + off };
    };
    const one = around(before);
    const other = around(behind);
    if (one && other && low < high && Math.abs(one.start - other.start) < 2000)
      return [
        { start: Math.max(low, Math.min(one.start, other.start)), end: Math.min(high, Math.max(one.end, other.end)) },
      ];
    return [one, other].filter((window) => window !== undefined);
  }

  #best(pattern: Uint16Array, window: Range): Approximate | undefined {
    const start = Math.max(0, Math.floor(window.start));
    const end = Math.min(this.pieces.now.units.length, Math.ceil(window.end), start + mostWindow);
    if (end <= start) return undefined;
    this.#matcher ??= new Matcher();
    const edits = this.#matcher.distances(pattern, this.pieces.now.units, start, end);
    let at = 0;
    for (let index = 1; index < edits.length; index += 1) if ((edits[index] ?? 0) < (edits[at] ?? 0)) at = index;
    return { end: start + at + 1, edits: edits[at] ?? 0 };
  }

  /** Takes over which units are which: of stretches that are too long for chance. */
  #enter(from: number, pattern: Uint16Array, { end, edits }: Approximate): void {
    const { map, now } = this.pieces;
    const found = traced(pattern, now.units, end, edits);
    for (let at = 0; at < found.length;) {
      const to = found[at] ?? -1;
      let size = 1;
      while (to >= 0 && found[at + size] === to + size) size += 1;
      for (let step = 0; step < size; step += 1) map[from + at + step] = to >= 0 && size >= telling ? to + step : -1;
      at += size;
    }
  }
}

function distinct(all: readonly Candidate[]): Candidate[] {
  return all
    .filter(({ start, end }, index) => all.findIndex((other) => other.start === start && other.end === end) === index)
    .map(({ start, end, confidence }) => ({ start, end, confidence }));
}
