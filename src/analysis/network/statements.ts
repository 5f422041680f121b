import type { Value } from '../variables';
import type { ClaimEvents } from './claimEvents';
import type { ClaimCounts, Period } from './network';
import type { Levels } from './levels';
import type { NetworkSettings } from './settings';

/** What a claim without a date has as its day: it comes last. */
export const UNDATED = 0x7fff_ffff;

/**
 * What claims state, in columns: one entry for each pair of values that a claim has, by day, and where that is the same in the order
 * in which the articles were added. Nothing of it is ever changed.
 */
export interface Statements {
  readonly settings: NetworkSettings;
  /** What numbers in `row`, `column` and `level` stand for. The values of all claims that are meant, also of those that are left out
   * for their date or their values, in the order in which they were met. */
  readonly rows: readonly Value[];
  readonly columns: readonly Value[];
  readonly levels: Levels;
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly level: Uint32Array;
  /** Days since 1970-01-01, or UNDATED. */
  readonly day: Int32Array;
  /** Numbers of claims, in `claims`. */
  readonly claim: Uint32Array;
  /** How much each counts; 1 where it isn't there. */
  readonly weight?: Float64Array;
  readonly claims: ClaimList;
  readonly counts: ClaimCounts;
  /** Claims whose date is none that exists; these count as undated. */
  readonly impossibleDates: number;
  readonly window?: Period;
}

/** Where claims are, by their numbers: in the order in which they were added. */
export interface ClaimList {
  /** Numbers of `articles`. */
  readonly article: Uint32Array;
  readonly articles: readonly { readonly key: string; readonly path: string }[];
  /** The ids of the annotations. */
  readonly ids: readonly string[];
  /** Of an event list: what its rows say of the claims. */
  readonly events?: ClaimEvents;
}

/** What becomes of statements where only some are kept, or where they don't count alike. */
export interface Part {
  readonly window?: Period;
  /** One a statement of the part. */
  readonly weight?: Float64Array;
}

/** The statements from one place to another, the latter excluded: a window of time, since they are sorted by day. Shares the columns.
 * Claims that are in none of them are counted as outside. */
export function statementsBetween(statements: Statements, from: number, to: number, part: Part = {}): Statements {
  const { row, column, level, day, claim, counts } = statements;
  const weight = part.weight ?? statements.weight?.subarray(from, to);
  const window = part.window ?? statements.window;
  const kept = claim.subarray(from, to);
  const used = differentIn(kept);
  const outside = counts.leftOut.outside + counts.used - used;
  return {
    ...statements,
    row: row.subarray(from, to),
    column: column.subarray(from, to),
    level: level.subarray(from, to),
    day: day.subarray(from, to),
    claim: kept,
    counts: { ...counts, used, leftOut: { ...counts.leftOut, outside } },
    ...(weight === undefined ? {} : { weight }),
    ...(window === undefined ? {} : { window }),
  };
}

/** The statements that fit, by their places; claims that are in none of them are counted as filtered. */
export function statementsThat(statements: Statements, fits: (at: number) => boolean): Statements {
  const { row, column, level, day, claim, weight, counts } = statements;
  const places = Uint32Array.from(claim.keys()).filter(fits);
  const picked = (from: Uint32Array): Uint32Array => places.map((at) => from[at] ?? 0);
  const kept = picked(claim);
  const used = differentIn(kept);
  const filtered = counts.leftOut.filtered + counts.used - used;
  return {
    ...statements,
    row: picked(row),
    column: picked(column),
    level: picked(level),
    day: Int32Array.from(places, (at) => day[at] ?? UNDATED),
    claim: kept,
    counts: { ...counts, used, leftOut: { ...counts.leftOut, filtered } },
    ...(weight ? { weight: Float64Array.from(places, (at) => weight[at] ?? 1) } : {}),
  };
}

/** How many different numbers follow each other: the statements of a claim stand together. */
export function differentIn(claims: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < claims.length; at++) if (at === 0 || claims[at] !== claims[at - 1]) count++;
  return count;
}
