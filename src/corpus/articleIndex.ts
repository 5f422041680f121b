import type { Link } from '../model/annotation';
import { compareRanges, type Range } from '../model/range';
import { compareCodeUnits } from '../model/codeUnits';
import { compareInArticle, type ArticlePlace } from './order';

export interface CorpusArticle extends ArticlePlace {
  readonly uri: string;
}

/** What the index is told of an annotation: `start` and `end` are its first range's, in UTF-16 code units. */
export interface IndexedAnnotation extends Range {
  readonly id: string;
  readonly type: string;
  readonly actor?: string;
  readonly topic?: string;
  readonly source?: string;
  readonly links?: readonly Link[];
}

/** What the index keeps of an annotation. */
export interface IndexedPlace extends Range {
  readonly id: string;
  readonly type: string;
  readonly actor?: string;
}

/** Which annotations are looked for: mentions of one of `actors`, else those of `type`, else all. */
export interface Wanted {
  readonly actors?: ReadonlySet<string>;
  readonly type?: string;
}

/** A selection or cursor (empty range); with `id`, the annotation at which one stands. */
export interface Position extends Range {
  readonly id?: string;
}

export type Direction = 'next' | 'previous';

/** What annotations may refer to by id. */
export type Referent = 'actor' | 'topic' | 'source';

/** Key of a count of references; a kind never holds a colon. */
export function referenceKey(kind: Referent, id: string): string {
  return `${kind}:${id}`;
}

/** The annotations of one article in the order of its text, with postings by actor and by type. Never changed. */
export class ArticleIndex {
  readonly places: readonly IndexedPlace[];
  /** Ascending indexes into `places` of the mentions of each actor. */
  readonly byActor = new Map<string, number[]>();
  readonly #byType = new Map<string, number[]>();
  /** How often each thing is referred to, by {@link referenceKey}. */
  readonly references = new Map<string, number>();

  constructor(
    readonly article: CorpusArticle,
    annotations: readonly IndexedAnnotation[],
  ) {
    this.places = annotations
      .map(({ id, type, start, end, actor }) =>
        type === 'actor' && actor !== undefined ? { id, type, start, end, actor } : { id, type, start, end },
      )
      .sort(compareInArticle);
    this.places.forEach((place, index) => {
      append(this.#byType, place.type, index);
      if (place.actor !== undefined) append(this.byActor, place.actor, index);
    });
    for (const annotation of annotations) this.#countReferences(annotation);
  }

  #countReferences({ actor, topic, source, links = [] }: IndexedAnnotation): void {
    const count = (kind: Referent, id: string | undefined): void => {
      if (id === undefined) return;
      const key = referenceKey(kind, id);
      this.references.set(key, (this.references.get(key) ?? 0) + 1);
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

  /** Postings whose union is what is wanted. */
  #postings(wanted: Wanted): readonly (readonly number[])[] {
    if (wanted.actors) return [...wanted.actors].map((actor) => this.byActor.get(actor) ?? []);
    if (wanted.type !== undefined) return [this.#byType.get(wanted.type) ?? []];
    return [...this.#byType.values()];
  }

  /** All that is wanted, in order. */
  *all(wanted: Wanted): Iterable<IndexedPlace> {
    const postings = this.#postings(wanted).filter((list) => list.length > 0);
    const indexes = postings.length === 1 ? postings[0] : postings.flat().sort((a, b) => a - b);
    for (const index of indexes ?? []) yield this.#place(index);
  }

  /** The first (`next`) or last (`previous`) that is wanted. */
  outermost(wanted: Wanted, direction: Direction): IndexedPlace | undefined {
    return this.#nearest(
      this.#postings(wanted).map((list) => list.at(direction === 'next' ? 0 : -1)),
      direction,
    );
  }

  /** The nearest wanted one strictly after or before `from` in the order of the text. An annotation that the selection
   * lies in is the current one, so never the answer, unless the selection is exactly another annotation within it. */
  neighbour(wanted: Wanted, from: Position, direction: Direction): IndexedPlace | undefined {
    const postings = this.#postings(wanted);
    const atOne = from.id !== undefined || postings.some((list) => this.#holdsRange(list, from));
    const candidates = postings.map((list) => {
      if (direction === 'next') return list[this.#countUntil(list, from, true)];
      let at = this.#countUntil(list, from, false) - 1;
      while (!atOne && at >= 0 && liesIn(from, this.#place(list[at]))) at -= 1;
      return at < 0 ? undefined : list[at];
    });
    return this.#nearest(candidates, direction);
  }

  #nearest(indexes: readonly (number | undefined)[], direction: Direction): IndexedPlace | undefined {
    const known = indexes.filter((index) => index !== undefined);
    if (known.length === 0) return undefined;
    return this.#place(direction === 'next' ? Math.min(...known) : Math.max(...known));
  }

  /** How many of the list stand before `from`, or (`inclusive`) before or at it. */
  #countUntil(list: readonly number[], from: Position, inclusive: boolean): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = comparePosition(this.#place(list[middle]), from);
      if (order < 0 || (inclusive && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #holdsRange(list: readonly number[], range: Range): boolean {
    return this.#countUntil(list, range, false) < this.#countUntil(list, range, true);
  }

  #place(index: number | undefined): IndexedPlace {
    const place = index === undefined ? undefined : this.places[index];
    if (!place) throw new RangeError(`No annotation ${index} in ${this.article.uri}`);
    return place;
  }
}

function append(postings: Map<string, number[]>, key: string, index: number): void {
  const list = postings.get(key);
  if (list) list.push(index);
  else postings.set(key, [index]);
}

/** Without an id, all annotations of one range stand at one position. */
function comparePosition(place: IndexedPlace, from: Position): number {
  return compareRanges(place, from) || (from.id === undefined ? 0 : compareCodeUnits(place.id, from.id));
}

/** Whether a selection lies in a place; a cursor at its end stands after it. */
function liesIn(from: Range, place: Range): boolean {
  return place.start <= from.start && from.end <= place.end && from.start < place.end;
}
