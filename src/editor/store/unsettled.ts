/** The first look after a write comes after 150 to 450 ms, by chance, so that two windows don't go on in step. */
const FIRST_MS = 150;
const CHANCE_MS = 300;
/** Nobody takes longer from reading a file to writing it. */
const SETTLED_MS = 2000;

/**
 * After a write to a file system that can't compare and replace in one: the time in which somebody who hadn't read what we
 * wrote may have written over it. What is then on disk is merged against what both sides knew, not against what we wrote.
 */
export class Unsettled<T> {
  private common: { readonly value: T | undefined } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param look compares the file with what we wrote */
  constructor(private readonly look: () => void) {}

  get isOn(): boolean {
    return this.common !== undefined;
  }

  /** What the last write that others surely know has; undefined where there was no file. */
  get before(): T | undefined {
    return this.common?.value;
  }

  /** We wrote, where `before` was the last that we had read or written. */
  begin(before: T | undefined): void {
    this.common ??= { value: before };
    this.again(FIRST_MS + Math.random() * CHANCE_MS, () => this.again(SETTLED_MS, () => this.end()));
  }

  /** Memory has taken over what others had written before us: both sides know that now. */
  know(theirs: T): void {
    if (this.common) this.common = { value: theirs };
  }

  /** Somebody did write: the next write of ours decides. */
  hold(): void {
    clearTimeout(this.timer);
  }

  /** Others have what we wrote. */
  end(): void {
    this.hold();
    this.common = undefined;
  }

  dispose(): void {
    this.end();
  }

  private again(ms: number, then: () => void): void {
    this.hold();
    this.timer = setTimeout(() => {
      this.look();
      then();
    }, ms);
  }
}
