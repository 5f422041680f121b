import type { TreeRow } from './rowTree';

/** VS Code is sent all rows below an open one at once. */
const MOST = 1000;
const PART = 500;

/** Rows as they are, or where these are too many, in parts that are opened one by one. `part` makes the row of one, of what
 * it holds and where that begins and ends, from 1. */
export function inParts<R extends TreeRow<R>>(
  rows: readonly R[],
  part: (children: readonly R[], first: number, last: number) => R,
): readonly R[] {
  if (rows.length <= MOST) return rows;
  const parts: R[] = [];
  for (let at = 0; at < rows.length; at += PART) {
    const children = rows.slice(at, at + PART);
    parts.push(part(children, at + 1, at + children.length));
  }
  return parts;
}
