import { Blocks, Item } from './blocks';
import { ChunkedText } from './chunkedText';
import { compared, type MovedBlock } from './compare';
import { applied, change, changesOf, inverse, type Change, type TextEdit } from './edits';
import { followed, same, type PlacedRange } from './followed';
import { Journal, type Damage, type JournalLimits, type Transition } from './journal';
import { lastFrom } from '../lastFrom';
import { Mapping } from './mapping';
import { Moves } from './moves';

/** Why the editor changed a text. */
export type EditReason = 'edit' | 'undo' | 'redo';

/** A target that is followed. Its identity is stable; the tracker owns it. */
export interface Place {
  /** Its ranges now, as fresh objects; after release, as they last were. */
  readonly ranges: readonly PlacedRange[];
}

/** A change that the tracker followed, and how many it remembers up to it. */
export interface LastChange {
  readonly count: number;
  readonly transition: Transition<Item<TrackedPlace>, PlacedRange>;
}

/** Where a change took a target, range by range. */
export interface Amended {
  readonly place: Place;
  readonly before: readonly (PlacedRange | undefined)[];
  readonly after: readonly (PlacedRange | undefined)[];
}

type Harm = Damage<Item<TrackedPlace>, PlacedRange>;

/** From how many units on, on both sides, a replacement within lines is compared inside. */
const blockSize = 64;
const lineBreak = 10;

/**
 * Follows targets through the edits of one text. An insertion at a target's edge doesn't widen it, one inside does; a
 * deletion shrinks it; where all of it goes it collapses to an empty range, `orphaned`, and undo brings it back exactly
 * as it was, through as many events as one undo takes back. A range that is `uncertain` or `orphaned` is moved only.
 *
 * Text that is cut and pasted, a moved line and a dragged selection take the ranges along that lie in them whole (see
 * {@link Moves}). A large replacement is compared inside (see {@link compared}): ranges in moved blocks go along too, one of
 * which an edge was not found again becomes `uncertain`, one that lost more than half collapses.
 *
 * A key stroke costs the square root of the number of targets (see {@link Blocks}) and copies a chunk of the text.
 */
export class PlaceTracker {
  readonly #text: ChunkedText;
  readonly #blocks = new Blocks<TrackedPlace>();
  readonly #journal: Journal<Item<TrackedPlace>, PlacedRange>;
  readonly #moves = new Moves<Item<TrackedPlace>>();

  constructor(text: string, bounds: Partial<JournalLimits> = {}) {
    this.#text = new ChunkedText(text);
    this.#journal = new Journal(bounds);
  }

  /** The text's length in UTF-16 units, without making the text whole. */
  get length(): number {
    return this.#text.length;
  }

  /** The text now. */
  get text(): string {
    return this.#text.toString();
  }

  /**
   * Follows a target from here on.
   * @throws RangeError where a range lies outside the text.
   */
  track(ranges: readonly PlacedRange[]): Place {
    const place = new TrackedPlace((item) => this.#blocks.read(item));
    this.#set(place, ranges);
    return place;
  }

  /** Ends following. A place that isn't followed any more stays as it is. */
  release(place: Place): void {
    if (!(place instanceof TrackedPlace) || place.last) return;
    place.last = place.ranges;
    for (const item of place.items) this.#blocks.remove(item);
  }

  /** Sets a target anew, say because a person resized it or confirmed where it is. Undo of the text doesn't take this back. */
  move(place: Place, ranges: readonly PlacedRange[]): void {
    if (!(place instanceof TrackedPlace) || place.last) throw new RangeError('The place is not followed.');
    this.#set(place, ranges);
  }

  /** The last change of the text, for {@link amend}; undefined where none is remembered. */
  get lastChange(): LastChange | undefined {
    return this.#journal.last;
  }

  /** The text before the last change of it, which `change` is. */
  textBefore({ transition }: LastChange): string {
    return applied(this.text, inverse(transition.changes));
  }

  /** Where places stood before the last change of the text, which `change` is. */
  before({ transition }: LastChange, places: readonly Place[]): ReadonlyMap<Place, readonly PlacedRange[]> {
    const damages = new Map(transition.damages.map((damage) => [damage.item, damage.before]));
    const back = new Mapping(inverse(transition.changes));
    const before = (item: Item<TrackedPlace>): PlacedRange => {
      const known = damages.get(item);
      if (known) return known;
      const range = this.#blocks.read(item);
      const shift = back.whole(range.start, range.end, range.start === range.end);
      if (shift === undefined) return followed(range, back);
      return { ...range, start: range.start + shift, end: range.end + shift };
    };
    return new Map(places.map((place) => [place, place instanceof TrackedPlace ? place.items.map(before) : []]));
  }

  /**
   * Notes that a change took targets elsewhere than it seemed, once that is known better: undo of the change brings them back
   * to where they stood `before` it, from where they stood right `after` it, if no edit since met them. Ranges of which either
   * isn't given stay as they were noted. Moves nothing, see {@link move}. Of a change that is forgotten nothing is noted.
   */
  amend({ count, transition }: LastChange, amended: readonly Amended[]): void {
    if (!this.#journal.holds(count, transition)) return;
    const damages = new Map(transition.damages.map((damage) => [damage.item, damage]));
    for (const { place, before, after } of amended) {
      if (!(place instanceof TrackedPlace)) continue;
      place.items.forEach((item, index) => {
        const [from, to] = [before[index], after[index]];
        if (from && to) damages.set(item, { item, before: from, after: to });
      });
    }
    this.#journal.remember(transition, [...damages.values()]);
  }

  /**
   * Follows one event of the editor.
   * @returns the places of which the standing or the inside changed; a mere shift isn't told.
   * @throws RangeError where an edit lies outside the text or edits overlap; nothing has changed then.
   */
  apply(edits: readonly TextEdit[], reason: EditReason): ReadonlySet<Place> {
    const changes = changesOf(this.#text, edits);
    return this.#follow(changes, reason, (item) => this.#isBlock(item));
  }

  /** Follows a text that was replaced as a whole, by comparing the two. For what {@link apply} returns, see there. */
  replaceAll(newText: string, reason: EditReason): ReadonlySet<Place> {
    const whole = change(0, this.text, newText, false);
    return this.#follow(whole.removed === newText ? [] : [whole], reason, () => true);
  }

  #follow(changes: readonly Change[], reason: EditReason, comparable: (item: Change) => boolean): Set<Place> {
    const touched = new Set<Place>();
    if (changes.length === 0) return touched;
    const fine: Change[] = [];
    const asReported: Change[] = [];
    const blocks: MovedBlock[] = [];
    let shift = 0;
    for (const item of changes) {
      if (isReplacement(item) && comparable(item)) {
        const { changes: inside, moved } = compared(item);
        fine.push(...inside);
        for (const block of moved) blocks.push({ ...block, to: block.to + shift, toEnd: block.toEnd + shift });
      } else {
        fine.push(item);
        asReported.push(item);
      }
      shift += item.inserted.length - item.removed.length;
    }
    const before = reason === 'edit' ? undefined : this.#text.clone();
    this.#text.apply(changes);
    const distance =
      before === undefined || reason === 'edit' ? undefined : this.#journal.find(before, this.#text, reason);
    if (distance !== undefined) {
      const direction = distance < 0 ? -1 : 1;
      for (let step = 0; step !== distance; step += direction) this.#revisit(direction, touched);
      return touched;
    }
    const waiting = this.#moves.any;
    let insertions = waiting ? this.#moves.insertions(changes) : [];
    const awaiting = [...this.#moves.awaiting(insertions)].map((item) => [item, this.#blocks.read(item)] as const);
    const harms = this.#shift(fine, touched);
    this.#moves.remember(asReported, harms);
    if (!waiting && this.#moves.any) insertions = this.#moves.insertions(changes);
    const carried = this.#moves.matched(insertions, (item) => this.#withoutText(item));
    for (const [item, range] of inBlocks(blocks, harms)) carried.set(item, range);
    this.#journal.add({ changes: fine, damages: this.#carry(carried, harms, new Map(awaiting), touched) });
    return touched;
  }

  /** Sets ranges that went along with their text; gives the damages with what became of these. */
  #carry(
    carried: ReadonlyMap<Item<TrackedPlace>, PlacedRange>,
    harms: readonly Harm[],
    awaiting: ReadonlyMap<Item<TrackedPlace>, PlacedRange>,
    touched: Set<Place>,
  ): readonly Harm[] {
    if (carried.size === 0) return harms;
    const all = new Map(harms.map((harm) => [harm.item, harm]));
    for (const [item, after] of carried) {
      const before = all.get(item)?.before ?? awaiting.get(item);
      if (!before) continue;
      all.set(item, { item, before, after });
      this.#blocks.write(item, after);
      touched.add(item.owner);
    }
    return [...all.values()];
  }

  #withoutText(item: Item<TrackedPlace>): PlacedRange | undefined {
    if (item.slot < 0) return undefined;
    const range = this.#blocks.read(item);
    return range.start === range.end ? range : undefined;
  }

  /** Goes one state back or forth, and sets what that transition had damaged as it was there. */
  #revisit(direction: 1 | -1, touched: Set<Place>): void {
    const { transition, changes } = this.#journal.step(direction);
    const known = transition.damages.filter(
      ({ item, before, after }) => item.slot >= 0 && same(this.#blocks.read(item), direction < 0 ? after : before),
    );
    const met = this.#shift(changes, touched);
    const isKnown = new Set(known.map(({ item }) => item));
    const fresh = met.filter(({ item }) => !isKnown.has(item));
    for (const { item, before, after } of known) {
      this.#blocks.write(item, direction < 0 ? before : after);
      if (before.standing !== after.standing || before.end - before.start !== after.end - after.start)
        touched.add(item.owner);
    }
    if (fresh.length > 0 || known.length < transition.damages.length)
      this.#journal.remember(transition, [...known, ...(direction < 0 ? fresh.map(turned) : fresh)]);
  }

  /** Moves every range; gives those that going back could not tell from the changes alone. */
  #shift(changes: readonly Change[], touched: Set<Place>): Harm[] {
    const harms: Harm[] = [];
    const mapping = new Mapping(changes);
    this.#blocks.shift(mapping, (item, before) => {
      const after = followed(before, mapping);
      harms.push({ item, before, after });
      if (before.start < before.end) touched.add(item.owner);
      return after;
    });
    return harms;
  }

  /**
   * Whether to look for what a replacement shares with what it replaces: where it covers whole lines or is long, as when
   * a file is read again, the text formatted or a block pasted. What is typed over a shorter selection, or over exactly
   * one target, deletes it.
   */
  #isBlock({ start, removed, inserted }: Change): boolean {
    const end = start + removed.length;
    const wholeLines =
      (start === 0 || this.#text.charCodeAt(start - 1) === lineBreak) &&
      (end === this.#text.length || this.#text.charCodeAt(end) === lineBreak);
    if (wholeLines) return inserted.length > 1;
    return Math.min(removed.length, inserted.length) >= blockSize && !this.#blocks.has(start, end);
  }

  #set(place: TrackedPlace, ranges: readonly PlacedRange[]): void {
    for (const { start, end } of ranges)
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > this.#text.length)
        throw new RangeError(`Range ${start} to ${end} lies outside the text (${this.#text.length} units).`);
    while (place.items.length > ranges.length) {
      const item = place.items.pop();
      if (item) this.#blocks.remove(item);
    }
    ranges.forEach((range, index) => {
      const item = place.items[index];
      if (item) this.#blocks.write(item, range);
      else {
        const added = new Item<TrackedPlace>(place);
        place.items.push(added);
        this.#blocks.add(added, range);
      }
    });
  }
}

class TrackedPlace implements Place {
  readonly items: Item<TrackedPlace>[] = [];
  /** Set on release. */
  last: readonly PlacedRange[] | undefined;

  constructor(private readonly read: (item: Item<TrackedPlace>) => PlacedRange) {}

  get ranges(): readonly PlacedRange[] {
    return this.last ?? this.items.map(this.read);
  }
}

function isReplacement({ removed, inserted }: Change): boolean {
  return removed !== '' && inserted !== '';
}

function turned(harm: Harm): Harm {
  return { ...harm, before: harm.after, after: harm.before };
}

/** The ranges that went with the blocks that they lay in. */
function inBlocks(blocks: readonly MovedBlock[], harms: readonly Harm[]): [Item<TrackedPlace>, PlacedRange][] {
  if (blocks.length === 0) return [];
  const sorted = [...blocks].sort((a, b) => a.start - b.start);
  return harms.flatMap(({ item, before, after }): [Item<TrackedPlace>, PlacedRange][] => {
    if (before.start === before.end || after.start < after.end) return [];
    const block = sorted[lastFrom(sorted, before.start, ({ start }) => start)];
    if (!block || before.end > block.end) return [];
    const start = block.to + before.start - block.start;
    const end = Math.min(start + before.end - before.start, block.toEnd);
    return start < end ? [[item, { ...before, start, end }]] : [];
  });
}
