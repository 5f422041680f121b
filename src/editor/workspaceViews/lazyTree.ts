/** What {@link LazyTree} needs to know of a row. */
export interface LazyRow<R> {
  /** Unique in its tree; stays while the row stands for the same thing. */
  readonly id: string;
  /** Makes the rows below it; absent where there are none. */
  readonly children?: (() => readonly R[] | Promise<readonly R[]>) | undefined;
}

/** An element of a tree: stays the same object while its row's id stays, so that the view knows it again. */
export interface Element<R> {
  row: R;
  parent: Element<R> | undefined;
  /** As far as they were asked for. */
  children: readonly Element<R>[] | undefined;
  /** Whether a person closed it since. */
  isClosed: boolean;
}

/** A tree whose rows are made when what is above them is opened. Tells, after a change, what of it must be drawn anew. */
export class LazyTree<R extends LazyRow<R>> {
  private readonly elements = new Map<string, Element<R>>();
  private top: readonly Element<R>[] | undefined;

  constructor(private readonly makeRoots: () => readonly R[] | Promise<readonly R[]>) {}

  /** The elements below one, or the roots, made anew. */
  async childrenOf(parent: Element<R> | undefined): Promise<readonly Element<R>[]> {
    const rows = await (parent ? (parent.row.children?.() ?? []) : this.makeRoots());
    if (parent) parent.isClosed = false;
    return this.place(parent, rows);
  }

  /** The elements from a root down to the one that the ids lead to, each below the one before it or below rows that only
   * divide a long list; ends early where an id isn't there. */
  async path(ids: readonly string[], divides: (row: R) => boolean): Promise<readonly Element<R>[]> {
    const found: Element<R>[] = [];
    for (const id of ids) {
      const next = await this.below(found.at(-1), id, divides);
      if (next.length === 0) break;
      found.push(...next);
    }
    return found;
  }

  private async below(
    parent: Element<R> | undefined,
    id: string,
    divides: (row: R) => boolean,
  ): Promise<readonly Element<R>[]> {
    const below = (parent ? parent.children : this.top) ?? (await this.childrenOf(parent));
    const found = below.find(({ row }) => row.id === id);
    if (found) return [found];
    for (const part of below.filter(({ row }) => divides(row))) {
      const inPart = await this.below(part, id, divides);
      if (inPart.length > 0) return [part, ...inPart];
    }
    return [];
  }

  /** The person closed an element: what is below it is made anew when it is opened again. */
  closed(element: Element<R>): void {
    element.isClosed = true;
  }

  opened(element: Element<R>): void {
    element.isClosed = false;
  }

  /** Makes all rows anew that were asked for and are open. Gives the elements whose row or list of children is another
   * now, with those that are closed; 'all' where the list of roots is. What is below one that is given must be asked for
   * again. */
  async refresh(): Promise<readonly Element<R>[] | 'all'> {
    if (!this.top) return [];
    const changed: Element<R>[] = [];
    const isSame = await this.renew(undefined, this.top, changed);
    return isSame ? changed : 'all';
  }

  /** Whether the list below `parent` is still the same. */
  private async renew(
    parent: Element<R> | undefined,
    before: readonly Element<R>[],
    changed: Element<R>[],
  ): Promise<boolean> {
    const shown = new Map(before.map((element) => [element, own(element.row)]));
    const rows = await (parent ? (parent.row.children?.() ?? []) : this.makeRoots());
    const after = this.place(parent, rows);
    if (after.length !== before.length || after.some((element, index) => element !== before[index])) return false;
    for (const element of after) {
      const { children } = element;
      const isRenewed = children !== undefined && !element.isClosed;
      if (own(element.row) !== shown.get(element) || (children && element.isClosed)) changed.push(element);
      else if (isRenewed && !(await this.renew(element, children, changed))) changed.push(element);
    }
    return true;
  }

  private place(parent: Element<R> | undefined, rows: readonly R[]): readonly Element<R>[] {
    const elements = rows.map((row): Element<R> => {
      const known = this.elements.get(row.id);
      const element = known ?? { row, parent, children: undefined, isClosed: false };
      element.row = row;
      element.parent = parent;
      this.elements.set(row.id, element);
      return element;
    });
    const kept = new Set(elements);
    for (const element of (parent ? parent.children : this.top) ?? [])
      if (!kept.has(element)) this.drop(element, parent);
    if (parent) parent.children = elements;
    else this.top = elements;
    return elements;
  }

  /** One that went elsewhere in the tree stays known. */
  private drop(element: Element<R>, parent: Element<R> | undefined): void {
    if (element.parent !== parent) return;
    if (this.elements.get(element.row.id) === element) this.elements.delete(element.row.id);
    for (const child of element.children ?? []) this.drop(child, element);
  }
}

/** What a row shows itself, without what is below it. */
function own<R extends LazyRow<R>>(row: R): string {
  return JSON.stringify({ ...row, children: row.children !== undefined });
}
