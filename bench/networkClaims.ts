// Claims of a made corpus, the same at each run.
import { seeded } from '../src/analysis/seeded';

/** How many actors and topics so many claims have. */
export const shapes: Readonly<Record<number, { readonly actors: number; readonly topics: number }>> = {
  10_000: { actors: 500, topics: 100 },
  100_000: { actors: 1500, topics: 250 },
  1_000_000: { actors: 5000, topics: 500 },
};

export const stances = ['oppose', 'neutral', 'support'] as const;

export interface MadeClaim {
  readonly actor: number;
  readonly topic: number;
  /** Of `stances`. */
  readonly level: number;
}

/** Some actors and topics are more frequent than others: the first tenth of them has a third of the claims. */
export function* claims(count: number): Iterable<MadeClaim> {
  const random = seeded(1);
  const { actors, topics } = shapeOf(count);
  for (let nth = 0; nth < count; nth++) {
    yield {
      actor: Math.floor(actors * random() ** 2),
      topic: Math.floor(topics * random() ** 2),
      level: Math.floor(stances.length * random()),
    };
  }
}

export function shapeOf(count: number): { readonly actors: number; readonly topics: number } {
  const shape = shapes[count];
  if (!shape) throw new RangeError(`No shape for ${count} claims.`);
  return shape;
}
