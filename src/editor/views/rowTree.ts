/** What {@link RowTree} needs to know of a row. */
export interface TreeRow<R> {
  readonly id: string;
  readonly children: readonly R[];
}

/** An element of a tree: stays the same object while its row's id stays, so that the view knows it again. */
export interface Element<R> {
  row: R;
  children: readonly Element<R>[];
  parent: Element<R> | undefined;
}

/** Keeps a tree's elements through changes of its rows, and tells which of them must be drawn anew. */
export class RowTree<R extends TreeRow<R>> {
  private elements = new Map<string, Element<R>>();
  roots: readonly Element<R>[] = [];

  /** Elements whose row or list of children changed; 'all' where the list of roots did. Ids must be unique. */
  update(rows: readonly R[]): readonly Element<R>[] | 'all' {
    const kept = new Map<string, Element<R>>();
    const changed: Element<R>[] = [];
    const place = (row: R, parent: Element<R> | undefined): Element<R> => {
      const old = this.elements.get(row.id);
      const element = old ?? { row, children: [], parent };
      kept.set(row.id, element);
      const before = element.children;
      const isNew = !old || own(old.row) !== own(row);
      element.row = row;
      element.parent = parent;
      element.children = row.children.map((child) => place(child, element));
      // A parent is drawn anew with all below it.
      if (old && (isNew || !same(before, element.children))) changed.push(element);
      return element;
    };
    const before = this.roots;
    this.roots = rows.map((row) => place(row, undefined));
    this.elements = kept;
    return same(before, this.roots) ? changed : 'all';
  }
}

/** What a row shows itself, without its children. */
function own<R extends TreeRow<R>>(row: R): string {
  return JSON.stringify({ ...row, children: row.children.length });
}

function same<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}
