import { applied, type Change } from './edits';

/** Units of a chunk as it is cut; it is cut again at twice that, and joined to its neighbour below a quarter. */
const chunkSize = 2048;

/**
 * A text in chunks of some thousand units, so that a key stroke copies one of them and not the whole. It remembers the chunk
 * that it looked at last: what lies near is found at once, anything else by walking over the chunks.
 */
export class ChunkedText {
  #chunks: string[] = [];
  #length = 0;
  /** The whole text, while it is known. */
  #whole: string | undefined;
  #index = 0;
  /** Where the chunk at `#index` begins. */
  #offset = 0;

  constructor(text: string) {
    this.#set(text);
  }

  get length(): number {
    return this.#length;
  }

  toString(): string {
    this.#whole ??= this.#chunks.join('');
    return this.#whole;
  }

  /** An independent text; the chunks' strings are shared. */
  clone(): ChunkedText {
    const copy = new ChunkedText('');
    copy.#chunks = [...this.#chunks];
    copy.#length = this.#length;
    copy.#whole = this.#whole;
    return copy;
  }

  /** As that of a string, for `0 <= start <= end <= length`. */
  slice(start: number, end: number): string {
    if (start >= end) return '';
    this.#seek(start);
    const first = this.#chunk(this.#index);
    const from = start - this.#offset;
    if (end - this.#offset <= first.length) return first.slice(from, end - this.#offset);
    const parts = [first.slice(from)];
    let offset = this.#offset + first.length;
    for (let index = this.#index + 1; offset < end; index += 1) {
      const chunk = this.#chunk(index);
      parts.push(end - offset < chunk.length ? chunk.slice(0, end - offset) : chunk);
      offset += chunk.length;
    }
    return parts.join('');
  }

  /** As that of a string: NaN outside. */
  charCodeAt(offset: number): number {
    if (offset < 0 || offset >= this.#length) return NaN;
    this.#seek(offset);
    return this.#chunk(this.#index).charCodeAt(offset - this.#offset);
  }

  /** Makes ascending changes. */
  apply(changes: readonly Change[]): void {
    if (changes.length > 1 && changes.length * chunkSize > this.#length) {
      this.#set(applied(this.toString(), changes));
      return;
    }
    for (let index = changes.length - 1; index >= 0; index -= 1) {
      const item = changes[index];
      if (item) this.#replace(item);
    }
  }

  equals(other: ChunkedText): boolean {
    if (this.#length !== other.#length) return false;
    let [index, from, otherIndex, otherFrom] = [0, 0, 0, 0];
    for (let left = this.#length; left > 0;) {
      const a = this.#chunk(index);
      const b = other.#chunk(otherIndex);
      const count = Math.min(a.length - from, b.length - otherFrom);
      // Two strings that are one object are known to be equal at once.
      if (count === a.length && count === b.length ? a !== b : differ(a, from, b, otherFrom, count)) return false;
      left -= count;
      from += count;
      otherFrom += count;
      if (from === a.length) [index, from] = [index + 1, 0];
      if (otherFrom === b.length) [otherIndex, otherFrom] = [otherIndex + 1, 0];
    }
    return true;
  }

  #set(text: string): void {
    this.#chunks = cut(text);
    this.#length = text.length;
    this.#whole = text;
    this.#index = this.#offset = 0;
  }

  #replace({ start, removed, inserted }: Change): void {
    this.#seek(start);
    const from = start - this.#offset;
    let old = this.#chunk(this.#index);
    let count = 1;
    while (old.length < from + removed.length) {
      old += this.#chunk(this.#index + count);
      count += 1;
    }
    let now = old.slice(0, from) + inserted + old.slice(from + removed.length);
    if (now.length < chunkSize / 4 && this.#index + count < this.#chunks.length) {
      now += this.#chunk(this.#index + count);
      count += 1;
    }
    if (count === 1 && now.length <= 2 * chunkSize) this.#chunks[this.#index] = now;
    else this.#chunks.splice(this.#index, count, ...cut(now));
    this.#length += inserted.length - removed.length;
    this.#whole = undefined;
  }

  #seek(offset: number): void {
    while (this.#offset > offset) {
      this.#index -= 1;
      this.#offset -= this.#chunk(this.#index).length;
    }
    while (this.#index + 1 < this.#chunks.length && offset >= this.#offset + this.#chunk(this.#index).length) {
      this.#offset += this.#chunk(this.#index).length;
      this.#index += 1;
    }
  }

  #chunk(index: number): string {
    return this.#chunks[index] ?? '';
  }
}

/** At least one chunk. */
function cut(text: string): string[] {
  if (text.length <= 2 * chunkSize) return [text];
  const chunks: string[] = [];
  for (let from = 0; from < text.length; from += chunkSize) chunks.push(text.slice(from, from + chunkSize));
  return chunks;
}

function differ(a: string, from: number, b: string, otherFrom: number, count: number): boolean {
  return a.slice(from, from + count) !== b.slice(otherFrom, otherFrom + count);
}
