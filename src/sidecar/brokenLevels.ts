import type { Token } from './brokenTokens';
import { broken } from './brokenTokens';

export type Path = readonly (string | number)[];

/** Something of a broken text that isn't in the value, or was closed by a guess. */
export interface Damage {
  readonly offset: number;
  /** Where in the value. */
  readonly path: Path;
  readonly reason: string;
  /** Whether fields of the object at `path` may be gone with their names. */
  readonly hidesFields: boolean;
}

/** What becomes of an object or a list when it ends: its place has it, it has none, or it is not to be kept. */
export type Fate = 'kept' | 'stray' | 'dropped';

/** An object or a list that is being read. */
export interface Level {
  readonly isList: boolean;
  readonly offset: number;
  /** Of its opening bracket's line. */
  readonly indent: number;
  /** Where that line begins. */
  readonly line: number;
  readonly fate: Fate;
  readonly items: unknown[];
  readonly fields: Map<string, unknown>;
  /** Whether anything that stands in it may be lost. */
  isHurt: boolean;
  /** The field whose value is expected; `isLost`: that value is not to be kept. */
  pending: { readonly key: string; readonly isLost: boolean } | undefined;
}

/** Damage after this much is only counted. */
const MOST_DAMAGE = 10_000;

/** The objects and lists that are open at a place of a broken text, and what was read so far. */
export class BrokenLevels {
  readonly damage: Damage[] = [];
  /** Objects that have no place. */
  readonly strays: Readonly<Record<string, unknown>>[] = [];
  readonly #levels: Level[] = [];
  readonly #offsets = new Map<object, number>();
  readonly #hurt = new Set<object>();
  #damageCount = 0;
  #root: Level | undefined;

  get depth(): number {
    return this.#levels.length;
  }

  get top(): Level | undefined {
    return this.#levels.at(-1);
  }

  /** The one around the innermost. */
  get around(): Level | undefined {
    return this.#levels.at(-2);
  }

  push(isList: boolean, { offset, indent, line }: Pick<Token, 'offset' | 'indent' | 'line'>, fate: Fate): Level {
    const fields = new Map<string, unknown>();
    const level: Level = { isList, offset, indent, line, fate, items: [], fields, isHurt: false, pending: undefined };
    if (this.#levels.length === 0 && !isList) this.#root ??= level;
    this.#levels.push(level);
    return level;
  }

  /** What comes behind the outermost object belongs into it: a bracket too many closed it. */
  reopen(offset: number): Level | undefined {
    if (!this.#root) return undefined;
    this.#levels.push(this.#root);
    this.lose(offset, 'stands behind the end');
    return this.#root;
  }

  /** The index of the innermost level that fits. */
  nearest(fits: (level: Level, index: number) => boolean): number | undefined {
    const index = this.#levels.findLastIndex(fits);
    return index < 0 ? undefined : index;
  }

  /** Ends the innermost level, which its own bracket doesn't. */
  close(offset: number, reason: string): void {
    this.endField(offset);
    if (this.top?.fate !== 'dropped') this.lose(offset, reason, true);
    this.pop();
  }

  /** Ends the innermost level; what holds it gets its value. */
  pop(): void {
    const level = this.#levels.pop();
    if (!level || level === this.#root) return;
    const around = this.top;
    if (around && (level.isHurt || level.fate !== 'kept')) around.isHurt = true;
    const value = level.fate === 'dropped' ? broken : this.#valueOf(level);
    if (level.fate !== 'stray') return this.deliver(value, level.offset);
    for (const stray of level.isList ? level.items : [value]) if (isObject(stray)) this.strays.push(stray);
  }

  /** A value where one is expected; a list behind a name that has one already is the rest of that. */
  deliver(value: unknown, offset: number): void {
    const { top } = this;
    if (!top) return;
    if (top.isList) {
      if (value !== broken) top.items.push(value);
      return;
    }
    if (!top.pending) return;
    const { key, isLost } = top.pending;
    if (value !== broken && !isLost) {
      const before = top.fields.get(key);
      if (Array.isArray(before) && Array.isArray(value)) {
        for (const item of value as unknown[]) before.push(item);
        this.lose(offset, 'stands twice: the two lists were joined');
      } else if (top.fields.has(key)) this.lose(offset, 'stands twice');
      else top.fields.set(key, value);
    }
    top.pending = undefined;
  }

  /** No value comes any more for the field that was named. */
  endField(offset: number): void {
    const { top } = this;
    if (top?.pending && !top.pending.isLost) this.lose(offset, 'has no value');
    if (top) top.pending = undefined;
  }

  lose(offset: number, reason: string, hidesFields = false): void {
    const { top } = this;
    if (top) top.isHurt = true;
    this.#damageCount += 1;
    if (this.#damageCount > MOST_DAMAGE) return;
    const path: (string | number)[] = [];
    for (const { isList, items, pending } of this.#levels) {
      if (isList) path.push(items.length);
      else if (pending) path.push(pending.key);
    }
    this.damage.push({ offset, path, reason, hidesFields });
  }

  /** The outermost object, after everything was read up to `end`. */
  end(end: number): Readonly<Record<string, unknown>> | undefined {
    while (this.depth > 0) this.close(end, 'is cut off: what followed is lost');
    const more = this.#damageCount - MOST_DAMAGE;
    if (more > 0) this.damage.push({ offset: end, path: [], reason: `There are ${more} more`, hidesFields: false });
    return this.#root && (this.#valueOf(this.#root) as Readonly<Record<string, unknown>>);
  }

  offsetOf(value: object): number {
    return this.#offsets.get(value) ?? 0;
  }

  isWhole(value: object): boolean {
    return !this.#hurt.has(value);
  }

  #valueOf({ isList, items, fields, offset, isHurt }: Level): object {
    // Not by assignment: a key "__proto__" must become a field.
    const value = isList ? items : (Object.fromEntries(fields) as object);
    this.#offsets.set(value, offset);
    if (isHurt) this.#hurt.add(value);
    return value;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
