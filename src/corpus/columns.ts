import { valueOf, type Annotation } from '../model/annotation';
import type { Range } from '../model/range';
import { compareInArticle } from './order';

/** Where the numbers of a row stand in it. */
export const cell = {
  start: 0,
  end: 1,
  /** Where its id ends in {@link Columns.ids}. */
  idEnd: 2,
  /** How many links it and the rows before it have. */
  linksEnd: 3,
  /** 1 where it counts in figures, else 0. */
  counts: 4,
  // From here on texts: the place in `Columns.texts` plus 1, or 0 for none.
  type: 5,
  actor: 6,
  form: 7,
  topic: 8,
  stance: 9,
  attribution: 10,
  source: 11,
  kind: 12,
  date: 13,
  verdict: 14,
  creator: 15,
  text: 16,
} as const;
export const ROW = 17;

/** The fields of an annotation that the index keeps as texts. */
export const textFields = [
  ...(['type', 'actor', 'form', 'topic', 'stance', 'attribution'] as const),
  ...(['source', 'kind', 'date', 'verdict', 'creator', 'text'] as const),
];

/** Where the numbers of a link stand in it: texts, but `annotation` is the row (plus 1) of one that the article has, else the
 * text of its id plus the count of rows. */
export const linkCell = { role: 0, actor: 1, annotation: 2, source: 3, for: 4 } as const;
export const LINK = 5;
export const linkFields = ['role', 'actor', 'annotation', 'source', 'for'] as const;

/** One article's annotations in the order of its text, in few objects: a million of them must fit into memory, and lie in
 * the cache as they are. Never changed. */
export interface Columns {
  /** How many annotations. */
  readonly count: number;
  /** What fields and links hold, each once. */
  readonly texts: readonly string[];
  /** All ids, one behind the other. */
  readonly ids: string;
  /** {@link ROW} numbers an annotation, then {@link LINK} numbers a link. */
  readonly numbers: Numbers;
  /** By row, of those that have it. */
  readonly supersedes: ReadonlyMap<number, readonly string[]>;
}

export type Numbers = Uint16Array | Uint32Array | Float64Array;

/** What the index is told of an annotation: its fields, and its first range in UTF-16 code units. */
export type AnnotationInText = Omit<Annotation, 'target'> & Range;

/** @param excluded boilerplate: what lies in it counts in no figure, nor does what another annotation supersedes */
export function packed(annotations: readonly AnnotationInText[], excluded: readonly Range[]): Columns {
  return new Packing([...annotations].sort(compareInArticle), excluded).columns();
}

class Packing {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #texts = new Map<string, number>();
  readonly #numbers: number[] = [];
  readonly #links: number[] = [];
  readonly #supersedes = new Map<number, readonly string[]>();
  readonly #ids: string[] = [];
  #idEnd = 0;

  constructor(sorted: readonly AnnotationInText[], excluded: readonly Range[]) {
    this.#rows = new Map(sorted.map(({ id }, row) => [id, row]));
    const superseded = new Set(sorted.flatMap(({ id, supersedes = [] }) => supersedes.filter((other) => other !== id)));
    const isExcluded = within(excluded);
    for (const [row, annotation] of sorted.entries()) {
      this.#add(annotation, !superseded.has(annotation.id) && !isExcluded(annotation));
      if (annotation.supersedes) this.#supersedes.set(row, annotation.supersedes);
    }
  }

  columns(): Columns {
    return {
      count: this.#rows.size,
      texts: [...this.#texts.keys()],
      ids: this.#ids.join(''),
      numbers: narrowed(this.#numbers, this.#links),
      supersedes: this.#supersedes,
    };
  }

  #add(annotation: AnnotationInText, counts: boolean): void {
    this.#ids.push(annotation.id);
    this.#idEnd += annotation.id.length;
    for (const link of annotation.links ?? []) {
      for (const field of linkFields) {
        this.#links.push(field === 'annotation' ? this.#linked(link.annotation) : this.#text(link[field]));
      }
    }
    const { start, end } = annotation;
    this.#numbers.push(start, end, this.#idEnd, this.#links.length / LINK, counts ? 1 : 0);
    for (const field of textFields) {
      this.#numbers.push(this.#text(field === 'verdict' ? verdictOf(annotation) : annotation[field]));
    }
  }

  #linked(id: string | undefined): number {
    if (id === undefined) return 0;
    const row = this.#rows.get(id);
    return row === undefined ? this.#rows.size + this.#text(id) : row + 1;
  }

  #text(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size + 1);
    return this.#texts.size;
  }
}

function verdictOf({ attributes }: AnnotationInText): string | undefined {
  const verdict = valueOf(attributes, 'verdict');
  return typeof verdict === 'string' ? verdict : undefined;
}

/** Tells of ranges, asked in their order, whether one of `outer` holds them. */
function within(outer: readonly Range[]): (range: Range) => boolean {
  const sorted = outer.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  let next = 0;
  let furthest = -1;
  return ({ start, end }) => {
    for (let one = sorted[next]; one && one.start <= start; one = sorted[++next])
      furthest = Math.max(furthest, one.end);
    return end <= furthest;
  };
}

/** Both lists as one, in as few bytes as the greatest number allows. */
function narrowed(rows: readonly number[], links: readonly number[]): Numbers {
  let most = 0;
  for (const number of rows) most = Math.max(most, number);
  for (const number of links) most = Math.max(most, number);
  const length = rows.length + links.length;
  const all =
    most <= 0xffff ? new Uint16Array(length) : most <= 0xffff_ffff ? new Uint32Array(length) : new Float64Array(length);
  all.set(rows);
  all.set(links, rows.length);
  return all;
}
