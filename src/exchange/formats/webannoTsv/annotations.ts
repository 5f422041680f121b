import type { Range } from '../../../model/range';
import { InputError, type InputPlace } from '../../inputError';
import type { ReadRelation } from '../../spans/layers/reading';
import { numbered, splitCell, unescapeValue } from './escaping';
import type { Column, Layer } from './header';

interface Growing {
  readonly key: string;
  readonly layer: string;
  readonly start: number;
  end: number;
  readonly features: Map<string, string>;
}

/** One annotation's cells in a row. */
interface Stacked {
  readonly cells: ReadonlyMap<Column, string>;
  /** The number in brackets; of a relation and a chain, none. */
  readonly number: number | undefined;
}

/** The annotations of a file, put together from its rows. */
export class Annotations {
  readonly #layers: readonly Layer[];
  readonly #path: string;
  readonly #annotations = new Map<string, Growing>();
  /** Keys of annotations by number, and by unit. */
  readonly #byNumber = new Map<number, string[]>();
  readonly #byUnit = new Map<string, string[]>();
  /** Keys of a chain's links, by layer and chain. */
  readonly #chains = new Map<string, { readonly n: number; readonly key: string; readonly label: string }[]>();
  readonly #relations: (() => ReadRelation)[] = [];

  constructor(layers: readonly Layer[], path: string) {
    this.#layers = layers;
    this.#path = path;
  }

  get all(): Iterable<Growing> {
    return this.#annotations.values();
  }

  /** A token's or sub-token's row. */
  addRow(unit: string, range: Range, values: readonly string[], line: number): void {
    this.#byUnit.set(unit, []);
    const place: InputPlace = { path: this.#path, line };
    for (const layer of this.#layers) {
      for (const [n, stacked] of stackedOf(layer, values).entries()) {
        if (layer.kind === 'relation') this.#addRelation(layer, unit, stacked, place);
        else if (layer.kind === 'chain') this.#addLink(layer, unit, n, range, stacked);
        else this.#addSpan(layer, unit, n, range, stacked, place);
      }
    }
  }

  /** To be called after the last row. Throws an {@link InputError} with the line where a reference leads nowhere. */
  relations(): ReadRelation[] {
    const chains = [...this.#chains.values()].flatMap((links) => {
      const sorted = links.sort((a, b) => a.n - b.n);
      return sorted.slice(1).map((link, n): ReadRelation => {
        const before = sorted[n] ?? link;
        const features = new Map(before.label === '' ? [] : [['referenceRelation', before.label]]);
        return { layer: 'next', from: before.key, to: link.key, features };
      });
    });
    return [...this.#relations.map((relation) => relation()), ...chains];
  }

  #addSpan(layer: Layer, unit: string, n: number, range: Range, { cells, number }: Stacked, place: InputPlace): void {
    const key = number === undefined ? `${layer.name}@${unit}#${n}` : `${layer.name}[${number}]`;
    const isNew = this.#grow(key, layer.name, unit, range, featuresOf(cells));
    if (!isNew) return;
    if (number !== undefined) this.#byNumber.set(number, [...(this.#byNumber.get(number) ?? []), key]);
    const roles = layer.columns.filter(({ kind }) => kind === 'roles');
    for (const column of roles) {
      const targets = layer.columns.find(({ index }) => index === column.index + 1);
      const ends = targets ? splitCell(cells.get(targets) ?? '*', ';') : [];
      const said = splitCell(cells.get(column) ?? '_', ';');
      for (const [at, end] of ends.entries()) {
        if (end === '*' || end === '_') continue;
        const role = said[at] ?? '*';
        const features = new Map(role === '*' || role === '_' ? [] : [['role', unescapeValue(role)]]);
        const { value: to, number: target = 0 } = numbered(end);
        this.#relations.push(() => {
          return { layer: column.name, from: key, to: this.#resolve(targets?.name ?? '', to, target, place), features };
        });
      }
    }
  }

  #addLink(layer: Layer, unit: string, n: number, range: Range, { cells }: Stacked): void {
    const link = layer.columns.find(({ kind }) => kind === 'link');
    const cell = link ? cells.get(link) : undefined;
    const [, label = '', chain, at] = /^((?:[^\\]|\\.)*?)->(\d{1,9})-(\d{1,9})$/su.exec(cell ?? '') ?? [];
    const key = chain === undefined ? `${layer.name}@${unit}#${n}` : `${layer.name}->${chain}-${at}`;
    const isNew = this.#grow(key, layer.name, unit, range, featuresOf(cells));
    if (!isNew || chain === undefined) return;
    const links = this.#chains.get(`${layer.name}->${chain}`) ?? [];
    links.push({ n: Number(at), key, label: label === '*' ? '' : unescapeValue(label) });
    this.#chains.set(`${layer.name}->${chain}`, links);
  }

  #addRelation(layer: Layer, unit: string, { cells }: Stacked, place: InputPlace): void {
    const column = layer.columns.find(({ kind }) => kind === 'from');
    const cell = (column && cells.get(column)) ?? '';
    const [, from = '', source = '0', target = '0'] = /^([\d.-]+)(?:\[(\d{1,9})_(\d{1,9})\])?$/.exec(cell) ?? [];
    const base = column?.name ?? '';
    const features = featuresOf(cells);
    this.#relations.push(() => ({
      layer: layer.name,
      from: this.#resolve(base, from, Number(source), place),
      to: this.#resolve(base, unit, Number(target), place),
      features,
    }));
  }

  /** Makes an annotation, or makes one longer that began in an earlier row. Whether it is new. */
  #grow(key: string, layer: string, unit: string, range: Range, features: Map<string, string>): boolean {
    this.#byUnit.get(unit)?.push(key);
    const known = this.#annotations.get(key);
    if (!known) this.#annotations.set(key, { ...range, key, layer, features });
    else known.end = Math.max(known.end, range.end);
    return !known;
  }

  /** The key of an annotation by its number, or else of the first of its layer in a unit; empty where none of that layer is there
   * (it may be one that is no layer, as tokens are). */
  #resolve(layer: string, unit: string, number: number, place: InputPlace): string {
    const inLayer = (keys: readonly string[]): string | undefined =>
      keys.find((key) => this.#annotations.get(key)?.layer === layer);
    const keys = number > 0 ? this.#byNumber.get(number) : this.#byUnit.get(unit);
    if (!keys) throw new InputError(`There is no ${number > 0 ? `annotation [${number}]` : `token ${unit}`}`, place);
    return inLayer(keys) ?? (number > 0 || layer === 'uima.tcas.Annotation' ? (keys[0] ?? '') : '');
  }
}

/** A layer's annotations in a row; the first of each column are one, and so on. */
function stackedOf({ kind, columns }: Layer, values: readonly string[]): Stacked[] {
  const found: { cells: Map<Column, string>; number: number | undefined }[] = [];
  for (const column of columns) {
    const raw = values[column.index] ?? '_';
    if (raw === '_') continue;
    for (const [n, cell] of splitCell(raw, '|').entries()) {
      const isPlain = kind === 'relation' || column.kind === 'link' || column.kind === 'targets';
      const { value, number } = isPlain ? { value: cell, number: undefined } : numbered(cell);
      const stacked = (found[n] ??= { cells: new Map(), number: undefined });
      stacked.cells.set(column, value);
      stacked.number ??= kind === 'chain' ? undefined : number;
    }
  }
  return found;
}

function featuresOf(cells: ReadonlyMap<Column, string>): Map<string, string> {
  const said = [...cells].filter(([{ kind }, cell]) => kind === 'feature' && cell !== '*');
  return new Map(said.map(([{ name }, cell]) => [name, unescapeValue(cell)]));
}
