/** A text as it lies in the storage. */
export interface KeptText {
  /** As the storage names it. */
  readonly name: string;
  readonly bytes: number;
  /** When it was last of use, in milliseconds since 1970. */
  readonly used: number;
}

/** A store that is full is emptied to this share, so that not every text that comes means a look at all of them. */
const LEFT = 7 / 8;

/** The texts that have to go where all take more than `most` bytes: those that were of no use for longest. */
export function outdated(texts: Iterable<KeptText>, most: number): KeptText[] {
  const newestFirst = [...texts].sort((a, b) => b.used - a.used || (a.name < b.name ? -1 : 1));
  const all = newestFirst.reduce((sum, { bytes }) => sum + bytes, 0);
  if (all <= most) return [];
  let left = 0;
  return newestFirst.filter(({ bytes }) => (left += bytes) > most * LEFT);
}
