import type { Attributes, Link } from '../model/annotation';
import { cell, LINK, linkCell, linkFields, ROW, textFields, type Columns } from './columns';
import type { IndexedAnnotation } from './indexed';

/** Reads an article's annotations by their rows, which are in the order of its text; fields as in {@link Columns}. */
export class Rows {
  readonly #links: number;

  constructor(readonly columns: Columns) {
    this.#links = columns.count * ROW;
  }

  get count(): number {
    return this.columns.count;
  }

  number(row: number, at: number): number {
    return this.columns.numbers[row * ROW + at] ?? 0;
  }

  linkNumber(link: number, at: number): number {
    return this.columns.numbers[this.#links + link * LINK + at] ?? 0;
  }

  /** Whether it counts in figures. */
  counts(row: number): boolean {
    return this.number(row, cell.counts) === 1;
  }

  /** Where a row's links end among all links; they begin where those of the row before end. */
  linksEnd(row: number): number {
    return row < 0 ? 0 : this.number(row, cell.linksEnd);
  }

  someLink(row: number, fits: (link: number) => boolean): boolean {
    const end = this.linksEnd(row);
    for (let link = this.linksEnd(row - 1); link < end; link += 1) if (fits(link)) return true;
    return false;
  }

  /** What a link leads to: its own actor or source, else that of the annotation that it leads to; the number of a text. */
  linked(link: number, field: 'actor' | 'source'): number {
    const own = this.linkNumber(link, linkCell[field]);
    const row = this.linkNumber(link, linkCell.annotation);
    return own > 0 || row === 0 || row > this.count ? own : this.number(row - 1, cell[field]);
  }

  /** The number of a text; 0 where the article has no such one. */
  placeOf(text: string): number {
    return this.columns.texts.indexOf(text) + 1;
  }

  /** By the numbers of the article's texts: 1 for those that are among these; undefined where none is. */
  among(texts: ReadonlySet<string>): Uint8Array | undefined {
    let found: Uint8Array | undefined;
    for (const text of texts) {
      const place = this.placeOf(text);
      if (place === 0) continue;
      found ??= new Uint8Array(this.columns.texts.length + 1);
      found[place] = 1;
    }
    return found;
  }

  /** Undefined for 0, which stands for none. */
  textAt(place: number): string | undefined {
    return place === 0 ? undefined : this.columns.texts[place - 1];
  }

  id(row: number): string {
    const from = row === 0 ? 0 : this.number(row - 1, cell.idEnd);
    return this.columns.ids.slice(from, this.number(row, cell.idEnd));
  }

  type(row: number): string {
    return this.textAt(this.number(row, cell.type)) ?? '';
  }

  attributes(row: number): Attributes | undefined {
    const json = this.textAt(this.number(row, cell.attributes));
    return json === undefined ? undefined : (JSON.parse(json) as Attributes);
  }

  annotation(row: number): IndexedAnnotation {
    const found: { -readonly [field in keyof IndexedAnnotation]: IndexedAnnotation[field] } = {
      id: this.id(row),
      type: '',
      start: this.number(row, cell.start),
      end: this.number(row, cell.end),
    };
    for (const field of textFields) {
      const text = this.textAt(this.number(row, cell[field]));
      if (text !== undefined) found[field] = text;
    }
    const end = this.linksEnd(row);
    const links: Link[] = [];
    for (let link = this.linksEnd(row - 1); link < end; link += 1) links.push(this.#link(link));
    if (links.length > 0) found.links = links;
    const supersedes = this.columns.supersedes.get(row);
    if (supersedes) found.supersedes = supersedes;
    return found;
  }

  #link(number: number): Link {
    const link: { -readonly [field in keyof Link]: Link[field] } = { role: '' };
    for (const field of linkFields) {
      const place = this.linkNumber(number, linkCell[field]);
      const text = field === 'annotation' ? this.#linkedId(place) : this.textAt(place);
      if (text !== undefined) link[field] = text;
    }
    return link;
  }

  #linkedId(place: number): string | undefined {
    if (place === 0) return undefined;
    return place > this.count ? this.textAt(place - this.count) : this.id(place - 1);
  }
}
