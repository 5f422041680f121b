// A changed text, and what became of each character of the old one.
import type { Range } from '../../src/model/range';

export interface Changed {
  readonly text: string;
  /**
   * For each unit of the old text the stretch of the new one that stands for it, ends exclusive; -1 where it was
   * deleted. A straightened quotation mark, a decomposed letter, a line's end of two characters stand for the old unit.
   */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each unit of the new text an old unit that it stands for; -1 where it was inserted. */
  readonly origins: Int32Array;
}

/** Writes a new text from the old one, piece by piece; what isn't kept or replaced has been deleted. */
export class Draft {
  readonly #parts: string[] = [];
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #origins: { readonly at: number; readonly length: number; readonly from: number; readonly step: 0 | 1 }[] =
    [];
  #length = 0;
  #between = '';

  constructor(private readonly old: string) {
    this.#starts = new Int32Array(old.length).fill(-1);
    this.#ends = new Int32Array(old.length).fill(-1);
  }

  /** Old text as it was. No unit may be kept twice. */
  keep(start: number, end: number): void {
    this.#separate(end > start);
    for (let at = start; at < end; at += 1) this.#stand(at, this.#length + at - start, this.#length + at - start + 1);
    this.#write(this.old.slice(start, end), start, 1);
  }

  /** Text that is new. */
  insert(text: string): void {
    this.#separate(text !== '');
    this.#write(text, -1, 0);
  }

  /** Text that is new, once, between what was written before it and what will be; nothing where either is missing. */
  insertBetween(text: string): void {
    if (this.#length > 0) this.#between = text;
  }

  /** Another way to write old text: all of it stands for each of its units. */
  respell(start: number, end: number, text: string): void {
    this.#separate(text !== '');
    for (let at = start; at < end; at += 1) this.#stand(at, this.#length, this.#length + text.length);
    this.#write(text, start, 0);
  }

  finished(): Changed {
    const origins = new Int32Array(this.#length).fill(-1);
    for (const { at, length, from, step } of this.#origins)
      for (let index = 0; index < length; index += 1) origins[at + index] = from + index * step;
    return { text: this.#parts.join(''), starts: this.#starts, ends: this.#ends, origins };
  }

  #separate(follows: boolean): void {
    if (!follows || this.#between === '') return;
    this.#write(this.#between, -1, 0);
    this.#between = '';
  }

  #stand(old: number, start: number, end: number): void {
    if ((this.#starts[old] ?? 0) >= 0) throw new RangeError(`Unit ${old} is in the new text already.`);
    this.#starts[old] = start;
    this.#ends[old] = end;
  }

  #write(text: string, from: number, step: 0 | 1): void {
    if (text === '') return;
    if (from >= 0) this.#origins.push({ at: this.#length, length: text.length, from, step });
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** What becomes of the old text after one change and then another, which changed the first one's text. */
export function composed(first: Changed, second: Changed): Changed {
  const { length } = first.starts;
  const starts = new Int32Array(length).fill(-1);
  const ends = new Int32Array(length).fill(-1);
  for (let old = 0; old < length; old += 1) {
    const from = first.starts[old] ?? -1;
    if (from < 0) continue;
    const found = hull(second, from, first.ends[old] ?? from);
    if (!found) continue;
    starts[old] = found.start;
    ends[old] = found.end;
  }
  const origins = second.origins.map((middle) => (middle < 0 ? -1 : (first.origins[middle] ?? -1)));
  return { text: second.text, starts, ends, origins };
}

/** From the first to the last unit of the new text that stands for one of these; undefined where none does. */
export function hull({ starts, ends }: Changed, from: number, to: number): Range | undefined {
  let start = Infinity;
  let end = -1;
  for (let at = from; at < to; at += 1) {
    const first = starts[at] ?? -1;
    if (first < 0) continue;
    start = Math.min(start, first);
    end = Math.max(end, ends[at] ?? first);
  }
  return end < 0 ? undefined : { start, end };
}
