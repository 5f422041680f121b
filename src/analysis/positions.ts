/** What an actor holds by a claim: for or against a topic. Ids are those of the items as the codebook has them. */
export interface Position<C> {
  readonly claim: C;
  readonly actor: string;
  readonly topic: string;
  readonly isFor: boolean;
}

/** Whether a stance is for its topic or against it; undefined where it is neither, or not known. */
export function isFor(value: number | undefined): boolean | undefined {
  return value === undefined || value === 0 ? undefined : value > 0;
}

/** What two positions have in common that may contradict each other: the actor and the topic. */
export function subjectOf({ actor, topic }: Pick<Position<unknown>, 'actor' | 'topic'>): string {
  return JSON.stringify([actor, topic]);
}

/** Positions by {@link subjectOf}, in their order. */
export function bySubject<P extends Pick<Position<unknown>, 'actor' | 'topic'>>(
  positions: Iterable<P>,
): ReadonlyMap<string, readonly P[]> {
  const groups = new Map<string, P[]>();
  for (const position of positions) {
    const subject = subjectOf(position);
    const group = groups.get(subject);
    if (group) group.push(position);
    else groups.set(subject, [position]);
  }
  return groups;
}
