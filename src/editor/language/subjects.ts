import type { Referent } from '../../model/references';
import type { PlacedAnnotation } from '../../model/annotation';
import { byId, type Actor, type CodebookSource, type EffectiveCodebook, type Topic } from '../../model/codebook';
import type { Range } from '../../model/range';
import type { NameFinder } from '../../suggest/names';
import type { Article } from '../store/article';
import { annotationsUnder, lengthOf } from './under';

/** The list of the codebook that holds what is referred to. */
export const listOf = { actor: 'actors', topic: 'topics', source: 'sources' } as const;

/** A thing of the codebook that an article speaks of at some place. */
export interface Subject {
  readonly kind: Referent;
  /** As the annotation has it: it may be a former one, or one that the codebook doesn't know. */
  readonly id: string;
  /** Undefined where the codebook doesn't know the id. */
  readonly item: Actor | Topic | CodebookSource | undefined;
  /** All ids under which annotations speak of it. */
  readonly ids: ReadonlySet<string>;
}

/** A subject, and the range that says so. */
export interface SpokenOf {
  readonly subject: Subject;
  readonly range: Range;
  /** Undefined where it is a known name that nobody tagged. */
  readonly annotation: PlacedAnnotation | undefined;
}

/** A thing of the codebook by an id that annotations have for it. */
export function subjectOf(lists: EffectiveCodebook, kind: Referent, id: string): Subject {
  const item = byId<Actor | Topic | CodebookSource>(lists[listOf[kind]], id);
  return { kind, id, item, ids: new Set([item?.id ?? id, ...(item?.formerIds ?? [])]) };
}

/** What an annotation itself refers to: a mention to its actor, a source to its source, any other to its topic. */
export function referredTo(annotation: PlacedAnnotation): Pick<Subject, 'kind' | 'id'> | undefined {
  const kind = annotation.type === 'actor' ? 'actor' : annotation.type === 'source' ? 'source' : 'topic';
  const id = annotation[kind];
  return id === undefined ? undefined : { kind, id };
}

/**
 * What is spoken of at an offset: that of the innermost range there that says it, or of several where they share one range
 * (two actors are marked on “both countries”). Where no mention is there, a known name says it too.
 */
export function spokenOfAt(
  article: Article,
  lists: EffectiveCodebook,
  names: NameFinder,
  offset: number,
): readonly SpokenOf[] {
  const under = annotationsUnder(article, offset);
  const found = under.flatMap(({ annotation, range }): SpokenOf[] => {
    const to = referredTo(annotation);
    return to ? [{ subject: subjectOf(lists, to.kind, to.id), range, annotation }] : [];
  });
  const [innermost] = found;
  const isMentioned = under.some(({ annotation }) => annotation.type === 'actor');
  const known = isMentioned ? [] : names.all(article.text, offset);
  const [name] = known;
  if (name && (!innermost || lengthOf(name.range) < lengthOf(innermost.range))) {
    return known.map(({ actor, range }) => ({
      subject: subjectOf(lists, 'actor', actor.id),
      range,
      annotation: undefined,
    }));
  }
  return distinct(
    found.filter(({ range }) => range.start === innermost?.range.start && range.end === innermost.range.end),
  );
}

/** Two annotators may have marked the same. */
function distinct(all: readonly SpokenOf[]): readonly SpokenOf[] {
  const key = ({ subject: { kind, item, id } }: SpokenOf): string => `${kind} ${item?.id ?? id}`;
  return [...new Map(all.map((one) => [key(one), one])).values()];
}
