import type { Standing } from '../model/annotation';
import type { PlacedRange } from './followed';
import type { Mapping } from './mapping';

/** Ranges in a full block: measured, between shifting blocks one by one and ranges one by one. */
const room = 256;

const standings: readonly Standing[] = ['anchored', 'uncertain', 'orphaned'];

/** One range that is followed, of something that owns it. */
export class Item<Owner> {
  /** Where it is kept; undefined while it isn't followed. */
  block: Block<Owner> | undefined;
  index = 0;

  constructor(readonly owner: Owner) {}

  get range(): PlacedRange {
    return this.block?.read(this.index) ?? { start: 0, end: 0, standing: 'orphaned' };
  }
}

/**
 * Ranges that lie near each other. They are stored less `shift`, so that all of them move by one addition; and a change
 * that lies before or behind all of them looks at none.
 */
class Block<Owner> {
  shift = 0;
  /** The least start and the greatest end, less `shift`; wider than that until the ranges are next looked at. */
  low = Infinity;
  high = -Infinity;
  readonly starts = new Int32Array(room);
  readonly ends = new Int32Array(room);
  readonly standings = new Uint8Array(room);
  readonly items: Item<Owner>[] = [];

  read(index: number): PlacedRange {
    const start = (this.starts[index] ?? 0) + this.shift;
    const end = (this.ends[index] ?? 0) + this.shift;
    return { start, end, standing: standings[this.standings[index] ?? 0] ?? 'anchored' };
  }

  write(index: number, { start, end, standing }: PlacedRange): void {
    this.starts[index] = start - this.shift;
    this.ends[index] = end - this.shift;
    this.standings[index] = standings.indexOf(standing);
    this.low = Math.min(this.low, start - this.shift);
    this.high = Math.max(this.high, end - this.shift);
  }

  push(item: Item<Owner>, range: PlacedRange): void {
    item.block = this;
    item.index = this.items.length;
    this.items.push(item);
    this.write(item.index, range);
  }

  remove(item: Item<Owner>): void {
    item.block = undefined;
    const last = this.items.pop();
    if (!last || last === item) return;
    const range = this.read(this.items.length);
    this.items[item.index] = last;
    last.index = item.index;
    this.write(last.index, range);
  }

  /** Moves the ranges one by one. What isn't shifted as a whole is asked for. */
  shiftEach(mapping: Mapping, change: (item: Item<Owner>, before: PlacedRange) => PlacedRange): void {
    const { shift, starts, ends } = this;
    const from = mapping.from - shift;
    const to = mapping.to - shift;
    this.low = Infinity;
    this.high = -Infinity;
    for (let index = 0; index < this.items.length; index += 1) {
      let start = starts[index] ?? 0;
      let end = ends[index] ?? 0;
      if (end > from) {
        const behind = start > to || (start === to && end > start);
        const by = behind ? mapping.shift : mapping.whole(start + shift, end + shift, start === end);
        const item = by === undefined ? this.items[index] : undefined;
        if (item) {
          this.write(index, change(item, this.read(index)));
          start = starts[index] ?? 0;
          end = ends[index] ?? 0;
        } else if (by !== undefined && by !== 0) {
          start += by;
          end += by;
          starts[index] = start;
          ends[index] = end;
        }
      }
      if (start < this.low) this.low = start;
      if (end > this.high) this.high = end;
    }
  }
}

/**
 * The ranges of a text, in blocks of neighbours (square root decomposition): a change shifts the blocks behind it, and looks
 * into those alone that it may touch. Which block a range lies in costs time only, it's right in any.
 */
export class Blocks<Owner> {
  #blocks: Block<Owner>[] = [new Block()];
  #count = 0;

  add(item: Item<Owner>, range: PlacedRange): void {
    let index = this.#blocks.length - 1;
    for (; index > 0; index -= 1) {
      const block = this.#blocks[index];
      if (block && block.low + block.shift <= range.start) break;
    }
    const block = this.#blocks[index];
    if (!block) return;
    this.#count += 1;
    if (block.items.length < room) {
      block.push(item, range);
      return;
    }
    const halves = filled(
      [...block.items, item].map((one) => (one === item ? { item, range } : { item: one, range: one.range })),
      room / 2 + 1,
    );
    this.#blocks.splice(index, 1, ...halves);
  }

  remove(item: Item<Owner>): void {
    if (!item.block) return;
    item.block.remove(item);
    this.#count -= 1;
    if (this.#blocks.length < 8 || this.#count * 8 > this.#blocks.length * room) return;
    const all = this.#blocks.flatMap(({ items }) => items.map((one) => ({ item: one, range: one.range })));
    this.#blocks = filled(all, room / 2);
  }

  /** Sets a range that is followed. */
  write(item: Item<Owner>, range: PlacedRange): void {
    const { block } = item;
    if (!block) return;
    const start = range.start - block.shift;
    if (start >= block.low && start <= block.high) {
      block.write(item.index, range);
      return;
    }
    this.remove(item);
    this.add(item, range);
  }

  /** Whether one of the ranges lies just so. */
  has(start: number, end: number): boolean {
    return this.#blocks.some(
      ({ shift, low, high, starts, ends, items }) =>
        low + shift <= start &&
        high + shift >= end &&
        items.some((_, index) => starts[index] === start - shift && ends[index] === end - shift),
    );
  }

  /**
   * Moves every range along with changes of the text.
   * @param change says where a range goes that a change takes of or is inserted in; it must not add, remove or write.
   */
  shift(mapping: Mapping, change: (item: Item<Owner>, before: PlacedRange) => PlacedRange): void {
    const { from, to, shift } = mapping;
    for (const block of this.#blocks) {
      const low = block.low + block.shift;
      const high = block.high + block.shift;
      if (high < from) continue;
      const by = low > to ? shift : mapping.whole(low, high, true);
      if (by === undefined) block.shiftEach(mapping, change);
      else block.shift += by;
    }
  }
}

/** Blocks of at most `size` of these ranges, in their order; at least one block. */
function filled<Owner>(
  all: { readonly item: Item<Owner>; readonly range: PlacedRange }[],
  size: number,
): Block<Owner>[] {
  all.sort((a, b) => a.range.start - b.range.start);
  const blocks = [new Block<Owner>()];
  for (const { item, range } of all) {
    let block = blocks[blocks.length - 1];
    if (!block || block.items.length >= size) blocks.push((block = new Block()));
    block.push(item, range);
  }
  return blocks;
}
