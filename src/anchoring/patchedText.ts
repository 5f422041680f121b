import { applied, type Change } from './edits';

/**
 * A text that differs from a known one inside one window only, so that a small change doesn't copy the whole. The window
 * grows to hold every change since.
 */
export class PatchedText {
  readonly #text: string;
  #low = 0;
  #high = 0;
  #content = '';
  #patched = false;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length - (this.#high - this.#low) + this.#content.length;
  }

  /** How many units the window holds. */
  get windowSize(): number {
    return this.#content.length;
  }

  /** As `String.prototype.slice`, for offsets in the text. */
  slice(start: number, end: number): string {
    const contentEnd = this.#low + this.#content.length;
    const shift = this.#high - contentEnd;
    if (end <= this.#low) return this.#text.slice(start, end);
    if (start >= contentEnd) return this.#text.slice(start + shift, end + shift);
    const inside = this.#content.slice(Math.max(0, start - this.#low), Math.min(end, contentEnd) - this.#low);
    const before = start < this.#low ? this.#text.slice(start, this.#low) : '';
    return before + inside + (end > contentEnd ? this.#text.slice(this.#high, end + shift) : '');
  }

  /** Makes ascending changes. */
  apply(changes: readonly Change[]): void {
    const first = changes[0];
    const last = changes.at(-1);
    if (!first || !last) return;
    if (!this.#patched) this.#low = this.#high = first.start;
    this.#patched = true;
    const before = Math.max(0, this.#low - first.start);
    const after = Math.max(0, last.start + last.removed.length - (this.#low + this.#content.length));
    this.#content =
      this.#text.slice(this.#low - before, this.#low) +
      this.#content +
      this.#text.slice(this.#high, this.#high + after);
    this.#low -= before;
    this.#high += after;
    const low = this.#low;
    this.#content = applied(
      this.#content,
      changes.map((item) => ({ ...item, start: item.start - low })),
    );
  }

  equals(other: string): boolean {
    const end = this.#low + this.#content.length;
    return (
      this.length === other.length &&
      other.startsWith(this.#content, this.#low) &&
      other.slice(0, this.#low) === this.#text.slice(0, this.#low) &&
      other.slice(end) === this.#text.slice(this.#high)
    );
  }

  toString(): string {
    return this.#patched ? this.#text.slice(0, this.#low) + this.#content + this.#text.slice(this.#high) : this.#text;
  }
}
