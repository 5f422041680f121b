import { NO_SCOPE } from './scopes';

/** How many there are of each number that makes up what is seen. */
export interface Bounds {
  readonly columns: number;
  readonly levels: number;
}

/** Remembers which statements were there, to find duplicates. */
export class SeenStatements {
  readonly #cells = new Map<number, number>();
  readonly #statements = new Map<number, number>();
  readonly #seen = new Map<number, Set<number>>();

  constructor(private readonly bounds: Bounds) {}

  /** Whether one with the same numbers was there in the scope; it is from now on. */
  has(row: number, column: number, level: number, scope: number): boolean {
    if (scope === NO_SCOPE) return false;
    // Step by step, since the product of all four may be more than a number holds.
    const cell = numbered(this.#cells, row * this.bounds.columns + column);
    const statement = numbered(this.#statements, cell * this.bounds.levels + level);
    let inScope = this.#seen.get(scope);
    if (!inScope) this.#seen.set(scope, (inScope = new Set()));
    if (inScope.has(statement)) return true;
    inScope.add(statement);
    return false;
  }
}

function numbered(numbers: Map<number, number>, key: number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
