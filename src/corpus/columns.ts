import { valueOf, type Annotation, type Link } from '../model/annotation';
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
  readonly #rows = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  readonly #numbers: Float64Array;
  #next = 0;
  #idEnd = 0;
  #linksEnd = 0;

  constructor(
    private readonly sorted: readonly AnnotationInText[],
    private readonly excluded: readonly Range[],
  ) {
    for (const [row, { id }] of sorted.entries()) this.#rows.set(id, row);
    const links = sorted.reduce((sum, annotation) => sum + (annotation.links?.length ?? 0), 0);
    this.#numbers = new Float64Array(sorted.length * ROW + links * LINK);
  }

  columns(): Columns {
    const { sorted } = this;
    const superseded = new Set<string>();
    const supersedes = new Map<number, readonly string[]>();
    for (const [row, annotation] of sorted.entries()) {
      if (!annotation.supersedes) continue;
      supersedes.set(row, annotation.supersedes);
      for (const other of annotation.supersedes) if (other !== annotation.id) superseded.add(other);
    }
    const isExcluded = within(this.excluded);
    for (const annotation of sorted)
      this.#addRow(annotation, !isExcluded(annotation) && !superseded.has(annotation.id));
    for (const { links } of sorted) for (const link of links ?? []) this.#addLink(link);
    return {
      count: sorted.length,
      texts: [...this.#texts.keys()],
      ids: sorted.map(({ id }) => id).join(''),
      numbers: narrowed(this.#numbers),
      supersedes,
    };
  }

  /** In the order of {@link cell}. */
  #addRow(annotation: AnnotationInText, counts: boolean): void {
    this.#add(annotation.start);
    this.#add(annotation.end);
    this.#add((this.#idEnd += annotation.id.length));
    this.#add((this.#linksEnd += annotation.links?.length ?? 0));
    this.#add(counts ? 1 : 0);
    this.#addText(annotation.type);
    this.#addText(annotation.actor);
    this.#addText(annotation.form);
    this.#addText(annotation.topic);
    this.#addText(annotation.stance);
    this.#addText(annotation.attribution);
    this.#addText(annotation.source);
    this.#addText(annotation.kind);
    this.#addText(annotation.date);
    this.#addText(verdictOf(annotation));
    this.#addText(annotation.creator);
    this.#addText(annotation.text);
  }

  /** In the order of {@link linkCell}. */
  #addLink({ role, actor, annotation, source, for: onBehalf }: Link): void {
    const row = annotation === undefined ? undefined : this.#rows.get(annotation);
    this.#addText(role);
    this.#addText(actor);
    if (annotation === undefined) this.#add(0);
    else this.#add(row === undefined ? this.sorted.length + this.#placeOf(annotation) : row + 1);
    this.#addText(source);
    this.#addText(onBehalf);
  }

  #addText(text: string | undefined): void {
    this.#add(text === undefined ? 0 : this.#placeOf(text));
  }

  #add(number: number): void {
    this.#numbers[this.#next++] = number;
  }

  #placeOf(text: string): number {
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

/** The same numbers in as few bytes as the greatest allows. */
function narrowed(numbers: Float64Array): Numbers {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  if (most <= 0xffff) return new Uint16Array(numbers);
  return most <= 0xffff_ffff ? new Uint32Array(numbers) : numbers;
}
