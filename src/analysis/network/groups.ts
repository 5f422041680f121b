import { beginsOf, orderedBy, type Cells } from './cells';

/** Cells that meet each other: those of one column, or of one level of a column. Of a group they stand by row. */
export interface Groups {
  /** Of each cell, in the order of `Cells`. */
  readonly groupOf: Uint32Array;
  /** Where the members of each group begin; one more for the end. */
  readonly begin: Uint32Array;
  /** Of each member. `kind` counts the kinds of its group: what has the same level and count is of one kind. */
  readonly row: Uint32Array;
  readonly kind: Uint32Array;
  /** Where the kinds of each group begin; one more for the end. */
  readonly kindBegin: Uint32Array;
  /** Of each kind. */
  readonly level: Uint32Array;
  readonly count: Float64Array;
}

/** @param apart whether each level of a column is a group */
export function groupsOf(cells: Cells, apart: boolean): Groups {
  const { length } = cells.row;
  let order: Uint32Array = Uint32Array.from(cells.row.keys());
  if (apart) order = orderedBy(cells.level, cells.levels, order);
  order = orderedBy(cells.column, cells.columns, order);

  const groupOf = new Uint32Array(length);
  const groups = new Uint32Array(length);
  const kind = new Uint32Array(length);
  const kindBegin = new Uint32Array(length + 1);
  const level = new Uint32Array(length);
  const count = new Float64Array(length);
  const counts = new Map<number, number>();
  const kinds = new Map<number, number>();
  let [group, known] = [-1, 0];
  let last: number | undefined;
  order.forEach((at, member) => {
    const [itsLevel, itsCount] = [cells.level[at] ?? 0, cells.count[at] ?? 0];
    const isSame = last !== undefined && cells.column[last] === cells.column[at];
    if (!isSame || (apart && cells.level[last ?? 0] !== itsLevel)) {
      kindBegin[++group] = known;
      kinds.clear();
    }
    last = at;
    const countNumber = counts.get(itsCount) ?? counts.size;
    counts.set(itsCount, countNumber);
    const key = countNumber * cells.levels + itsLevel;
    let its = kinds.get(key);
    if (its === undefined) {
      kinds.set(key, (its = kinds.size));
      level[known] = itsLevel;
      count[known++] = itsCount;
    }
    kind[member] = its;
    groupOf[at] = group;
    groups[member] = group;
  });
  kindBegin[group + 1] = known;
  return {
    ...{ groupOf, begin: beginsOf(groups, group + 1), kind, kindBegin },
    ...{ level: level.slice(0, known), count: count.slice(0, known) },
    row: order.map((at) => cells.row[at] ?? 0),
  };
}
