import { completed, type Work } from '../../anchoring/slices';
import { SettingsError } from '../settings';
import type { Network, NetworkNode } from './network';
import { networkOf } from './networkOf';
import { nodesOf } from './nodes';
import { normalisedSpectrum, spectralLoss } from './spectrum';
import { statementsThat, type Statements } from './statements';

/** A column, as it leaves the backbone. */
export interface BackboneStep {
  readonly column: NetworkNode;
  /** What the columns that are left lose of the whole network, and what those that have left lose. */
  readonly loss: number;
  readonly redundantLoss: number;
  /** The statements of the columns that are left. */
  readonly statements: number;
}

/** The columns that make most of a network. */
export interface FixedBackbone {
  readonly columns: readonly NetworkNode[];
  readonly redundant: readonly NetworkNode[];
  readonly loss: number;
  readonly redundantLoss: number;
  /** Those of the backbone. */
  readonly statements: Statements;
}

/** Rows of a network whose backbone is looked for: eigenvalues take the cube of them, again and again. */
const MOST_ROWS = 1_000;

/** As many sets of columns are tried all. */
const MOST_SETS = 2_000;

/** Losses that differ by less are alike: so far eigenvalues are exact. */
const ALIKE = 1e-12;

/**
 * The columns of a one-mode network in the order in which the backbone can do without them: each time the one goes that loses least, of alike
 * ones the last. The last column of the list is the one that the network rests on most (Leifeld's Discourse Network Analyzer, "nested").
 * @throws {SettingsError} where there are too many rows
 */
export function* nestedBackbone(statements: Statements): Work<readonly BackboneStep[]> {
  const search = new BackboneSearch(statements);
  const { columns } = search;
  search.planned = setsOfNested(columns.length, 0);
  const left = new Set(columns.keys());
  const steps: BackboneStep[] = [];
  while (left.size > 0) {
    const { column, loss } = yield* search.leastNeeded(left);
    left.delete(column);
    const redundant = new Set([...columns.keys()].filter((one) => !left.has(one)));
    const node = columns[column];
    if (!node) throw new RangeError(`There is no column ${column}.`);
    const counted = [...left].reduce((sum, one) => sum + (columns[one]?.statements ?? 0), 0);
    steps.push({ column: node, loss, redundantLoss: search.loss(redundant), statements: counted });
  }
  return steps;
}

/**
 * The backbone of so many columns: of all sets the one that loses least, of alike ones the first; where there are more than 2,000 sets, what the
 * nested backbone leaves, and then columns are exchanged as long as that loses less: maybe not the best, but the same each time.
 * @throws {SettingsError} where there are too many rows, or fewer columns
 */
export function* fixedBackbone(statements: Statements, size: number): Work<FixedBackbone> {
  const search = new BackboneSearch(statements);
  const { columns } = search;
  if (size > columns.length) {
    const message = `backbone-size can't be ${size}: there are ${columns.length} columns. Choose a smaller one.`;
    throw new SettingsError('backbone-size', message);
  }
  const all = [...columns.keys()];
  const sets = countOfSets(all.length, size);
  const areFew = sets <= MOST_SETS;
  search.planned = areFew ? sets : setsOfNested(all.length, size) + size * (all.length - size);
  const found = yield* areFew ? search.bestOf(setsOf(all, size)) : search.exchanged(size);
  const others = new Set(all.filter((one) => !found.has(one)));
  const nodes = (numbers: ReadonlySet<number>): readonly NetworkNode[] => columns.filter((_, n) => numbers.has(n));
  return {
    columns: nodes(found),
    redundant: nodes(others),
    loss: search.loss(found),
    redundantLoss: search.loss(others),
    statements: search.statementsOf(found),
  };
}

class BackboneSearch {
  /** The spectrum of what was looked at last: many columns change nothing. */
  #last: { readonly matrix: Float64Array; readonly spectrum: readonly number[] } | undefined;
  readonly #places: ReadonlyMap<string, number>;
  readonly #spectrum: readonly number[];
  readonly columns: readonly NetworkNode[];
  readonly #nodeOf: Uint32Array;
  /** How many sets of columns will be looked at, about. */
  planned = 1;
  #done = 0;

  constructor(private readonly statements: Statements) {
    const whole = completed(networkOf(statements));
    if (whole.rows.length > MOST_ROWS) {
      const message = `A backbone of ${whole.rows.length} rows takes too long: choose ${MOST_ROWS} at most, by only or exclude.`;
      throw new SettingsError('backbone', message);
    }
    const { nodes, nodeOf } = nodesOf(statements.columns, statements.column, false);
    [this.columns, this.#nodeOf] = [nodes, nodeOf];
    this.#places = new Map(whole.rows.map(({ id }, n) => [id, n]));
    this.#spectrum = this.#spectrumOf(whole);
  }

  statementsOf(columns: ReadonlySet<number>): Statements {
    const { column } = this.statements;
    return statementsThat(this.statements, (at) => columns.has(this.#nodeOf[column[at] ?? 0] ?? -1));
  }

  /** What the network of some columns loses of the whole one. */
  loss(columns: ReadonlySet<number>): number {
    this.#done++;
    return spectralLoss(this.#spectrum, this.#spectrumOf(completed(networkOf(this.statementsOf(columns)))));
  }

  /** Of some columns the one without which the others lose least. */
  *leastNeeded(left: ReadonlySet<number>): Work<{ readonly column: number; readonly loss: number }> {
    let best = { column: -1, loss: Infinity };
    for (const column of left) {
      const loss = this.loss(new Set([...left].filter((one) => one !== column)));
      if (loss <= best.loss + ALIKE) best = { column, loss };
      yield Math.min(1, this.#done / this.planned);
    }
    return best;
  }

  *bestOf(sets: Iterable<ReadonlySet<number>>): Work<ReadonlySet<number>> {
    let [best, least] = [new Set<number>() as ReadonlySet<number>, Infinity];
    for (const set of sets) {
      const loss = this.loss(set);
      if (loss < least - ALIKE) [best, least] = [set, loss];
      yield Math.min(1, this.#done / this.planned);
    }
    return best;
  }

  *exchanged(size: number): Work<ReadonlySet<number>> {
    const left = new Set(this.columns.keys());
    while (left.size > size) left.delete((yield* this.leastNeeded(left)).column);
    for (let best: ReadonlySet<number> = left; ;) {
      const better: ReadonlySet<number> = yield* this.bestOf([best, ...neighbours(best, this.columns.length)]);
      if (better === best) return best;
      best = better;
    }
  }

  #spectrumOf({ rows, edges }: Network): readonly number[] {
    const size = this.#places.size;
    const matrix = new Float64Array(size * size);
    const places = rows.map(({ id }) => this.#places.get(id) ?? 0);
    for (let n = 0; n < edges.weight.length; n++) {
      const [one, other] = [places[edges.from[n] ?? 0] ?? 0, places[edges.to[n] ?? 0] ?? 0];
      matrix[one * size + other] = edges.weight[n] ?? 0;
      matrix[other * size + one] = edges.weight[n] ?? 0;
    }
    if (this.#last?.matrix.every((value, at) => value === matrix[at])) return this.#last.spectrum;
    const spectrum = normalisedSpectrum(matrix, size);
    this.#last = { matrix, spectrum };
    return spectrum;
  }
}

/** How many sets are looked at until so many columns are left: of each step the columns that are left, and what went. */
function setsOfNested(columns: number, left: number): number {
  return (columns * (columns + 3) - left * (left + 3)) / 2;
}

/** Sets that have one other member. */
function* neighbours(set: ReadonlySet<number>, count: number): Iterable<ReadonlySet<number>> {
  for (const out of set) {
    for (let into = 0; into < count; into++) {
      if (!set.has(into)) yield new Set([...set].map((one) => (one === out ? into : one)));
    }
  }
}

function countOfSets(all: number, size: number): number {
  let count = 1;
  for (let n = 1; n <= size && count <= MOST_SETS; n++) count = (count * (all - size + n)) / n;
  return count;
}

/** All sets of so many members, in their order. */
function* setsOf(members: readonly number[], size: number): Iterable<ReadonlySet<number>> {
  if (size === 0) yield new Set();
  else {
    for (const [n, first] of members.entries()) {
      for (const rest of setsOf(members.slice(n + 1), size - 1)) yield new Set([first, ...rest]);
    }
  }
}
