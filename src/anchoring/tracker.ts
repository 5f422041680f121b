import type { Standing } from '../model/annotation';
import type { Range } from '../model/range';
import { compared } from './compare';
import { change, changesOf, type Change, type TextEdit } from './edits';
import { Journal, type Damage, type JournalLimits, type Transition } from './journal';
import { Mapping } from './mapping';
import { PatchedText } from './patchedText';

/** Why the editor changed a text. */
export type EditReason = 'edit' | 'undo' | 'redo';

export interface PlacedRange extends Range {
  readonly standing: Standing;
}

/** A target that is followed. Its identity is stable; the tracker owns it. */
export interface Place {
  /** Its ranges now, as fresh objects; after release, as they last were. */
  readonly ranges: readonly PlacedRange[];
}

const standings: readonly Standing[] = ['anchored', 'uncertain', 'orphaned'];
const orphaned = standings.indexOf('orphaned');
const uncertain = standings.indexOf('uncertain');
/** From how many units on, on both sides, a replacement within lines is compared inside. */
const blockSize = 64;
/** Units of the text's window from which on it is made whole. */
const largestWindow = 16_384;

/**
 * Follows targets through the edits of one text. An insertion at a target's edge doesn't widen it, one inside does; a
 * deletion shrinks it; where all of it goes it collapses to an empty range, `orphaned`, and undo brings it back exactly
 * as it was, through as many events as one undo takes back. A range that is `uncertain` or `orphaned` is moved only.
 *
 * A large replacement is compared inside (see {@link compared}): a target of which an edge was not found again becomes
 * `uncertain`, one that lost more than half collapses.
 *
 * Ranges lie in flat arrays: a key stroke shifts numbers and allocates nothing for a target that it doesn't touch.
 */
export class PlaceTracker {
  /** Patched in a small window, so that a key stroke doesn't copy it. */
  #text: PatchedText;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #standings = new Uint8Array(64);
  #owners: (TrackedPlace | undefined)[] = [];
  #released = 0;
  readonly #journal: Journal<TrackedPlace, PlacedRange>;

  constructor(text: string, bounds: Partial<JournalLimits> = {}) {
    this.#text = new PatchedText(text);
    this.#journal = new Journal(bounds);
  }

  /** The text's length in UTF-16 units, without making the text whole. */
  get length(): number {
    return this.#text.length;
  }

  /** The text now. */
  get text(): string {
    const text = this.#text.toString();
    this.#text = new PatchedText(text);
    return text;
  }

  /**
   * Follows a target from here on.
   * @throws RangeError where a range lies outside the text.
   */
  track(ranges: readonly PlacedRange[]): Place {
    const place = new TrackedPlace((first, count) => this.#read(first, count));
    this.#put(place, ranges);
    return place;
  }

  /** Ends following. A place that isn't followed any more stays as it is. */
  release(place: Place): void {
    if (!(place instanceof TrackedPlace) || place.last) return;
    place.last = place.ranges;
    this.#leave(place);
  }

  /** Sets a target anew, say because a person resized it or confirmed where it is. Undo of the text doesn't take this back. */
  move(place: Place, ranges: readonly PlacedRange[]): void {
    if (!(place instanceof TrackedPlace) || place.last) throw new RangeError('The place is not followed.');
    this.#check(ranges);
    this.#leave(place);
    this.#put(place, ranges);
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
    const fine = changes.flatMap((item) => (isReplacement(item) && comparable(item) ? compared(item) : [item]));
    const before = reason === 'edit' ? undefined : this.text;
    this.#text.apply(changes);
    const distance =
      before === undefined || reason === 'edit' ? undefined : this.#journal.find(before, this.text, reason);
    if (distance !== undefined) {
      const direction = distance < 0 ? -1 : 1;
      for (let step = 0; step !== distance; step += direction) this.#revisit(direction, touched);
    } else {
      this.#journal.add({ changes: fine, damages: this.#shift(fine, touched) });
    }
    if (this.#text.windowSize > largestWindow) this.#text = new PatchedText(this.#text.toString());
    return touched;
  }

  /** Goes one state back or forth, and sets what that transition had damaged as it was there. */
  #revisit(direction: 1 | -1, touched: Set<Place>): void {
    const { transition, changes } = this.#journal.step(direction);
    const known = transition.damages.filter(
      ({ owner, index, before, after }) =>
        !owner.last && index < owner.count && this.#stands(owner.first + index, direction < 0 ? after : before),
    );
    const met = this.#shift(changes, touched);
    const isKnown = new Set(known.map(({ owner, index }) => owner.first + index));
    const fresh = met.filter(({ owner, index }) => !isKnown.has(owner.first + index));
    for (const { owner, index, before, after } of known) {
      this.#write(owner.first + index, direction < 0 ? before : after);
      if (before.standing !== after.standing || before.end - before.start !== after.end - after.start)
        touched.add(owner);
    }
    if (fresh.length > 0 || known.length < transition.damages.length)
      this.#remember(transition, known, direction < 0 ? fresh.map(turned) : fresh);
  }

  #remember(
    transition: Transition<TrackedPlace, PlacedRange>,
    known: readonly Damage<TrackedPlace, PlacedRange>[],
    fresh: readonly Damage<TrackedPlace, PlacedRange>[],
  ): void {
    this.#journal.remember(transition, [...known, ...fresh]);
  }

  /** Moves every range; gives those that going back could not tell from the changes alone. */
  #shift(changes: readonly Change[], touched: Set<Place>): Damage<TrackedPlace, PlacedRange>[] {
    const damages: Damage<TrackedPlace, PlacedRange>[] = [];
    const mapping = new Mapping(changes);
    const { from, to, shift } = mapping;
    for (let slot = 0; slot < this.#owners.length; slot += 1) {
      const start = this.#starts[slot] ?? 0;
      const end = this.#ends[slot] ?? 0;
      if (end <= from) continue;
      if (start > to || (start === to && end > start)) {
        this.#starts[slot] = start + shift;
        this.#ends[slot] = end + shift;
        continue;
      }
      const owner = this.#owners[slot];
      if (!owner) continue;
      const before = this.#range(slot);
      if (!this.#move(slot, mapping)) continue;
      const after = this.#range(slot);
      damages.push({ owner, index: slot - owner.first, before, after });
      if (start < end) touched.add(owner);
    }
    return damages;
  }

  /** Moves one range; whether more happened to it than a shift. */
  #move(slot: number, mapping: Mapping): boolean {
    const start = this.#starts[slot] ?? 0;
    const end = this.#ends[slot] ?? 0;
    if (start === end) {
      this.#starts[slot] = this.#ends[slot] = mapping.point(start);
      return mapping.swallows(start);
    }
    const length = end - start;
    const lost = mapping.lost(start, end);
    const lostCompared = mapping.lostCompared(start, end);
    const newEnd = mapping.end(end);
    const newStart = mapping.start(start);
    if (lost === length || lostCompared * 2 > length) {
      this.#starts[slot] = this.#ends[slot] = lost === length ? newEnd : Math.min(newStart, newEnd);
      if (this.#standings[slot] === 0) this.#standings[slot] = orphaned;
      return true;
    }
    this.#starts[slot] = newStart;
    this.#ends[slot] = newEnd;
    if (lost === 0) return newEnd - newStart !== length;
    if (this.#standings[slot] === 0 && mapping.losesEdgeCompared(start, end)) this.#standings[slot] = uncertain;
    return true;
  }

  /**
   * Whether to look for what a replacement shares with what it replaces: where it covers whole lines or is long, as when
   * a file is read again, the text formatted or a block pasted. What is typed over a shorter selection, or over exactly
   * one target, deletes it.
   */
  #isBlock({ start, removed, inserted }: Change): boolean {
    const end = start + removed.length;
    const wholeLines =
      (start === 0 || this.#text.slice(start - 1, start) === '\n') &&
      (end === this.#text.length || this.#text.slice(end, end + 1) === '\n');
    if (wholeLines) return inserted.length > 1;
    if (Math.min(removed.length, inserted.length) < blockSize) return false;
    for (let slot = 0; slot < this.#owners.length; slot += 1)
      if (this.#starts[slot] === start && this.#ends[slot] === end && this.#owners[slot]) return false;
    return true;
  }

  #check(ranges: readonly PlacedRange[]): void {
    for (const { start, end } of ranges)
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > this.#text.length)
        throw new RangeError(`Range ${start} to ${end} lies outside the text (${this.#text.length} units).`);
  }

  #put(place: TrackedPlace, ranges: readonly PlacedRange[]): void {
    this.#check(ranges);
    place.first = this.#owners.length;
    place.count = ranges.length;
    while (place.first + place.count > this.#starts.length) this.#grow();
    for (const range of ranges) {
      this.#owners.push(place);
      this.#write(this.#owners.length - 1, range);
    }
  }

  #leave(place: TrackedPlace): void {
    for (let index = 0; index < place.count; index += 1) this.#owners[place.first + index] = undefined;
    this.#released += place.count;
    if (this.#released > 64 && this.#released * 2 > this.#owners.length) this.#compact();
  }

  #grow(): void {
    const wider = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const room = this.#starts.length * 2;
    this.#starts = wider(this.#starts, new Int32Array(room));
    this.#ends = wider(this.#ends, new Int32Array(room));
    this.#standings = wider(this.#standings, new Uint8Array(room));
  }

  #compact(): void {
    let to = 0;
    this.#owners.forEach((owner, from) => {
      if (!owner) return;
      const previous = to > 0 ? this.#owners[to - 1] : undefined;
      if (previous !== owner) owner.first = to;
      this.#starts[to] = this.#starts[from] ?? 0;
      this.#ends[to] = this.#ends[from] ?? 0;
      this.#standings[to] = this.#standings[from] ?? 0;
      this.#owners[to] = owner;
      to += 1;
    });
    this.#owners.length = to;
    this.#released = 0;
  }

  #range(slot: number): PlacedRange {
    const standing = standings[this.#standings[slot] ?? 0] ?? 'anchored';
    return { start: this.#starts[slot] ?? 0, end: this.#ends[slot] ?? 0, standing };
  }

  #read(first: number, count: number): PlacedRange[] {
    return Array.from({ length: count }, (_, index) => this.#range(first + index));
  }

  #write(slot: number, { start, end, standing }: PlacedRange): void {
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.#standings[slot] = standings.indexOf(standing);
  }

  #stands(slot: number, { start, end, standing }: PlacedRange): boolean {
    return (
      this.#starts[slot] === start && this.#ends[slot] === end && this.#standings[slot] === standings.indexOf(standing)
    );
  }
}

class TrackedPlace implements Place {
  first = 0;
  count = 0;
  /** Set on release. */
  last: readonly PlacedRange[] | undefined;
  readonly #read: (first: number, count: number) => PlacedRange[];

  constructor(read: (first: number, count: number) => PlacedRange[]) {
    this.#read = read;
  }

  get ranges(): readonly PlacedRange[] {
    return this.last ?? this.#read(this.first, this.count);
  }
}

function isReplacement({ removed, inserted }: Change): boolean {
  return removed !== '' && inserted !== '';
}

function turned(damage: Damage<TrackedPlace, PlacedRange>): Damage<TrackedPlace, PlacedRange> {
  return { ...damage, before: damage.after, after: damage.before };
}
