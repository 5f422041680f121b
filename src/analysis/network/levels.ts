import { effectiveCodebook, type AttributeDefinition, type CodebookLists } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import type { Value, Variable } from '../variables';
import { variableKind } from './variableKind';

/** The levels of a qualifier, in their order: `values` are numbers, ascending, or else texts, by label. */
export type Levels = NumberLevels | { readonly kind: 'text'; readonly values: readonly Value[] };

export interface NumberLevels {
  readonly kind: 'boolean' | 'number';
  readonly values: readonly number[];
}

/** What a value that is no level has as its level. */
export const NO_LEVEL = 0xffff_ffff;

/** Finds out what the levels of a qualifier are: by what codebooks say of it, and by what claims have. */
export class LevelFinder {
  readonly #seen = new Set<CodebookLists | undefined>();
  readonly #defined = new Set<number>();
  readonly #types = new Set<string>();

  constructor(private readonly qualifier: Variable) {}

  /** A codebook that counts for articles. */
  add(codebook: CodebookLists | undefined): void {
    if (this.#seen.has(codebook)) return;
    this.#seen.add(codebook);
    const { stances, attributes } = effectiveCodebook(codebook);
    if (this.qualifier.word === 'stance') for (const { value } of stances) this.#defined.add(value);
    else if (variableKind(this.qualifier) === undefined) this.#addAttribute(attributes);
  }

  /** The levels, where claims have these values, and for each of these which level it is, or NO_LEVEL. */
  found(met: readonly Value[]): { readonly levels: Levels; readonly levelOf: Uint32Array } {
    const kind = this.#kind();
    if (kind === 'text') {
      const values = [...met].sort((a, b) => compareCodeUnits(a.label, b.label) || compareCodeUnits(a.id, b.id));
      const places = new Map(values.map(({ id }, place) => [id, place]));
      return { levels: { kind, values }, levelOf: Uint32Array.from(met, ({ id }) => places.get(id) ?? NO_LEVEL) };
    }
    const numbers = met.map((value) => this.#number(value));
    const all = kind === 'boolean' ? [0, 1] : [...this.#defined, ...numbers].filter((one) => Number.isFinite(one));
    const values = [...new Set(all as readonly number[])].sort((a, b) => a - b);
    const places = new Map(values.map((value, place) => [value, place]));
    const levelOf = Uint32Array.from(numbers, (one) => (one === undefined ? undefined : places.get(one)) ?? NO_LEVEL);
    return { levels: { kind, values }, levelOf };
  }

  #addAttribute(attributes: readonly AttributeDefinition[]): void {
    const attribute = attributes.find(({ id }) => id === this.qualifier.of);
    if (!attribute) return;
    const { type, min, max } = attribute;
    this.#types.add(type);
    if (type === 'integer') for (const bound of [min, max]) if (bound !== undefined) this.#defined.add(bound);
  }

  /** Where codebooks differ, or none knows an attribute, it is a text. */
  #kind(): Levels['kind'] {
    if (this.qualifier.word === 'stance') return 'number';
    if (this.#types.size !== 1) return 'text';
    const [type] = this.#types;
    return type === 'boolean' ? 'boolean' : type === 'integer' ? 'number' : 'text';
  }

  /** A value that isn't of the attribute's type has none. */
  #number({ id, number }: Value): number | undefined {
    const isBoolean = id === 'true' || id === 'false';
    return isBoolean === (this.#kind() === 'boolean') ? number : undefined;
  }
}
