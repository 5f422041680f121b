import type { Target } from '../model/annotation';
import type { Range } from '../model/range';
import { alignedPieces } from './alignment';
import { Matcher, traced } from './approximate';
import { folding, type Folded } from './folding';
import { fragments, type Fragments } from './fragments';
import { lastFrom } from './lastFrom';
import { occurrences } from './occurrences';
import type { Placement } from './placing';
import { gone, rangeOf } from './settling';
import type { Work } from './slices';
import { foldedRange, survival, unfolded, type Survivors } from './surviving';
import { votes } from './votes';

const blank = 0x20;
/** Folded units of context on each side that are weighed. */
const contextUnits = 40;
/** The longest quotation that is looked for by approximate matching. */
const mostApproximate = 400;
const mostCandidates = 5;
/** Units in a row that two texts don't share by chance. */
const telling = 4;
const mostWindow = 20_000;

/** A quotation among the pieces of the old text, in folded units. */
interface Quotation {
  readonly target: Target;
  readonly exact: Range;
  /** With as much of its context as is weighed. */
  readonly all: Range;
}

/** What is found of a quotation so far. */
interface Evidence {
  readonly size: number;
  readonly places: readonly Survivors[];
  /** Units, without blanks, of the context that stand where they would: before it, behind it. */
  readonly before: number;
  readonly behind: number;
  /** Whether both contexts stand, next to each other. */
  readonly closed: boolean;
}

/** Where quotations of a text that isn't there stand in a new one. */
export function* fromSelectors(text: string, now: Folded, targets: readonly Target[]): Work<Placement[]> {
  const pieces = fragments(targets);
  const old = yield* folding(pieces.text);
  const map = yield* alignedPieces(old, now, pieces.starts, pieces.shifts);
  const recovery = new Recovery(text, now, old, pieces, map, targets);
  return yield* recovery.run();
}

class Recovery {
  readonly #quotations: readonly Quotation[];
  readonly #matcher = new Matcher();
  /** Those for which neighbours say where they should be. */
  readonly #expected = new Set<Quotation>();
  readonly #linkedBefore: Int32Array;
  readonly #linkedBehind: Int32Array;

  constructor(
    private readonly text: string,
    private readonly now: Folded,
    private readonly old: Folded,
    private readonly pieces: Fragments,
    private readonly map: Int32Array,
    targets: readonly Target[],
  ) {
    this.#quotations = targets.map((target, index) => this.#quotation(target, pieces.places[index] ?? 0));
    this.#linkedBefore = new Int32Array(map.length).fill(-1);
    this.#linkedBehind = new Int32Array(map.length).fill(-1);
    for (let unit = 0, last = -1; unit < map.length; unit += 1) {
      this.#linkedBefore[unit] = last;
      if ((map[unit] ?? -1) >= 0) last = unit;
    }
    for (let unit = map.length - 1, next = -1; unit >= 0; unit -= 1) {
      this.#linkedBehind[unit] = next;
      if ((map[unit] ?? -1) >= 0) next = unit;
    }
  }

  *run(): Work<Placement[]> {
    const result: (Placement | undefined)[] = [];
    const open: number[] = [];
    let work = 0;
    for (let index = 0; index < this.#quotations.length; index += 1) {
      const quotation = this.#quotations[index];
      if (!quotation) continue;
      if (++work > 200) {
        work = 0;
        yield 0.5;
      }
      const evidence = this.#weigh(quotation);
      let found = this.#decide(quotation, evidence);
      if (!found && quotation.exact.end - quotation.exact.start <= mostApproximate) {
        work += 20;
        if (this.#lookNear(quotation)) found = this.#decide(quotation, this.#weigh(quotation));
      }
      result[index] = found;
      if (!found) open.push(index);
    }
    const patterns = open.map((index) => {
      const { all, exact } = this.#quotations[index] ?? { all: { start: 0, end: 0 }, exact: { start: 0, end: 0 } };
      return exact.end - exact.start > mostApproximate
        ? new Uint16Array()
        : this.old.units.subarray(all.start, all.end);
    });
    const places = yield* votes(patterns, this.now, 3);
    const lost: number[] = [];
    for (let at = 0; at < open.length; at += 1) {
      yield 0.9;
      const index = open[at] ?? 0;
      const quotation = this.#quotations[index];
      if (!quotation) continue;
      const found = this.#elsewhere(quotation, patterns[at] ?? new Uint16Array(), places[at] ?? []);
      result[index] = found;
      if (found.standing === 'orphaned' && !this.#expected.has(quotation)) lost.push(index);
    }
    const exact = (index: number): string => this.#quotations[index]?.target.exact ?? '';
    const others = occurrences(this.text, lost.map(exact), mostCandidates);
    for (const index of lost) {
      const ranges = (others.get(exact(index)) ?? []).map((start) => ({ start, end: start + exact(index).length }));
      const [first] = ranges;
      if (!first) continue;
      const confidence = 0.3 / ranges.length;
      const candidates = ranges.map((range) => ({ ...range, confidence }));
      result[index] = { ...first, standing: 'uncertain', confidence, candidates };
    }
    return result.map((found) => found ?? gone(this.text, 0));
  }

  #quotation(target: Target, place: number): Quotation {
    const start = place + target.prefix.length;
    const exact = foldedRange(this.old, { start, end: start + target.exact.length });
    const all = foldedRange(this.old, { start: place, end: start + target.exact.length + target.suffix.length });
    return {
      target,
      exact,
      all: { start: Math.max(all.start, exact.start - contextUnits), end: Math.min(all.end, exact.end + contextUnits) },
    };
  }

  #weigh({ exact, all }: Quotation): Evidence {
    const { size, places } = survival(this.map, this.old, exact);
    const [best] = places;
    const length = exact.end - exact.start;
    const far = 100 + length;
    let lastBefore = -1;
    let before = 0;
    let behind = 0;
    for (let unit = exact.start - 1; unit >= all.start; unit -= 1) {
      const to = this.map[unit] ?? -1;
      if (to < 0 || this.old.units[unit] === blank) continue;
      if (
        best
          ? to >= best.start || to < best.start - far
          : lastBefore >= 0 && (to >= lastBefore || to < lastBefore - far)
      )
        continue;
      if (lastBefore < 0) lastBefore = to;
      before += 1;
    }
    let firstBehind = -1;
    for (let unit = exact.end; unit < all.end; unit += 1) {
      const to = this.map[unit] ?? -1;
      if (to < 0 || this.old.units[unit] === blank) continue;
      if (
        best ? to < best.end || to > best.end + far : firstBehind >= 0 && (to < firstBehind || to > firstBehind + far)
      )
        continue;
      if (firstBehind < 0) firstBehind = to;
      behind += 1;
    }
    const between = firstBehind - lastBefore;
    return {
      size,
      places,
      before,
      behind,
      closed: lastBefore >= 0 && firstBehind >= 0 && between > 0 && between < far,
    };
  }

  /** Undefined where it isn't clear yet. */
  #decide({ target, exact }: Quotation, { size, places, before, behind, closed }: Evidence): Placement | undefined {
    const [best, second] = places;
    const context = before + behind;
    if (best) {
      const share = best.count / Math.max(1, size);
      const clear = !second || second.count < 0.7 * best.count;
      if (share >= 0.5 && clear && (context >= 10 || best.count >= 40))
        return {
          ...rangeOf(this.text, this.now, best, target.exact),
          standing: 'anchored',
          confidence: 0.5 + share / 2,
          candidates: [],
        };
    }
    if (closed && before >= 8 && behind >= 8 && (best?.count ?? 0) < 0.4 * size)
      return gone(this.text, this.#expectedAt(exact.start, target));
    return undefined;
  }

  /** Where in the text a unit would be: behind what was before it, or else where it was. */
  #expectedAt(unit: number, target: Target): number {
    const before = this.map[this.#linkedBefore[unit] ?? -1];
    return before === undefined ? target.start : unfolded(this.now, { start: before, end: before + 1 }).end;
  }

  #offset(unit: number): number {
    const at = this.old.starts[unit] ?? 0;
    return at + (this.pieces.shifts[lastFrom(this.pieces.starts, at, (start) => start)] ?? Number.NaN);
  }

  /** Looks for a quotation where its neighbours would have it; notes what is found. */
  #lookNear(quotation: Quotation): boolean {
    const { all } = quotation;
    const pattern = this.old.units.subarray(all.start, all.end);
    const left = this.#linkedBefore[all.start] ?? -1;
    const right = this.#linkedBehind[all.end - 1] ?? -1;
    const here = this.#offset(all.start);
    const windows: Range[] = [];
    const around = (unit: number): Range | undefined => {
      if (unit < 0) return undefined;
      const distance = here - this.#offset(unit);
      if (Number.isNaN(distance)) return undefined;
      const slack = 80 + 0.2 * Math.abs(distance);
      const at = (this.map[unit] ?? 0) + distance;
      return { start: at - slack, end: at + pattern.length + slack };
    };
    const byLeft = around(left);
    const byRight = around(right);
    const low = this.map[left] ?? 0;
    const high = this.map[right] ?? this.now.units.length;
    if (byLeft && byRight && low < high && Math.abs(byLeft.start - byRight.start) < 2000)
      windows.push({
        start: Math.max(low, Math.min(byLeft.start, byRight.start)),
        end: Math.min(high, Math.max(byLeft.end, byRight.end)),
      });
    else {
      if (byLeft) windows.push(byLeft);
      if (byRight) windows.push(byRight);
    }
    if (windows.length > 0) this.#expected.add(quotation);
    let found = false;
    for (const { start, end } of windows) {
      const best = this.#best(
        pattern,
        Math.max(0, Math.floor(start)),
        Math.min(this.now.units.length, Math.ceil(end), Math.floor(start) + mostWindow),
      );
      if (!best || best.edits > 0.45 * pattern.length) continue;
      this.#note(all.start, pattern, best.end, best.edits);
      found = true;
      break;
    }
    return found;
  }

  #best(pattern: Uint16Array, start: number, end: number): { end: number; edits: number } | undefined {
    if (end <= start || pattern.length === 0) return undefined;
    const distances = this.#matcher.distances(pattern, this.now.units, start, end);
    let at = 0;
    for (let index = 1; index < distances.length; index += 1)
      if ((distances[index] ?? 0) < (distances[at] ?? 0)) at = index;
    return { end: start + at + 1, edits: distances[at] ?? 0 };
  }

  /** Takes over which units are which: of stretches that are too long for chance. */
  #note(from: number, pattern: Uint16Array, end: number, edits: number): void {
    const found = traced(pattern, this.now.units, end, edits);
    for (let at = 0; at < found.length;) {
      const to = found[at] ?? -1;
      let size = 1;
      while (to >= 0 && found[at + size] === to + size) size += 1;
      for (let step = 0; step < size; step += 1)
        this.map[from + at + step] = to >= 0 && size >= telling ? to + step : -1;
      at += size;
    }
  }

  #elsewhere(quotation: Quotation, pattern: Uint16Array, starts: readonly number[]): Placement {
    const found = starts.flatMap((start) => {
      const best = this.#best(
        pattern,
        Math.max(0, start - 64),
        Math.min(this.now.units.length, start + pattern.length + 192),
      );
      return best && best.edits <= 0.5 * pattern.length ? [best] : [];
    });
    found.sort((a, b) => a.edits - b.edits);
    const [best, second] = found;
    const expected = this.#expectedAt(quotation.exact.start, quotation.target);
    const saved = this.map.slice(quotation.all.start, quotation.all.end);
    const places = found.flatMap(({ end, edits }) => {
      this.#note(quotation.all.start, pattern, end, edits);
      const evidence = this.#weigh(quotation);
      const decided = this.#decide(quotation, evidence);
      const [place] = evidence.places;
      if (!place || decided?.standing !== 'anchored') return [];
      return [
        {
          range: rangeOf(this.text, this.now, place, quotation.target.exact),
          likely: 1 - edits / pattern.length,
          edits,
        },
      ];
    });
    this.map.set(saved, quotation.all.start);
    const [first] = places;
    if (!best || !first) return gone(this.text, expected);
    if (
      first.edits === best.edits &&
      best.edits <= 0.2 * pattern.length &&
      (!second || second.edits > best.edits + 0.2 * pattern.length)
    )
      return { ...first.range, standing: 'anchored', confidence: first.likely / 2 + 0.3, candidates: [] };
    return {
      ...first.range,
      standing: 'uncertain',
      confidence: first.likely / 2,
      candidates: places.map(({ range, likely }) => ({ ...range, confidence: likely / 2 })),
    };
  }
}
