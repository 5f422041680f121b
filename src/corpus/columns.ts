import { valueOf, type Annotation, type Link } from '../model/annotation';
import type { Range } from '../model/range';
import { decidersOf } from '../model/superseded';
import { compareInArticle, type PlaceInArticle } from './order';

/** Where the numbers of a row stand in it. */
export const cell = {
  start: 0,
  end: 1,
  /** Where its id ends in {@link Columns.ids}. */
  idEnd: 2,
  /** How many links it and the rows before it have. */
  linksEnd: 3,
  /** 1 where it counts in figures; 0 in excluded ranges; 2 where another annotation supersedes it. */
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
  /** All attributes, as JSON: most of an article's are alike. */
  attributes: 17,
} as const;
export const ROW = 18;

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

/** What the index is told of an annotation: its fields, and its ranges in UTF-16 code units, of which the first counts. */
export type AnnotationInText = Omit<Annotation, 'target'> & { readonly target: readonly Range[] };

/** @param excluded boilerplate: what lies in it counts in no figure, nor does what another annotation supersedes */
export function packed(annotations: readonly AnnotationInText[], excluded: readonly Range[]): Columns {
  return new Packing(annotations, excluded).columns();
}

/** An annotation, and its range. */
interface Placed extends PlaceInArticle {
  readonly annotation: AnnotationInText;
}

const NOWHERE: Range = { start: 0, end: 0 };

class Packing {
  readonly #rows = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  readonly #numbers: Numbers;
  #next = 0;
  #idEnd = 0;
  #linksEnd = 0;

  readonly #sorted: readonly Placed[];
  /** Where the last range ends. */
  readonly #furthest: number;

  constructor(
    annotations: readonly AnnotationInText[],
    private readonly excluded: readonly Range[],
  ) {
    this.#sorted = annotations
      .map((annotation): Placed => {
        const { start, end } = annotation.target[0] ?? NOWHERE;
        return { id: annotation.id, start, end, annotation };
      })
      .sort(compareInArticle);
    for (const [row, { id }] of this.#sorted.entries()) this.#rows.set(id, row);
    let [links, ids, furthest] = [0, 0, 0];
    for (const { id, end, annotation } of this.#sorted) {
      links += annotation.links?.length ?? 0;
      ids += id.length;
      furthest = Math.max(furthest, end);
    }
    this.#furthest = furthest;
    const length = annotations.length * ROW + links * LINK;
    // No number is higher, however many texts there are.
    const most = Math.max(furthest, ids, annotations.length + length);
    this.#numbers =
      most <= 0xffff
        ? new Uint16Array(length)
        : furthest <= 0xffff_ffff
          ? new Uint32Array(length)
          : new Float64Array(length);
  }

  columns(): Columns {
    const sorted = this.#sorted;
    const supersedes = new Map<number, readonly string[]>();
    const deciding: AnnotationInText[] = [];
    for (const [row, { annotation }] of sorted.entries()) {
      if (!annotation.supersedes) continue;
      supersedes.set(row, annotation.supersedes);
      deciding.push(annotation);
    }
    const superseded = decidersOf(deciding);
    const isExcluded = within(this.excluded);
    for (const annotation of sorted)
      this.#addRow(annotation, isExcluded(annotation) ? 0 : superseded.has(annotation.id) ? 2 : 1);
    for (const { annotation } of sorted) for (const link of annotation.links ?? []) this.#addLink(link);
    return {
      count: sorted.length,
      texts: [...this.#texts.keys()],
      ids: sorted.map(({ id }) => id).join(''),
      numbers: this.#narrowed(),
      supersedes,
    };
  }

  /** In the order of {@link cell}. */
  #addRow({ id, start, end, annotation }: Placed, counts: 0 | 1 | 2): void {
    this.#add(start);
    this.#add(end);
    this.#add((this.#idEnd += id.length));
    this.#add((this.#linksEnd += annotation.links?.length ?? 0));
    this.#add(counts);
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
    this.#addText(annotation.attributes && JSON.stringify(annotation.attributes));
  }

  /** In the order of {@link linkCell}. */
  #addLink({ role, actor, annotation, source, for: onBehalf }: Link): void {
    const row = annotation === undefined ? undefined : this.#rows.get(annotation);
    this.#addText(role);
    this.#addText(actor);
    if (annotation === undefined) this.#add(0);
    else this.#add(row === undefined ? this.#sorted.length + this.#placeOf(annotation) : row + 1);
    this.#addText(source);
    this.#addText(onBehalf);
  }

  #addText(text: string | undefined): void {
    this.#add(text === undefined ? 0 : this.#placeOf(text));
  }

  #add(number: number): void {
    this.#numbers[this.#next++] = number;
  }

  /** All numbers are places in the text, in lists of ids, links and texts, or a row and such a place. */
  #narrowed(): Numbers {
    if (this.#numbers instanceof Uint16Array) return this.#numbers;
    const most = Math.max(this.#furthest, this.#idEnd, this.#linksEnd, this.#sorted.length + this.#texts.size);
    return most <= 0xffff ? new Uint16Array(this.#numbers) : this.#numbers;
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
