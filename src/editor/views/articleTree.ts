import { isKeptOrphan, needsAttention, type PlacedAnnotation } from '../../model/annotation';
import { byId, type Actor, type EffectiveCodebook } from '../../model/codebook';

/** One actor's mentions; `actor` is absent where the codebook doesn't know the id. */
export interface Mentions {
  readonly id: string;
  readonly actor: Actor | undefined;
  readonly mentions: readonly PlacedAnnotation[];
}

/** An article's annotations as its view shows them; lists keep the order of the text. */
export interface Grouped {
  /** The most mentioned first, then by name. */
  readonly actors: readonly Mentions[];
  readonly claims: readonly PlacedAnnotation[];
  readonly sources: readonly PlacedAnnotation[];
  readonly passages: readonly PlacedAnnotation[];
  /** Of types that we don't know. */
  readonly others: readonly PlacedAnnotation[];
  /** Those of which a person must say where they belong, the uncertain ones first; each is in its own group too. */
  readonly attention: readonly PlacedAnnotation[];
  /** Those that a person keeps although their text is gone; each is in its own group too. */
  readonly kept: readonly PlacedAnnotation[];
}

/** How much of each there is, for the status bar. */
export interface Counts {
  readonly actors: number;
  readonly mentions: number;
  readonly claims: number;
  readonly sources: number;
  readonly passages: number;
  readonly others: number;
  readonly attention: number;
}

/** Groups annotations. Mentions under an id that was merged into an actor are that actor's. */
export function grouped(
  annotations: readonly PlacedAnnotation[],
  { actors }: Pick<EffectiveCodebook, 'actors'>,
): Grouped {
  const known = new Set(['actor', 'claim', 'source', 'passage']);
  const of = (type: string): readonly PlacedAnnotation[] =>
    annotations.filter((annotation) => annotation.type === type);
  const doubtful = annotations.filter(needsAttention);
  return {
    actors: mentionsByActor(of('actor'), actors),
    claims: of('claim'),
    sources: of('source'),
    passages: of('passage'),
    others: annotations.filter(({ type }) => !known.has(type)),
    attention: [
      ...doubtful.filter(({ standing }) => standing === 'uncertain'),
      ...doubtful.filter(({ standing }) => standing === 'orphaned'),
    ],
    kept: annotations.filter(isKeptOrphan),
  };
}

export function counts(group: Grouped): Counts {
  return {
    actors: group.actors.length,
    mentions: group.actors.reduce((sum, { mentions }) => sum + mentions.length, 0),
    claims: group.claims.length,
    sources: group.sources.length,
    passages: group.passages.length,
    others: group.others.length,
    attention: group.attention.length,
  };
}

function mentionsByActor(annotations: readonly PlacedAnnotation[], actors: readonly Actor[]): readonly Mentions[] {
  const found = new Map<string, { id: string; actor: Actor | undefined; mentions: PlacedAnnotation[] }>();
  const resolved = new Map<string, Actor | undefined>();
  for (const annotation of annotations) {
    const said = annotation.actor ?? '';
    if (!resolved.has(said)) resolved.set(said, byId(actors, said));
    const actor = resolved.get(said);
    const id = actor?.id ?? said;
    const entry = found.get(id);
    if (entry) entry.mentions.push(annotation);
    else found.set(id, { id, actor, mentions: [annotation] });
  }
  const name = ({ actor, id }: Mentions): string => actor?.name ?? id;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...found.values()].sort(
    (a, b) => b.mentions.length - a.mentions.length || compare(name(a), name(b)) || (a.id < b.id ? -1 : 1),
  );
}
