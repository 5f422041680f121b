import type { Value } from '../variables';
import { isInWeight, measureOf } from './measures';
import type { Statements } from './statements';

/** A node or an edge of a network, by the ids of its nodes: a row, a column, a row with a column, or two rows. */
export interface Picked {
  readonly row?: string;
  readonly otherRow?: string;
  readonly column?: string;
}

/** Where a claim is: the key and the path of its article, and the id of the annotation. */
export interface ClaimPlace {
  readonly article: string;
  readonly path: string;
  readonly id: string;
}

/**
 * The claims that a node or an edge of a network of these statements is made of, each once, in the workspace's order. Of an edge between
 * two rows these are the claims that add to its weight, or take from it: with others of the other row, on one column.
 */
export function claimsBehind(statements: Statements, { row, otherRow, column }: Picked): readonly ClaimPlace[] {
  const { rows, columns, claims } = statements;
  const [one, other, of] = [numberOf(rows, row), numberOf(rows, otherRow), numberOf(columns, column)];
  const isPicked = otherRow === undefined ? () => true : countingFor(statements, one, other);
  const found = new Set<number>();
  for (let at = 0; at < statements.row.length; at++) {
    if (column !== undefined && statements.column[at] !== of) continue;
    const number = statements.row[at];
    if (row !== undefined && number !== one && (otherRow === undefined || number !== other)) continue;
    if (isPicked(at)) found.add(statements.claim[at] ?? 0);
  }
  return [...found]
    .sort((a, b) => a - b)
    .map((claim) => {
      const { key = '', path = '' } = claims.articles[claims.article[claim] ?? 0] ?? {};
      return { article: key, path, id: claims.ids[claim] ?? '' };
    });
}

function numberOf(values: readonly Value[], id: string | undefined): number {
  return id === undefined ? -1 : values.findIndex((value) => value.id === id);
}

/** Whether a statement of one of two rows counts in the weight of the edge between them. */
function countingFor(statements: Statements, one: number, other: number): (at: number) => boolean {
  const measure = measureOf(statements.settings, statements.levels);
  const levelsOf = new Map<string, Set<number>>();
  const key = (row: number, column: number | undefined): string => `${row} ${column}`;
  const levelOf = (at: number): number => (measure.isLevelless ? 0 : (statements.level[at] ?? 0));
  for (let at = 0; at < statements.row.length; at++) {
    const row = statements.row[at];
    if (row !== one && row !== other) continue;
    const of = key(row, statements.column[at]);
    levelsOf.set(of, (levelsOf.get(of) ?? new Set()).add(levelOf(at)));
  }
  return (at) => {
    const level = levelOf(at);
    const met = [...(levelsOf.get(key(statements.row[at] === one ? other : one, statements.column[at])) ?? [])];
    return isInWeight(measure, level, met, 0, met.length);
  };
}
