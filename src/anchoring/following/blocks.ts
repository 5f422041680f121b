import type { Standing } from '../../model/annotation';
import type { PlacedRange } from './followed';
import type { Mapping } from './mapping';

/** Ranges in a full block, a power of two: measured, between shifting blocks one by one and ranges one by one. */
const roomBits = 7;
const room = 1 << roomBits;
/** Beyond all offsets. */
const far = 0x7fff_ffff;

const standings: readonly Standing[] = ['anchored', 'uncertain', 'orphaned'];

/** One range that is followed, of something that owns it. */
export class Item<Owner> {
  /** Where it is kept; -1 while it isn't followed. */
  slot = -1;

  constructor(readonly owner: Owner) {}
}

interface Kept<Owner> {
  readonly item: Item<Owner>;
  readonly range: PlacedRange;
}

/**
 * The ranges of a text, in blocks of neighbours (square root decomposition). A block's ranges are stored less its shift, so
 * that all of them move by one addition: a change shifts the blocks behind it, and looks into those alone that it may touch.
 * Which block a range lies in costs time only, it's right in any.
 */
export class Blocks<Owner> {
  /** By block: what is added to its ranges, its least start and greatest end (less the shift, or wider), how many it holds. */
  #shifts = new Int32Array(4);
  #lows = new Int32Array(4);
  #highs = new Int32Array(4);
  #sizes = new Int32Array(4);
  #blocks = 0;
  /** By slot; the slots of a block are neighbours. */
  #starts = new Int32Array(4 * room);
  #ends = new Int32Array(4 * room);
  #standings = new Uint8Array(4 * room);
  #items: (Item<Owner> | undefined)[] = [];
  #count = 0;

  constructor() {
    this.#newBlock();
  }

  /** Where an item is; meaningless where it isn't followed. */
  read({ slot }: Item<Owner>): PlacedRange {
    const shift = this.#shifts[slot >> roomBits] ?? 0;
    const start = (this.#starts[slot] ?? 0) + shift;
    const end = (this.#ends[slot] ?? 0) + shift;
    return { start, end, standing: standings[this.#standings[slot] ?? 0] ?? 'anchored' };
  }

  add(item: Item<Owner>, range: PlacedRange): void {
    this.#count += 1;
    const block = this.#blockFor(range.start);
    if ((this.#sizes[block] ?? 0) < room) {
      this.#push(block, { item, range });
      return;
    }
    const kept = [...this.#kept(block), { item, range }].sort(byStart);
    // Targets often come in their order: full blocks are left behind then, else halves.
    const half = kept.at(-1)?.item === item ? room : room / 2;
    this.#empty(block);
    const next = this.#newBlock();
    kept.forEach((one, index) => this.#push(index < half ? block : next, one));
  }

  remove(item: Item<Owner>): void {
    if (item.slot < 0) return;
    const block = item.slot >> roomBits;
    this.#count -= 1;
    this.#sizes[block] = (this.#sizes[block] ?? 0) - 1;
    const lastSlot = block * room + (this.#sizes[block] ?? 0);
    const last = this.#items[lastSlot];
    if (last && last !== item) {
      this.#starts[item.slot] = this.#starts[lastSlot] ?? 0;
      this.#ends[item.slot] = this.#ends[lastSlot] ?? 0;
      this.#standings[item.slot] = this.#standings[lastSlot] ?? 0;
      this.#items[item.slot] = last;
      last.slot = item.slot;
    }
    this.#items[lastSlot] = undefined;
    item.slot = -1;
    if (this.#blocks > 8 && this.#count * 8 < this.#blocks * room) this.#rebuild();
  }

  /** Sets a range that is followed. */
  write(item: Item<Owner>, range: PlacedRange): void {
    const block = item.slot >> roomBits;
    const start = range.start - (this.#shifts[block] ?? 0);
    if (start >= (this.#lows[block] ?? 0) && start <= (this.#highs[block] ?? 0)) this.#put(item.slot, range);
    else {
      this.remove(item);
      this.add(item, range);
    }
  }

  /** Whether one of the ranges lies just so. */
  has(start: number, end: number): boolean {
    for (let block = 0; block < this.#blocks; block += 1) {
      const shift = this.#shifts[block] ?? 0;
      if ((this.#lows[block] ?? 0) + shift > start || (this.#highs[block] ?? 0) + shift < end) continue;
      for (let slot = block * room; slot < block * room + (this.#sizes[block] ?? 0); slot += 1)
        if (this.#starts[slot] === start - shift && this.#ends[slot] === end - shift) return true;
    }
    return false;
  }

  /**
   * Moves every range along with changes of the text.
   * @param change says where a range goes that a change takes of or is inserted in; it must not add, remove or write.
   */
  shift(mapping: Mapping, change: (item: Item<Owner>, before: PlacedRange) => PlacedRange): void {
    const { from, to, shift } = mapping;
    const count = this.#blocks;
    const shifts = this.#shifts;
    const lows = this.#lows;
    const highs = this.#highs;
    for (let block = 0; block < count; block += 1) {
      const present = shifts[block] ?? 0;
      const high = (highs[block] ?? 0) + present;
      if (high < from) continue;
      const low = (lows[block] ?? 0) + present;
      const by = low > to ? shift : mapping.whole(low, high, true);
      if (by === undefined) this.#shiftEach(block, mapping, change);
      else shifts[block] = present + by;
    }
  }

  #shiftEach(block: number, mapping: Mapping, change: (item: Item<Owner>, before: PlacedRange) => PlacedRange): void {
    const shift = this.#shifts[block] ?? 0;
    const from = mapping.from - shift;
    const to = mapping.to - shift;
    const starts = this.#starts;
    const ends = this.#ends;
    const last = block * room + (this.#sizes[block] ?? 0);
    let low = far;
    let high = -far;
    for (let slot = block * room; slot < last; slot += 1) {
      let start = starts[slot] ?? 0;
      let end = ends[slot] ?? 0;
      if (end > from) {
        const behind = start > to || (start === to && end > start);
        const by = behind ? mapping.shift : mapping.whole(start + shift, end + shift, start === end);
        const item = by === undefined ? this.#items[slot] : undefined;
        if (item) {
          this.#put(slot, change(item, this.read(item)));
          start = starts[slot] ?? 0;
          end = ends[slot] ?? 0;
        } else if (by !== undefined) {
          start += by;
          end += by;
          starts[slot] = start;
          ends[slot] = end;
        }
      }
      if (start < low) low = start;
      if (end > high) high = end;
    }
    this.#lows[block] = low;
    this.#highs[block] = high;
  }

  /** The block that begins last of those that begin before an offset; else any. */
  #blockFor(start: number): number {
    const count = this.#blocks;
    const shifts = this.#shifts;
    const lows = this.#lows;
    let found = 0;
    let best = -1;
    for (let block = 0; block < count; block += 1) {
      const low = (lows[block] ?? 0) + (shifts[block] ?? 0);
      if (low > start || low <= best) continue;
      best = low;
      found = block;
    }
    return found;
  }

  #put(slot: number, { start, end, standing }: PlacedRange): void {
    const block = slot >> roomBits;
    const shift = this.#shifts[block] ?? 0;
    this.#starts[slot] = start - shift;
    this.#ends[slot] = end - shift;
    this.#standings[slot] = standings.indexOf(standing);
    this.#lows[block] = Math.min(this.#lows[block] ?? 0, start - shift);
    this.#highs[block] = Math.max(this.#highs[block] ?? 0, end - shift);
  }

  #push(block: number, { item, range }: Kept<Owner>): void {
    item.slot = block * room + (this.#sizes[block] ?? 0);
    this.#sizes[block] = (this.#sizes[block] ?? 0) + 1;
    this.#items[item.slot] = item;
    this.#put(item.slot, range);
  }

  #kept(block: number): Kept<Owner>[] {
    const items = this.#items.slice(block * room, block * room + (this.#sizes[block] ?? 0));
    return items.flatMap((item) => (item ? [{ item, range: this.read(item) }] : []));
  }

  #empty(block: number): void {
    this.#items.fill(undefined, block * room, (block + 1) * room);
    this.#shifts[block] = this.#sizes[block] = 0;
    this.#lows[block] = far;
    this.#highs[block] = -1;
  }

  #newBlock(): number {
    if (this.#blocks === this.#sizes.length) {
      this.#shifts = wider(this.#shifts, new Int32Array(2 * this.#blocks));
      this.#lows = wider(this.#lows, new Int32Array(2 * this.#blocks));
      this.#highs = wider(this.#highs, new Int32Array(2 * this.#blocks));
      this.#sizes = wider(this.#sizes, new Int32Array(2 * this.#blocks));
      this.#starts = wider(this.#starts, new Int32Array(2 * this.#blocks * room));
      this.#ends = wider(this.#ends, new Int32Array(2 * this.#blocks * room));
      this.#standings = wider(this.#standings, new Uint8Array(2 * this.#blocks * room));
    }
    const block = this.#blocks;
    this.#blocks += 1;
    for (let slot = block * room; slot < (block + 1) * room; slot += 1) this.#items[slot] = undefined;
    this.#empty(block);
    return block;
  }

  /** Closes the ranks after many were removed. */
  #rebuild(): void {
    const kept: Kept<Owner>[] = [];
    for (let block = 0; block < this.#blocks; block += 1) kept.push(...this.#kept(block));
    this.#blocks = 0;
    this.#items.length = 0;
    let block = this.#newBlock();
    kept.sort(byStart).forEach((one, index) => {
      if (index > 0 && index % (room / 2) === 0) block = this.#newBlock();
      this.#push(block, one);
    });
  }
}

function byStart(a: Kept<unknown>, b: Kept<unknown>): number {
  return a.range.start - b.range.start;
}

function wider<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
