import type { Standing } from '../../model/annotation';
import type { Range } from '../../model/range';
import type { Change } from './edits';
import type { PlacedRange } from './followed';
import type { Damage } from './journal';
import { lastFrom } from '../lastFrom';
import { Passage } from './passage';

/** A range that went with a removed passage: where in its key it was. */
interface Rider<Item> extends Range {
  readonly item: Item;
  readonly standing: Standing;
}

/** What one event removed of one text: as often as it did, in the text's order, each time with its riders. */
interface Removal<Item> {
  readonly key: string;
  readonly parts: readonly (readonly Rider<Item>[])[];
  readonly size: number;
}

/** A passage that an event inserted, and where it begins in the text after it. */
export interface Insertion {
  readonly passage: Passage;
  readonly start: number;
}

const limits = { removals: 1000, units: 4_000_000, passage: 1_000_000 };

/**
 * Remembers removed passages with the ranges that lay whole in them, so that they go along where the passage is inserted
 * again: cut and pasted, dragged, a moved line; in one event or much later.
 *
 * A passage is known by all of its text (see {@link Passage}), of more than one character, inserted at once; of several
 * removals the latest counts. Only ranges that are still without text go along. So a passage that was pasted, or is back by
 * undo, takes nothing along again, and a copy nothing at all. An event that inserts a text as often as an event removed it
 * gets the ranges in order; any other gets each only where it was removed.
 */
export class Moves<Item> {
  /** By key, the latest last; over all keys, the oldest first. */
  readonly #byKey = new Map<string, Removal<Item>[]>();
  readonly #all = new Set<Removal<Item>>();
  #units = 0;

  /** What these changes, ascending, insert that may be known. */
  insertions(changes: readonly Change[]): Insertion[] {
    const found: Insertion[] = [];
    let shift = 0;
    for (const { start, removed, inserted } of changes) {
      if (inserted.length > 1 && inserted.length <= limits.passage) {
        const passage = new Passage(inserted);
        if (passage.telling) found.push({ passage, start: start + shift });
      }
      shift += inserted.length - removed.length;
    }
    return found;
  }

  /** Whether anything is remembered. */
  get any(): boolean {
    return this.#all.size > 0;
  }

  /** The ranges that insertions may bring back, of earlier events. */
  awaiting(insertions: readonly Insertion[]): Set<Item> {
    const removals = insertions.flatMap(({ passage }) => this.#byKey.get(passage.key) ?? []);
    return new Set(removals.flatMap(({ parts }) => parts.flat().map(({ item }) => item)));
  }

  /** Remembers what an event's changes, ascending, removed. */
  remember(changes: readonly Change[], damages: readonly Damage<Item, PlacedRange>[]): void {
    const riders = new Map<Change, Damage<Item, PlacedRange>[]>();
    for (const damage of damages) {
      if (damage.before.start === damage.before.end || damage.after.start < damage.after.end) continue;
      const around = changeAround(changes, damage.before);
      if (!around) continue;
      const known = riders.get(around);
      if (known) known.push(damage);
      else riders.set(around, [damage]);
    }
    if (riders.size === 0) return;
    const parts = new Map<string, Rider<Item>[][]>();
    for (const item of changes) {
      if (item.removed.length < 2 || item.removed.length > limits.passage) continue;
      const passage = new Passage(item.removed);
      if (!passage.telling) continue;
      const part = (riders.get(item) ?? []).flatMap(({ item: rider, before }) => {
        const { start, end } = passage.toKey({ start: before.start - item.start, end: before.end - item.start });
        return start < end ? [{ item: rider, standing: before.standing, start, end }] : [];
      });
      const same = parts.get(passage.key);
      if (same) same.push(part);
      else parts.set(passage.key, [part]);
    }
    for (const [key, all] of parts) if (all.some((part) => part.length > 0)) this.#add(key, all);
  }

  /**
   * Which ranges go along with insertions, and where they are then.
   * @param now where a range is after the event, as an empty range; undefined where it isn't without text
   */
  matched(insertions: readonly Insertion[], now: (item: Item) => Range | undefined): Map<Item, PlacedRange> {
    const byKey = new Map<string, Insertion[]>();
    for (const insertion of insertions) {
      const { key } = insertion.passage;
      const same = byKey.get(key);
      if (same) same.push(insertion);
      else if (this.#byKey.has(key)) byKey.set(key, [insertion]);
    }
    const found = new Map<Item, PlacedRange>();
    for (const [key, spots] of byKey) {
      const homeless = (item: Item): Range | undefined => (found.has(item) ? undefined : now(item));
      const latest = this.#byKey.get(key)?.findLast(({ parts }) => parts.flat().some(({ item }) => homeless(item)));
      for (const [riders, { passage, start: to }] of pairs(latest?.parts ?? [], spots, homeless))
        for (const { item, standing, ...range } of riders) {
          if (!homeless(item)) continue;
          const { start, end } = passage.toText(range);
          found.set(item, { start: to + start, end: to + end, standing });
        }
    }
    return found;
  }

  #add(key: string, parts: Rider<Item>[][]): void {
    const copy = parts.flat().length;
    const removal = { key, parts, size: key.length + 16 * (parts.length + copy) };
    this.#all.add(removal);
    this.#units += removal.size;
    const same = this.#byKey.get(key);
    if (same) same.push(removal);
    else this.#byKey.set(key, [removal]);
    for (const oldest of this.#all) {
      if (this.#all.size <= limits.removals && this.#units <= limits.units) break;
      this.#all.delete(oldest);
      this.#units -= oldest.size;
      const left = (this.#byKey.get(oldest.key) ?? []).filter((one) => one !== oldest);
      if (left.length > 0) this.#byKey.set(oldest.key, left);
      else this.#byKey.delete(oldest.key);
    }
  }
}

/** Which part of a removal goes where. */
function pairs<Item>(
  parts: readonly (readonly Rider<Item>[])[],
  spots: readonly Insertion[],
  homeless: (item: Item) => Range | undefined,
): (readonly [readonly Rider<Item>[], Insertion])[] {
  if (parts.length === spots.length)
    return parts.flatMap((part, index) => {
      const spot = spots[index];
      return spot ? [[part, spot] as const] : [];
    });
  const byStart = new Map(spots.map((spot) => [spot.start, spot]));
  return parts.flatMap((part) => {
    const at = part.map(({ item }) => homeless(item)).find((range) => range !== undefined);
    const spot = at && byStart.get(at.start);
    return spot ? [[part, spot] as const] : [];
  });
}

function changeAround(changes: readonly Change[], range: Range): Change | undefined {
  const found = changes[lastFrom(changes, range.start, ({ start }) => start)];
  return found && range.end <= found.start + found.removed.length ? found : undefined;
}
