import type { Statements } from './statements';

/**
 * x[i,j,k] where it isn't 0, in columns: by row, then by column, then by level. Rows and columns are numbers of nodes.
 */
export interface Cells {
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly level: Uint32Array;
  readonly count: Float64Array;
  /** How many rows, columns and levels there are. */
  readonly rows: number;
  readonly columns: number;
  readonly levels: number;
}

/** How to number what statements have. */
export interface Numbering {
  readonly rowOf: Uint32Array;
  readonly rows: number;
  readonly columnOf: Uint32Array;
  readonly columns: number;
  /** Whether all levels are one. */
  readonly levelless: boolean;
}

/** Counts statements, each by its weight. */
export function cellsOf(statements: Statements, numbering: Numbering): Cells {
  const { rowOf, rows, columnOf, columns, levelless } = numbering;
  const { weight } = statements;
  const row = statements.row.map((number) => rowOf[number] ?? 0);
  const column = statements.column.map((number) => columnOf[number] ?? 0);
  // One more than there are, for what has none.
  const levels = levelless ? 1 : statements.levels.values.length + 1;
  const level = levelless ? new Uint32Array(row.length) : statements.level;
  let order: Uint32Array = Uint32Array.from(row.keys());
  if (!levelless) order = orderedBy(level, levels, order);
  order = orderedBy(row, rows, orderedBy(column, columns, order));

  const cells = {
    row: new Uint32Array(row.length),
    column: new Uint32Array(row.length),
    level: new Uint32Array(row.length),
    count: new Float64Array(row.length),
  };
  let last = -1;
  for (const at of order) {
    const counted = weight ? (weight[at] ?? 0) : 1;
    if (counted === 0) continue;
    const [i, j, k] = [row[at] ?? 0, column[at] ?? 0, level[at] ?? 0];
    if (last < 0 || cells.row[last] !== i || cells.column[last] !== j || cells.level[last] !== k) {
      last++;
      cells.row[last] = i;
      cells.column[last] = j;
      cells.level[last] = k;
    }
    cells.count[last] = (cells.count[last] ?? 0) + counted;
  }
  const length = last + 1;
  return {
    row: cells.row.slice(0, length),
    column: cells.column.slice(0, length),
    level: cells.level.slice(0, length),
    count: cells.count.slice(0, length),
    ...{ rows, columns, levels },
  };
}

/**
 * Places in the order of their keys, those of one key as they were: a counting sort.
 * @param key of each place, below `keys`
 */
export function orderedBy(key: Uint32Array, keys: number, order: Uint32Array): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const at of order) next[(key[at] ?? 0) + 1] = (next[(key[at] ?? 0) + 1] ?? 0) + 1;
  for (let one = 1; one <= keys; one++) next[one] = (next[one] ?? 0) + (next[one - 1] ?? 0);
  const ordered = new Uint32Array(order.length);
  for (const at of order) {
    const one = key[at] ?? 0;
    const place = next[one] ?? 0;
    ordered[place] = at;
    next[one] = place + 1;
  }
  return ordered;
}

/** Where the numbers of each key begin in a row of keys that ascend; one more for the end.
 * @param keys how many there are */
export function beginsOf(sorted: Uint32Array, keys: number): Uint32Array {
  const begin = new Uint32Array(keys + 1);
  for (const key of sorted) begin[key + 1] = (begin[key + 1] ?? 0) + 1;
  for (let one = 1; one <= keys; one++) begin[one] = (begin[one] ?? 0) + (begin[one - 1] ?? 0);
  return begin;
}
