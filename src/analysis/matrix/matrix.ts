import { effectiveCodebook, type CodebookLists } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import type { AnalysedArticle } from '../analysedArticle';
import { partKey, type Behind } from '../behind';
import { ChosenClaims } from '../chosenClaims';
import type { ClaimCounts } from '../network/network';
import { inOrder, NONE, uniquelyNamed } from '../valueOrder';
import { valuesOf, type Value } from '../variables';
import { similarityScores } from './seriation';
import type { MatrixSettings } from './settings';

/** A row or a column. */
export interface MatrixLine extends Value {
  /** How many (claim, row, column) it has. */
  readonly count: number;
}

/** What one row has with one column. */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** Claims. */
  readonly count: number;
  /** Of these, how many have each level of the qualifier; those without one are the rest. */
  readonly levels: readonly number[];
  /** Of the levels' numbers; undefined where no claim has one. */
  readonly mean?: number;
}

/** Claims by two variables, and by a qualifier in each cell. */
export interface Matrix {
  readonly settings: MatrixSettings;
  readonly rows: readonly MatrixLine[];
  readonly columns: readonly MatrixLine[];
  /** The qualifier's, those with numbers from the highest down. */
  readonly levels: readonly Value[];
  /** The lowest and the highest number of a level, those that codebooks define included; undefined where levels have none. */
  readonly scale?: { readonly least: number; readonly most: number };
  /** Those that have claims, by rows, then columns. */
  readonly cells: readonly MatrixCell[];
  readonly counts: ClaimCounts;
}

interface Counting {
  readonly row: string;
  readonly column: string;
  count: number;
  readonly levels: Map<string, number>;
}

/** Counts claims in cells, article by article. */
export class MatrixCounter {
  readonly #chosen: ChosenClaims;
  readonly #rows = new Map<string, { value: Value; count: number }>();
  readonly #columns = new Map<string, { value: Value; count: number }>();
  readonly #levels = new Map<string, { value: Value; count: number }>();
  readonly #cells = new Map<string, Counting>();
  readonly #codebooks = new Set<CodebookLists | undefined>();

  /** @param behind told what lies behind each part: of {@link matrixKey} */
  constructor(
    private readonly settings: MatrixSettings,
    private readonly behind?: Behind,
  ) {
    this.#chosen = new ChosenClaims(settings, [settings.rows, settings.columns]);
  }

  add(article: AnalysedArticle): void {
    const { rows, columns, qualifier } = this.settings;
    this.#codebooks.add(article.codebook);
    const claims = this.#chosen.in(article);
    for (const claim of this.#chosen.of(claims)) {
      const inRows = this.#chosen.values(rows, claims, claim);
      const inColumns = this.#chosen.values(columns, claims, claim);
      if (inRows.length === 0 || inColumns.length === 0) {
        this.#chosen.drop(inRows.length === 0 ? 'no-row' : 'no-column');
        continue;
      }
      const levels = valuesOf(qualifier, claims, claim, this.settings);
      for (const row of inRows) {
        for (const column of inColumns) {
          this.#count(row, column, levels);
          this.behind?.add(matrixKey(row.id, column.id), { article: article.key, id: claim.id });
        }
      }
    }
  }

  result(): Matrix {
    const { settings } = this;
    const levels = inOrder(
      [...this.#levels.values()].map(({ value, count }) => ({ ...value, count })),
      ({ count }) => count,
    ).map(({ count: _, ...value }) => value);
    const numbers = [...levels, ...this.#definedStances()].flatMap(({ number }) => number ?? []);
    const rows = this.#ordered(this.#rows, 'row');
    const columns = this.#ordered(this.#columns, 'column');
    const [rowOf, columnOf] = [placesIn(rows), placesIn(columns)];
    const cells = [...this.#cells.values()].map((cell): MatrixCell => {
      const counts = levels.map(({ id }) => cell.levels.get(id) ?? 0);
      const mean = meanOf(levels, counts);
      return {
        ...{ row: rowOf.get(cell.row) ?? 0, column: columnOf.get(cell.column) ?? 0, count: cell.count, levels: counts },
        ...(mean === undefined ? {} : { mean }),
      };
    });
    cells.sort((a, b) => a.row - b.row || a.column - b.column);
    return {
      ...{ settings, rows, columns, levels, cells, counts: this.#chosen.counts() },
      ...(numbers.length > 0 ? { scale: { least: Math.min(...numbers), most: Math.max(...numbers) } } : {}),
    };
  }

  #count(row: Value, column: Value, levels: readonly Value[]): void {
    tally(this.#rows, row);
    tally(this.#columns, column);
    const key = matrixKey(row.id, column.id);
    const cell = this.#cells.get(key) ?? {
      row: row.id,
      column: column.id,
      count: 0,
      levels: new Map<string, number>(),
    };
    this.#cells.set(key, cell);
    cell.count += 1;
    for (const level of levels) {
      tally(this.#levels, level);
      cell.levels.set(level.id, (cell.levels.get(level.id) ?? 0) + 1);
    }
  }

  #definedStances(): readonly { readonly number: number }[] {
    if (this.settings.qualifier.word !== 'stance') return [];
    return [...this.#codebooks].flatMap((codebook) =>
      effectiveCodebook(codebook).stances.map(({ value }) => ({ number: value })),
    );
  }

  #ordered(
    lines: ReadonlyMap<string, { readonly value: Value; readonly count: number }>,
    side: 'row' | 'column',
  ): readonly MatrixLine[] {
    const all = uniquelyNamed([...lines.values()].map(({ value, count }): MatrixLine => ({ ...value, count })));
    const { order } = this.settings;
    const byName = (a: MatrixLine, b: MatrixLine): number =>
      compareCodeUnits(a.label, b.label) || compareCodeUnits(a.id, b.id);
    const byCount = (a: MatrixLine, b: MatrixLine): number => b.count - a.count || byName(a, b);
    if (order === 'name') return all.sort(byName);
    all.sort(byCount);
    if (order === 'frequency') return all;
    const scores = this.#scores(all, side);
    return all.sort((a, b) => (scores.get(a.id) ?? 0) - (scores.get(b.id) ?? 0) || byCount(a, b));
  }

  /** By their profiles over what they are crossed with, each level apart. */
  #scores(lines: readonly MatrixLine[], side: 'row' | 'column'): ReadonlyMap<string, number> {
    const profiles = lines.map(() => ({ features: [] as number[], values: [] as number[] }));
    const places = placesIn(lines);
    const features = new Map<string, number>();
    for (const { row, column, count, levels } of this.#cells.values()) {
      const [own, other] = side === 'row' ? [row, column] : [column, row];
      const profile = profiles[places.get(own) ?? 0];
      const counted = [...levels.values()].reduce((sum, one) => sum + one, 0);
      for (const [level, value] of [...levels, [NONE.id, Math.max(0, count - counted)] as const]) {
        if (value === 0) continue;
        const key = partKey(other, level);
        const feature = features.get(key) ?? features.size;
        features.set(key, feature);
        profile?.features.push(feature);
        profile?.values.push(value);
      }
    }
    const scores = similarityScores(profiles, features.size);
    // Which end is the first is arbitrary: the most frequent line's.
    const sign = (scores[0] ?? 0) > 0 ? -1 : 1;
    return new Map(lines.map(({ id }, n) => [id, sign * (scores[n] ?? 0)]));
  }
}

/** The key of a cell, by the ids of its row and column. */
export function matrixKey(row: string, column: string): string {
  return partKey(row, column);
}

function tally(counts: Map<string, { value: Value; count: number }>, value: Value): void {
  const known = counts.get(value.id);
  if (known) known.count += 1;
  else counts.set(value.id, { value, count: 1 });
}

function placesIn(values: readonly Value[]): ReadonlyMap<string, number> {
  return new Map(values.map(({ id }, n) => [id, n]));
}

function meanOf(levels: readonly Value[], counts: readonly number[]): number | undefined {
  let [sum, count] = [0, 0];
  for (const [n, { number }] of levels.entries()) {
    if (number === undefined) continue;
    sum += number * (counts[n] ?? 0);
    count += counts[n] ?? 0;
  }
  return count === 0 ? undefined : sum / count;
}
