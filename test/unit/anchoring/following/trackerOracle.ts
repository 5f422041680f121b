import { compared, type MovedBlock } from '../../../../src/anchoring/following/compare';
import { change, changesOf, type Change, type TextEdit } from '../../../../src/anchoring/following/edits';
import type { PlacedRange } from '../../../../src/anchoring/following/followed';

/** A text in which every unit is known by a number, so that it is plain which units a target still has. */
interface State {
  readonly text: string;
  readonly units: readonly number[];
}

/** From one state to the next, with where each range was on either side. */
interface Transition {
  readonly before: State;
  readonly after: State;
  /** Units that a comparison took for removed or inserted, not the editor. */
  readonly guessed: ReadonlySet<number>;
  readonly sides: Map<string, { before: PlacedRange; after: PlacedRange }>;
}

interface Removal {
  readonly key: string;
  /** For each time that the event removed the text: the ranges in it, by the first and last unit of it that count. */
  readonly parts: readonly (readonly { name: string; first: number; last: number; range: PlacedRange }[])[];
}

/**
 * What the rules of PlaceTracker ask for, found slowly: all states of the text are kept, and all ranges in all of them. What a
 * comparison of two texts finds is taken from `compared`.
 */
export class TrackerOracle {
  /** The ranges that are followed, by a name of their own. */
  readonly ranges = new Map<string, PlacedRange>();
  private state: State;
  private transitions: Transition[] = [];
  private present = 0;
  private readonly removals: Removal[] = [];
  private nextUnit = 0;

  constructor(text: string) {
    this.state = { text, units: this.fresh(text) };
  }

  get text(): string {
    return this.state.text;
  }

  /** The text so many states back (or forth, for a negative count), as far as there are any. */
  textBefore(count: number): string {
    const to = Math.max(0, Math.min(this.transitions.length, this.present - count));
    return (this.transitions[to]?.before ?? this.transitions[to - 1]?.after ?? this.state).text;
  }

  apply(edits: readonly TextEdit[], reason: 'edit' | 'undo' | 'redo'): void {
    this.follow(changesOf(this.text, edits), reason, (item) => this.isBlock(item));
  }

  replaceAll(text: string): void {
    if (text !== this.text) this.follow([change(0, this.text, text, false)], 'edit', () => true);
  }

  private follow(
    changes: readonly Change[],
    reason: 'edit' | 'undo' | 'redo',
    isBlock: (item: Change) => boolean,
  ): void {
    if (changes.length === 0) return;
    if (reason !== 'edit') {
      const directions = reason === 'undo' ? ([-1, 1] as const) : ([1, -1] as const);
      for (const direction of directions) if (this.revisit(applied(this.text, changes), direction)) return;
    }
    const before = this.state;
    const old = new Map(this.ranges);
    const fine: Change[] = [];
    const plain: Change[] = [];
    const blocks: MovedBlock[] = [];
    const guessed = new Set<number>();
    let shift = 0;
    for (const item of changes) {
      if (item.removed !== '' && item.inserted !== '' && isBlock(item)) {
        const found = compared(item);
        fine.push(...found.changes);
        for (const block of found.moved) blocks.push({ ...block, to: block.to + shift, toEnd: block.toEnd + shift });
      } else {
        fine.push(item);
        plain.push(item);
      }
      shift += item.inserted.length - item.removed.length;
    }
    const units: number[] = [];
    let from = 0;
    for (const { start, removed, inserted, compared: byComparison } of fine) {
      const added = this.fresh(inserted);
      units.push(...before.units.slice(from, start), ...added);
      from = start + removed.length;
      if (byComparison) [...before.units.slice(start, from), ...added].forEach((unit) => guessed.add(unit));
    }
    units.push(...before.units.slice(from));
    const after = { text: applied(before.text, changes), units };
    this.state = after;
    const now = offsets(after);
    for (const [name, range] of old) this.ranges.set(name, moved(range, before, now, guessed));
    this.remember(plain, old);
    const carried = this.carried(changes);
    for (const [name, range] of old) {
      const block = blocks.find(({ start, end }) => start <= range.start && range.end <= end);
      const left = this.ranges.get(name);
      if (!block || !left || left.start < left.end || range.start === range.end) continue;
      const by = block.to - block.start;
      const end = Math.min(range.end + by, block.toEnd);
      if (range.start + by < end) carried.set(name, { ...range, start: range.start + by, end });
    }
    for (const [name, range] of carried) this.ranges.set(name, range);
    this.transitions.splice(this.present);
    const sides = new Map(
      [...old].map(([name, range]) => [name, { before: range, after: this.ranges.get(name) ?? range }]),
    );
    this.transitions.push({ before, after, guessed, sides });
    this.present += 1;
  }

  /** Goes to the nearest state with a text, in one direction; false where there is none. */
  private revisit(text: string, direction: 1 | -1): boolean {
    let distance = 1;
    for (; ; distance += 1) {
      const passed = this.transitions[direction < 0 ? this.present - distance : this.present + distance - 1];
      if (!passed) return false;
      if ((direction < 0 ? passed.before : passed.after).text === text) break;
    }
    for (; distance > 0; distance -= 1) {
      const passed = this.transitions[direction < 0 ? this.present - 1 : this.present];
      if (!passed) return false;
      const [here, there] = direction < 0 ? (['after', 'before'] as const) : (['before', 'after'] as const);
      const now = offsets(passed[there]);
      for (const [name, range] of this.ranges) {
        const known = passed.sides.get(name);
        const next =
          known && equal(known[here], range) ? known[there] : moved(range, passed[here], now, passed.guessed);
        this.ranges.set(name, next);
        passed.sides.set(name, direction < 0 ? { before: next, after: range } : { before: range, after: next });
      }
      this.state = passed[there];
      this.present += direction;
    }
    return true;
  }

  private remember(changes: readonly Change[], old: ReadonlyMap<string, PlacedRange>): void {
    const keys = new Set<string>();
    const parts = changes.map(({ start, removed }) => {
      const counting = countingUnits(removed);
      const key = counting.map((index) => removed[index]).join('');
      const inside = [...old].flatMap(([name, range]) => {
        const now = this.ranges.get(name);
        const whole = start <= range.start && range.end <= start + removed.length && range.start < range.end;
        if (!whole || now?.start !== now?.end) return [];
        const own = counting.flatMap((at, index) =>
          at + start >= range.start && at + start < range.end ? [index] : [],
        );
        const [first, last] = [own[0], own.at(-1)];
        return first === undefined || last === undefined ? [] : [{ name, first, last, range }];
      });
      if (inside.length > 0 && Array.from(key).length > 1) keys.add(key);
      return { key, inside };
    });
    for (const key of new Set(parts.map((part) => part.key)))
      if (keys.has(key))
        this.removals.push({ key, parts: parts.filter((part) => part.key === key).map((part) => part.inside) });
  }

  private carried(changes: readonly Change[]): Map<string, PlacedRange> {
    const result = new Map<string, PlacedRange>();
    const insertions: { key: string; start: number; counting: number[] }[] = [];
    let shift = 0;
    for (const { start, removed, inserted } of changes) {
      const counting = countingUnits(inserted);
      const key = counting.map((index) => inserted[index]).join('');
      if (Array.from(key).length > 1) insertions.push({ key, start: start + shift, counting });
      shift += inserted.length - removed.length;
    }
    const at = (name: string): number | undefined => {
      const range = this.ranges.get(name);
      return range && !result.has(name) && range.start === range.end ? range.start : undefined;
    };
    for (const key of new Set(insertions.map((insertion) => insertion.key))) {
      const spots = insertions.filter((insertion) => insertion.key === key);
      const removal = this.removals.findLast(
        (one) => one.key === key && one.parts.some((part) => part.some(({ name }) => at(name) !== undefined)),
      );
      removal?.parts.forEach((part, index) => {
        const home = part.map(({ name }) => at(name)).find((offset) => offset !== undefined);
        const spot =
          removal.parts.length === spots.length
            ? spots[index]
            : spots.find(({ start }) => home !== undefined && start === home);
        for (const { name, first, last, range } of part)
          if (spot && at(name) !== undefined)
            result.set(name, {
              start: spot.start + (spot.counting[first] ?? 0),
              end: spot.start + (spot.counting[last] ?? 0) + 1,
              standing: range.standing,
            });
      });
    }
    return result;
  }

  private isBlock({ start, removed, inserted }: Change): boolean {
    const end = start + removed.length;
    const lines =
      (start === 0 || this.text[start - 1] === '\n') && (end === this.text.length || this.text[end] === '\n');
    if (lines) return inserted.length > 1;
    const exact = [...this.ranges.values()].some((range) => range.start === start && range.end === end);
    return Math.min(removed.length, inserted.length) >= 64 && !exact;
  }

  private fresh(text: string): number[] {
    return Array.from({ length: text.length }, () => this.nextUnit++);
  }
}

/** Where each unit is. */
function offsets({ units }: State): Map<number, number> {
  return new Map(units.map((unit, index) => [unit, index]));
}

/** From the first to the last unit that is left of those that a range had. */
function moved(
  range: PlacedRange,
  before: State,
  now: ReadonlyMap<number, number>,
  guessed: ReadonlySet<number>,
): PlacedRange {
  const point = (offset: number): number => {
    for (let index = offset - 1; index >= 0; index -= 1) {
      const place = now.get(before.units[index] ?? -1);
      if (place !== undefined) return place + 1;
    }
    return 0;
  };
  if (range.start === range.end) return { ...range, start: point(range.start), end: point(range.start) };
  const own = before.units.slice(range.start, range.end);
  const left = own.filter((unit) => now.has(unit));
  const lostByGuess = own.filter((unit) => !now.has(unit) && guessed.has(unit)).length;
  const first = now.get(left[0] ?? -1);
  const last = now.get(left.at(-1) ?? -1);
  const anchored = range.standing === 'anchored';
  if (first === undefined || last === undefined || lostByGuess * 2 > own.length) {
    const at = first ?? point(range.end);
    return { start: at, end: at, standing: anchored ? 'orphaned' : range.standing };
  }
  const edges = [own[0] ?? -1, own.at(-1) ?? -1];
  const unsure = anchored && edges.some((unit) => !now.has(unit) && guessed.has(unit));
  return { start: first, end: last + 1, standing: unsure ? 'uncertain' : range.standing };
}

/** Which units a text is known by: not white space at its ends, nor the indentation of its lines. */
function countingUnits(text: string): number[] {
  const indented = Array.from({ length: text.length }, (_, index) => /\n[ \t]*$/.test(text.slice(0, index)));
  return Array.from({ length: text.length }, (_, index) => index).filter((index) => {
    const blank = (text[index] ?? '').trim() === '';
    const atEnd = text.slice(0, index).trim() === '' || text.slice(index).trim() === '';
    if (blank && atEnd) return false;
    return !(indented[index] && (text[index] === ' ' || text[index] === '\t'));
  });
}

function applied(text: string, changes: readonly Change[]): string {
  return [...changes]
    .reverse()
    .reduce(
      (now, { start, removed, inserted }) => now.slice(0, start) + inserted + now.slice(start + removed.length),
      text,
    );
}

function equal(a: PlacedRange, b: PlacedRange): boolean {
  return a.start === b.start && a.end === b.end && a.standing === b.standing;
}
