import type { Links } from './links';

/** Units that are compared with each other in one gap: old times new. */
const mostCells = 40_000;
/** Words between two pauses. */
const share = 1 << 12;
/** How much of the shorter side its ends must be, or of the longer side all that is shared, for words that were edited. */
const alikeAtEnds = 0.6;
const alike = 0.7;

/** Which unit of the old folded text is which of the new one; -1 where it is gone. Yields the share that is done. */
export function* linkedUnits(links: Links): Generator<number, Int32Array> {
  const { old, now, to, from } = links;
  const result = new Int32Array(old.text.units.length).fill(-1);
  const count = to.length;
  const units = new UnitGaps(old.text.units, now.text.units, result);
  // Each round: the units between the word that was linked last and the next one, then that word.
  let last = -1;
  let holes = 0;
  for (let i = 0; i <= count; i += 1) {
    if (i % share === 0) yield i / (count + 1);
    const j = i < count ? (to[i] ?? -1) : from.length;
    if (j === -1) {
      if ((old.ids[i] ?? 0) < 0) holes += 1;
      continue;
    }
    const lastTo = last < 0 ? -1 : (to[last] ?? -1);
    const start = last < 0 ? 0 : (old.ends[last] ?? 0);
    const end = i < count ? (old.starts[i] ?? 0) : old.text.units.length;
    const newStart = lastTo < 0 ? 0 : (now.ends[lastTo] ?? 0);
    const newEnd = j < from.length ? (now.starts[j] ?? 0) : now.text.units.length;
    if (holes === 0 && j > lastTo && (j === lastTo + 1 || isFree(from, lastTo + 1, j)))
      units.between(start, end, newStart, newEnd);
    else {
      let free = lastTo + 1;
      while (free < from.length && from[free] === -1 && (now.ends[free] ?? 0) - newStart < 100) free += 1;
      const limit = free < from.length ? (now.starts[free] ?? 0) : now.text.units.length;
      const taken = units.behind(start, end, newStart, limit);
      free = j - 1;
      while (free >= 0 && from[free] === -1 && newEnd - (now.starts[free] ?? 0) < 100) free -= 1;
      units.before(start + taken, end, free < 0 ? 0 : (now.ends[free] ?? 0), newEnd);
    }
    holes = 0;
    if (i < count) {
      const size = (old.ends[i] ?? 0) - (old.starts[i] ?? 0);
      for (let step = 0; step < size; step += 1) result[(old.starts[i] ?? 0) + step] = (now.starts[j] ?? 0) + step;
    }
    last = i;
  }
  return result;
}

function isFree(from: Int32Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (from[at] !== -1) return false;
  return true;
}

class UnitGaps {
  constructor(
    private readonly old: Uint16Array,
    private readonly now: Uint16Array,
    private readonly result: Int32Array,
  ) {}

  /** Links units of a gap with linked words on both sides. */
  between(start: number, end: number, newStart: number, newEnd: number): void {
    const size = end - start;
    const newSize = newEnd - newStart;
    const shorter = Math.min(size, newSize);
    if (shorter === 0) return;
    const head = this.#head(start, newStart, shorter);
    const tail = this.#tail(end, newEnd, shorter - head);
    if (head + tail === shorter || this.#letters(start, head, end, tail) >= alikeAtEnds * shorter) {
      this.#link(start, newStart, head);
      this.#link(end - tail, newEnd - tail, tail);
      if (head + tail < shorter) this.#inner(start + head, end - tail, newStart + head, newEnd - tail, 0);
      return;
    }
    if (!this.#inner(start + head, end - tail, newStart + head, newEnd - tail, head + tail)) {
      // The blanks at the ends are those of the linked words.
      if (head > 0 && this.old[start] === 0x20) this.#link(start, newStart, 1);
      if (tail > 0 && this.old[end - 1] === 0x20) this.#link(end - 1, newEnd - 1, 1);
    } else {
      this.#link(start, newStart, head);
      this.#link(end - tail, newEnd - tail, tail);
    }
  }

  /** Links what goes on behind a linked word; how much that is. */
  behind(start: number, end: number, newStart: number, newEnd: number): number {
    const head = this.#head(start, newStart, Math.min(end - start, newEnd - newStart));
    this.#link(start, newStart, head);
    return head;
  }

  before(start: number, end: number, newStart: number, newEnd: number): void {
    const tail = this.#tail(end, newEnd, Math.min(end - start, newEnd - newStart));
    this.#link(end - tail, newEnd - tail, tail);
  }

  #letters(start: number, head: number, end: number, tail: number): number {
    const blanks = (head > 0 && this.old[start] === 0x20 ? 1 : 0) + (tail > 0 && this.old[end - 1] === 0x20 ? 1 : 0);
    return head + tail - blanks;
  }

  #head(start: number, newStart: number, most: number): number {
    let size = 0;
    while (size < most && this.old[start + size] === this.now[newStart + size]) size += 1;
    return size;
  }

  #tail(end: number, newEnd: number, most: number): number {
    let size = 0;
    while (size < most && this.old[end - 1 - size] === this.now[newEnd - 1 - size]) size += 1;
    return size;
  }

  #link(start: number, newStart: number, size: number): void {
    for (let step = 0; step < size; step += 1) this.result[start + step] = newStart + step;
  }

  /** Links the longest common subsequence, where the two sides are alike: with what they share at their ends. */
  #inner(start: number, end: number, newStart: number, newEnd: number, shared: number): boolean {
    const rows = end - start;
    const width = newEnd - newStart + 1;
    if (rows * width > mostCells || rows === 0 || width === 1) return false;
    const lengths = new Uint16Array((rows + 1) * width);
    for (let i = rows - 1; i >= 0; i -= 1)
      for (let j = width - 2; j >= 0; j -= 1)
        lengths[i * width + j] =
          this.old[start + i] === this.now[newStart + j]
            ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
            : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    const all = (lengths[0] ?? 0) + shared;
    if (all < alike * (Math.max(rows, width - 1) + shared)) return false;
    for (let i = 0, j = 0; i < rows && j < width - 1;) {
      if (this.old[start + i] === this.now[newStart + j]) {
        this.result[start + i] = newStart + j;
        i += 1;
        j += 1;
      } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
      else j += 1;
    }
    return true;
  }
}
