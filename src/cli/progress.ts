import { shortened } from '../model/shortened';
import { printable } from './command';

/** Milliseconds between two lines: more often nobody reads them. */
const PAUSE = 100;

/** Where progress is shown. */
export interface ProgressScreen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** How far long work is, in one line of a terminal that is written over; nothing elsewhere. */
export class Progress {
  #shownAt: number | undefined;

  constructor(
    private readonly screen: ProgressScreen = process.stderr,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show(text: string): void {
    const { isTTY = false, columns } = this.screen;
    if (!isTTY || (this.#shownAt !== undefined && this.now() - this.#shownAt < PAUSE)) return;
    this.#shownAt = this.now();
    this.screen.write(`\r\u001b[K${shortened(printable(text), Math.max(10, (columns || 80) - 1))}`);
  }

  /** Clears the line, before something else is said. */
  clear(): void {
    if (this.#shownAt !== undefined) this.screen.write('\r\u001b[K');
    this.#shownAt = undefined;
  }
}
