/** The first of several things, and the others together. */
export interface Folded<T> {
  readonly shown: readonly T[];
  readonly others: readonly T[];
}

/** Takes the largest, so many of them, in the order in which all stand; one alone isn't put under others. */
export function folded<T>(all: readonly T[], most: number, sizeOf: (one: T) => number): Folded<T> {
  if (all.length <= most + 1) return { shown: all, others: [] };
  const largest = new Set([...all].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most));
  return { shown: all.filter((one) => largest.has(one)), others: all.filter((one) => !largest.has(one)) };
}
