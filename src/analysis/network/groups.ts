import { beginsOf, orderedBy, type Cells } from './cells';

/** Cells that meet each other: those of one column, or of one level of a column. Of a group they stand by row. */
export interface Groups {
  /** Of each cell, in the order of `Cells`. */
  readonly groupOf: Uint32Array;
  /** Where the members of each group begin; one more for the end. */
  readonly begin: Uint32Array;
  /** Of each member. `level` counts the levels that its group has. */
  readonly row: Uint32Array;
  readonly level: Uint32Array;
  readonly count: Float64Array;
  /** Of each group where its levels begin in `levels`, and which these are; one more for the end. */
  readonly levelBegin: Uint32Array;
  readonly levels: Uint32Array;
}

/** @param apart whether each level of a column is a group */
export function groupsOf(cells: Cells, apart: boolean): Groups {
  const { length } = cells.row;
  let order: Uint32Array = Uint32Array.from(cells.row.keys());
  if (apart) order = orderedBy(cells.level, cells.levels, order);
  order = orderedBy(cells.column, cells.columns, order);

  const groupOf = new Uint32Array(length);
  const groups = new Uint32Array(length);
  const level = new Uint32Array(length);
  const levels = new Uint32Array(length);
  const levelBegin = new Uint32Array(length + 1);
  const place = new Uint32Array(cells.levels);
  let [group, known] = [-1, 0];
  let last: number | undefined;
  order.forEach((at, member) => {
    const of = cells.level[at] ?? 0;
    const isNext = last === undefined || cells.column[last] !== cells.column[at] || (apart && cells.level[last] !== of);
    if (isNext) levelBegin[++group] = known;
    last = at;
    // Levels are numbered as their group has them: a place counts where it is within the group, and is of this level.
    const begin = levelBegin[group] ?? 0;
    const found = place[of] ?? 0;
    if (found < begin || found >= known || levels[found] !== of) {
      place[of] = known;
      levels[known++] = of;
    }
    level[member] = (place[of] ?? 0) - begin;
    groupOf[at] = group;
    groups[member] = group;
  });
  levelBegin[group + 1] = known;
  return {
    ...{ groupOf, begin: beginsOf(groups, group + 1), levels, levelBegin, level },
    row: order.map((at) => cells.row[at] ?? 0),
    count: Float64Array.from(order, (at) => cells.count[at] ?? 0),
  };
}
