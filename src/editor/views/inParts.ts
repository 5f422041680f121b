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
  return partsOf(rows)?.map(({ items, first, last }) => part(items, first, last)) ?? rows;
}

/** So many things, with where they begin and end among all, from 1. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly first: number;
  readonly last: number;
}

/** Things that would be too many rows, in parts; undefined where they are not. */
export function partsOf<T>(items: readonly T[], most = MOST, size = PART): readonly Part<T>[] | undefined {
  if (items.length <= most) return undefined;
  const parts: Part<T>[] = [];
  for (let at = 0; at < items.length; at += size) {
    const some = items.slice(at, at + size);
    parts.push({ items: some, first: at + 1, last: at + some.length });
  }
  return parts;
}
