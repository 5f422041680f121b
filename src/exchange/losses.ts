/** What an export or an import could not hold: in words, in the plural, and how many. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

/** Counts what is left out or changed, for the closing message: nothing is dropped in silence. */
export class Losses {
  readonly #counts = new Map<string, number>();
  #leftOut = 0;

  /** @param what in the plural, as the closing message says it before the number: "notes of topics" */
  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** As {@link add}, of what is missing as a whole: annotations, or texts that may have some. */
  leaveOut(what: string, count = 1): void {
    this.add(what, count);
    this.#leftOut += Math.max(0, count);
  }

  /** How many annotations and texts were left out as a whole. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** In the order in which they were first met. */
  get all(): readonly Loss[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }));
  }
}

/** "notes (12), web addresses (3)" */
export function lossesInWords(losses: readonly Loss[]): string {
  return losses.map(({ what, count }) => `${what} (${count})`).join(', ');
}
