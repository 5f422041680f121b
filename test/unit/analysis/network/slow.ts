// discourse-networks.md, word by word: dense loops over x[i][j][k], for the tests to compare with.
import { isoWeekOf, daysOf } from '../../../../src/analysis/dates';
import type { NetworkSettings } from '../../../../src/analysis/network/settings';

/** A claim: whose it is, on what, and its level of the qualifier. */
export interface Told {
  readonly article: string;
  readonly rows: readonly string[];
  readonly column: string | undefined;
  readonly level: number | string | undefined;
  readonly date: string | undefined;
}

export interface Slow {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Weights that aren't 0, by "row column". */
  readonly weights: ReadonlyMap<string, number>;
}

type Wanted = Pick<NetworkSettings, 'mode' | 'aggregation' | 'normalisation' | 'duplicates'>;
interface Statement {
  readonly article: string;
  readonly row: string;
  readonly column: string;
  readonly level: number | string | undefined;
  readonly date: string | undefined;
}

/** @param levels of the qualifier, in their order; of texts these are texts */
export function slowNetwork(
  claims: readonly Told[],
  levels: readonly (number | string)[],
  isBoolean: boolean,
  settings: Wanted,
): Slow {
  const { mode, aggregation, normalisation } = settings;
  const statements = filtered(claims, settings);
  const rows = [...new Set(statements.map(({ row }) => row))].sort();
  const columns = [...new Set(statements.map(({ column }) => column))].sort();
  // What has no level has one of its own, which only `ignore` lets through.
  const all = [...levels, undefined];
  const counts = new Map<string, number>();
  for (const { row, column, level } of statements) {
    const cell = `${row} ${column} ${all.indexOf(level)}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const x = (i: string, j: string, k: number): number => counts.get(`${i} ${j} ${k}`) ?? 0;
  const isText = typeof levels[0] === 'string';
  const q = (k: number): number => Number(all[k]);
  const numbers = isText ? [] : (levels as readonly number[]);
  const R = Math.max(...numbers) - Math.min(...numbers);
  const distance = (k: number, l: number): number => (R === 0 ? 0 : Math.abs(q(k) - q(l)) / R);
  const K = levels.length;
  const ks = [...all.keys()];
  const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
    items.reduce((total, item) => total + value(item), 0);
  const overCells = (value: (j: string, k: number) => number): number =>
    sum(columns, (j) => sum(ks, (k) => value(j, k)));
  const a = (i: string): number => overCells((j, k) => x(i, j, k));
  const onlyOne = (i: string, other: string, j: string, k: number): number =>
    (x(other, j, k) === 0 ? x(i, j, k) : 0) + (x(i, j, k) === 0 ? x(other, j, k) : 0);

  const congruence = (i: string, other: string): number =>
    isText
      ? overCells((j, k) => x(i, j, k) * x(other, j, k))
      : overCells((j, k) => sum(ks, (l) => (k < K && l < K ? x(i, j, k) * x(other, j, l) * (1 - distance(k, l)) : 0)));
  const conflict = (i: string, other: string): number =>
    isText
      ? overCells((j, k) => onlyOne(i, other, j, k))
      : overCells((j, k) => sum(ks, (l) => (k < K && l < K ? x(i, j, k) * x(other, j, l) * distance(k, l) : 0)));
  const oneMode = (i: string, other: string): number => {
    switch (aggregation) {
      case 'ignore':
        return sum(columns, (j) => sum(ks, (k) => x(i, j, k)) * sum(ks, (k) => x(other, j, k)));
      case 'congruence':
        return congruence(i, other);
      case 'conflict':
        return conflict(i, other);
      default:
        return congruence(i, other) - conflict(i, other);
    }
  };
  const norm = (i: string): number =>
    aggregation === 'ignore'
      ? Math.sqrt(sum(columns, (j) => sum(ks, (k) => x(i, j, k)) ** 2))
      : Math.sqrt(overCells((j, k) => x(i, j, k) ** 2));
  const divisor = (i: string, other: string): number => {
    switch (normalisation) {
      case 'average':
        return (a(i) + a(other)) / 2;
      case 'cosine':
        return a(i) * a(other);
      case 'jaccard':
        return overCells((j, k) => onlyOne(i, other, j, k) + x(i, j, k) * x(other, j, k));
      case 'vector-cosine':
        return norm(i) * norm(other);
      default:
        return 1;
    }
  };

  const twoMode = (i: string, j: string): number => {
    switch (aggregation) {
      case 'ignore':
        return sum(ks, (k) => x(i, j, k));
      case 'subtract':
        return isBoolean ? x(i, j, 1) - x(i, j, 0) : sum(ks.slice(0, K), (k) => q(k) * x(i, j, k));
      default:
        return sum(ks.slice(0, K), (k) => (x(i, j, k) > 0 ? 2 ** (K - k - 1) : 0));
    }
  };
  const total = (i: string, j: string): number => sum(ks, (k) => x(i, j, k));
  const share = (i: string, j: string): number => {
    if (normalisation === 'activity') return sum(columns, (other) => total(i, other));
    return normalisation === 'prominence' ? sum(rows, (other) => total(other, j)) : 1;
  };

  const weights = new Map<string, number>();
  const put = (from: string, to: string, weight: number, by: number): void => {
    if (by !== 0 && Math.abs(weight / by) > 1e-12) weights.set(`${from} ${to}`, weight / by);
  };
  if (mode === 'two-mode') rows.forEach((i) => columns.forEach((j) => put(i, j, twoMode(i, j), share(i, j))));
  else {
    rows.forEach((i, at) => rows.slice(at + 1).forEach((other) => put(i, other, oneMode(i, other), divisor(i, other))));
  }
  return { rows, columns, weights };
}

function filtered(claims: readonly Told[], { aggregation, duplicates }: Wanted): readonly Statement[] {
  const day = ({ date }: { readonly date: string | undefined }): number =>
    date === undefined ? Infinity : (daysOf(date)?.first ?? Infinity);
  const kept: Statement[] = [];
  const byDay = claims.map((claim, at) => ({ claim, at }));
  byDay.sort((one, other) => {
    const [a, b] = [day(one.claim), day(other.claim)];
    return a < b ? -1 : a > b ? 1 : one.at - other.at;
  });
  for (const { claim } of byDay) {
    const { rows, column, level } = claim;
    if (column === undefined || (aggregation !== 'ignore' && level === undefined)) continue;
    for (const row of new Set(rows)) {
      const isDuplicate = kept.some(
        (earlier) =>
          earlier.row === row &&
          earlier.column === column &&
          (aggregation === 'ignore' || earlier.level === level) &&
          isInScope(earlier, claim, duplicates),
      );
      if (!isDuplicate) kept.push({ ...claim, row, column });
    }
  }
  return kept;
}

function isInScope(
  a: Pick<Statement, 'article' | 'date'>,
  b: Pick<Statement, 'article' | 'date'>,
  duplicates: Wanted['duplicates'],
): boolean {
  if (duplicates === 'include') return false;
  if (duplicates === 'acrossrange') return true;
  if (duplicates === 'document') return a.article === b.article;
  const period = ({ date = '' }: Pick<Statement, 'date'>): string | undefined => {
    if (duplicates === 'year') return date === '' ? undefined : date.slice(0, 4);
    if (duplicates === 'month') return date.length < 7 ? undefined : date.slice(0, 7);
    return date.length < 10 ? undefined : isoWeekOf(daysOf(date)?.first ?? NaN);
  };
  return period(a) !== undefined && period(a) === period(b);
}
