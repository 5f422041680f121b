import { LineIndex } from '../model/lines';
import type { Salvage } from './brokenJson';
import type { Path } from './brokenLevels';
import { checkField } from './check';
import { fieldName } from './read';
import type { Field, Shape } from './shapes';

/** Something of a file that couldn't be rescued, or not as it stood. */
export interface Lost {
  /** The field, as "annotations[3].target[0].start", where an index counts what was left so far; may be empty. */
  readonly path: string;
  /** From 1: of what is lost, or of the object that it stood in. */
  readonly line: number;
  /** In English, of a sentence's length. */
  readonly reason: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gathers what is lost of a text that was salvaged. */
export class Losses {
  readonly lost: Lost[];
  readonly isWhole: Salvage['isWhole'];
  readonly #offsetOf: Salvage['offsetOf'];
  readonly #lines: LineIndex;

  constructor(text: string, { damage, offsetOf, isWhole }: Salvage) {
    this.isWhole = isWhole;
    this.#lines = new LineIndex(text);
    this.#offsetOf = offsetOf;
    this.lost = damage.map(({ offset, path, reason }) => this.#lost(offset, path, reason));
  }

  /** `around`: an object or list of the salvaged value. */
  add(around: object, path: Path, reason: string): void {
    this.lost.push(this.#lost(this.#offsetOf(around), path, reason));
  }

  #lost(offset: number, path: Path, reason: string): Lost {
    return { path: fieldName(path), line: this.#lines.lineAt(offset) + 1, reason };
  }
}

/** Makes an item of a list whole, or gives undefined where that can't be; `original` is where it was read. */
export type Complete = (item: Fields, shape: Shape, path: Path, original: object) => Fields | undefined;

/** Fits salvaged objects to the shape that they should have. */
export class Fitting {
  constructor(
    readonly losses: Losses,
    private readonly complete: Complete,
  ) {}

  /** The object without the fields that don't hold what they should. */
  object(value: Fields, shape: Shape, path: Path): Fields {
    const entries = Object.entries(value).flatMap(([key, before]): [string, unknown][] => {
      const after = this.#field(before, shape.fields.get(key), [...path, key], value);
      return after === undefined ? [] : [[key, after]];
    });
    return Object.fromEntries(entries);
  }

  /** The items of a list that are whole, or can be made so. */
  list(values: readonly unknown[], shape: Shape, path: Path): Fields[] {
    return values.flatMap((value, index): Fields[] => {
      const at = [...path, index];
      if (!isFields(value)) {
        this.losses.add(values, at, 'must be an object');
        return [];
      }
      const item = this.complete(this.object(value, shape, at), shape, at, value);
      return item ? [item] : [];
    });
  }

  #field(value: unknown, field: Field | undefined, path: Path, around: object): unknown {
    if (field === undefined) return this.#unknown(value, path, around);
    if (typeof field === 'object') {
      if ('object' in field && isFields(value)) return this.object(value, field.object, path);
      if ('list' in field && Array.isArray(value)) return this.list(value as readonly unknown[], field.list, path);
    } else if (field === 'strings' && Array.isArray(value)) {
      const strings = value.filter((item) => typeof item === 'string');
      if (strings.length < value.length) this.losses.add(value, path, 'must be a list of strings');
      return strings;
    } else if (field === 'values' && isFields(value)) {
      const entries = Object.entries(value).map(([key, inner]) => [key, this.#unknown(inner, [...path, key], value)]);
      return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
    }
    const issue = checkField(value, field, 1);
    if (!issue) return value;
    this.losses.add(around, path, issue.message);
    return undefined;
  }

  /** What we don't know the shape of is kept as it is, or not at all. */
  #unknown(value: unknown, path: Path, around: object): unknown {
    if (typeof value !== 'object' || value === null || this.losses.isWhole(value)) return value;
    this.losses.add(around, path, 'is not whole');
    return undefined;
  }
}

/** Drops an item that lacks what it needs. */
export function needed(losses: Losses): Complete {
  return (item, shape, path, original) => {
    const missing = shape.required.find((key) => item[key] === undefined);
    if (missing === undefined) return item;
    losses.add(original, path, `needs "${missing}"`);
    return undefined;
  };
}

/** The items with ids of their own: one that is there already is left out, another under its id gets a new one. */
export function withOwnIds(
  items: readonly Fields[],
  path: Path,
  same: (a: Fields, b: Fields) => boolean,
  newId: (item: { readonly id: string }, n: number) => string,
  losses: Losses,
): Fields[] {
  const taken = new Set(items.map(idOf));
  const first = new Map<string, Fields>();
  return items.flatMap((item, index) => {
    const id = idOf(item);
    const other = first.get(id);
    if (!other) {
      first.set(id, item);
      return [item];
    }
    if (same(other, item)) {
      losses.add(item, [...path, index], `stands twice, as "${id}"`);
      return [];
    }
    let n = 2;
    while (taken.has(newId({ ...item, id }, n))) n++;
    const own = newId({ ...item, id }, n);
    taken.add(own);
    losses.add(item, [...path, index, 'id'], `"${id}" is already taken; it is now "${own}"`);
    return [{ ...item, id: own }];
  });
}

const idOf = (item: Fields): string => item['id'] as string;
