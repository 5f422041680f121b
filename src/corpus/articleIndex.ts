import { compareCodeUnits } from '../model/codeUnits';
import { compareRanges, type Range } from '../model/range';
import type { Referent } from '../model/references';
import { counted, type CorpusArticle, type IndexedAnnotation, type IndexedArticle, type Linked } from './indexed';
import { compareInArticle } from './order';
import { fits, type Wanted } from './wanted';

/** A selection or cursor (empty range); with `id`, the annotation at which one stands. */
export interface Position extends Range {
  readonly id?: string;
}

export type Direction = 'next' | 'previous';

/** Key of a count of references; a kind never holds a colon. */
export function referenceKey(kind: Referent, id: string): string {
  return `${kind}:${id}`;
}

/** The annotations of one article in the order of its text. Never changed. */
export class ArticleIndex {
  readonly annotations: readonly IndexedAnnotation[];
  /** Those that count in figures. */
  readonly counted: readonly IndexedAnnotation[];
  /** How many mentions of each actor count; 0 where there are only others. */
  readonly mentions = new Map<string, number>();
  /** How often each thing is referred to, by {@link referenceKey}. */
  readonly references = new Map<string, number>();
  readonly #byId: ReadonlyMap<string, IndexedAnnotation>;
  readonly linked: Linked = (id) => this.#byId.get(id);

  constructor(
    readonly article: CorpusArticle,
    annotations: readonly IndexedAnnotation[],
  ) {
    this.annotations = [...annotations].sort(compareInArticle);
    this.counted = counted(this.annotations, article.excluded ?? []);
    this.#byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const annotation of annotations) this.#countReferences(annotation);
    for (const { type, actor } of this.annotations)
      if (type === 'actor' && actor !== undefined) this.mentions.set(actor, 0);
    for (const { type, actor } of this.counted)
      if (type === 'actor' && actor !== undefined) add(this.mentions, actor, 1);
  }

  summary(): IndexedArticle {
    const { uri, folder, path, info, coding = [] } = this.article;
    const counts = new Map<string, number>();
    for (const { type } of this.counted) add(counts, type, 1);
    return { uri, folder, path, info, coding, counts };
  }

  /** All that is wanted, in order. */
  all(wanted: Wanted): readonly IndexedAnnotation[] {
    return this.annotations.filter((annotation) => fits(annotation, wanted, this.linked));
  }

  /** The first (`next`) or last (`previous`) that is wanted. */
  outermost(wanted: Wanted, direction: Direction): IndexedAnnotation | undefined {
    return this.all(wanted).at(direction === 'next' ? 0 : -1);
  }

  /** The nearest wanted one strictly after or before `from` in the order of the text. An annotation that the selection
   * lies in is the current one, so never the answer, unless the selection is exactly another annotation within it. */
  neighbour(wanted: Wanted, from: Position, direction: Direction): IndexedAnnotation | undefined {
    const all = this.all(wanted);
    if (direction === 'next') return all.find((annotation) => comparePosition(annotation, from) > 0);
    const atOne = from.id !== undefined || all.some((annotation) => compareRanges(annotation, from) === 0);
    return all.findLast((annotation) => comparePosition(annotation, from) < 0 && (atOne || !liesIn(from, annotation)));
  }

  #countReferences({ actor, topic, source, links = [] }: IndexedAnnotation): void {
    const count = (kind: Referent, id: string | undefined): void => {
      if (id !== undefined) add(this.references, referenceKey(kind, id), 1);
    };
    count('actor', actor);
    count('topic', topic);
    count('source', source);
    for (const link of links) {
      count('actor', link.actor);
      count('actor', link.for);
      count('source', link.source);
    }
  }
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** Without an id, all annotations of one range stand at one position. */
function comparePosition(annotation: IndexedAnnotation, from: Position): number {
  return compareRanges(annotation, from) || (from.id === undefined ? 0 : compareCodeUnits(annotation.id, from.id));
}

/** Whether a selection lies in a place; a cursor at its end stands after it. */
function liesIn(from: Range, place: Range): boolean {
  return place.start <= from.start && from.end <= place.end && from.start < place.end;
}
