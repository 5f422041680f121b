import * as vscode from 'vscode';

/**
 * VS Code makes the first item active by itself whenever something is typed or shown, and tells so before it tells what was
 * typed. A person's next key comes later than this after an arrow key.
 */
const BY_ITSELF_MS = 20;

/**
 * Which item of a quick pick is active, known at once: what VS Code tells of that comes later than the keys. The items stay in
 * the order in which they are given.
 */
export class ActiveItem<T extends vscode.QuickPickItem> implements vscode.Disposable {
  private active: T | undefined;
  private items: readonly T[] = [];
  /** What the list was given: rows that look like those of `items`, in their order. */
  private rows: readonly T[] = [];
  /** The row that VS Code has active, as far as is known. */
  private row: T | undefined;
  /** New rows are under way; VS Code will tell that it made the first of them active. */
  private isUnderWay = false;
  /** The row to which a key led that came before the new rows. */
  private before: T | undefined;
  /** Runs while an active row that was set waits to be sent. */
  private sending: ReturnType<typeof setTimeout> | undefined;
  /** Ends the wait for whether it was VS Code that made the first item active. */
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param moved hears of every item that the person makes active */
  constructor(
    private readonly picker: vscode.QuickPick<T>,
    private readonly moved: (item: T) => void = () => undefined,
  ) {
    // VS Code sorts by where a label matches. The switch for that is no part of its declarations; without it the items that
    // match by another name come behind those that match by their label.
    if ('sortByLabel' in picker) picker.sortByLabel = false;
    picker.matchOnDescription = false;
    picker.matchOnDetail = false;
    picker.onDidChangeActive(([row]) => this.heard(row));
  }

  /** The active item, for Enter: an arrow key that came just before it counts. */
  settled(): T | undefined {
    if (this.waiting !== undefined) this.move(this.items.find(isChoice));
    return this.active;
  }

  /**
   * Shows items, one of them (else the first) active. To be called whenever something was typed. What the list shows already
   * isn't sent again: a key that comes before it arrives would be lost.
   */
  show(items: readonly T[], active: T | undefined = items.find(isChoice)): void {
    this.stopWaiting();
    this.items = items;
    this.active = active;
    if (items.length !== this.rows.length || items.some((item, index) => !isAlike(item, this.rows[index]))) {
      this.rows = items;
      this.picker.items = items;
      this.row = items.find(isChoice);
      // VS Code sends what was set in one turn together, also the row of a list that this one takes the place of.
      if (this.sending !== undefined && active) this.activate(active);
      this.isUnderWay = this.sending === undefined && this.row !== undefined && this.row === active;
      this.before = undefined;
    }
    const row = active && this.rows[items.indexOf(active)];
    if (row && row !== this.row) this.activate(row);
  }

  dispose(): void {
    this.stopWaiting();
    clearTimeout(this.sending);
  }

  private heard(row: T | undefined): void {
    this.stopWaiting();
    const item = row && this.items[this.rows.indexOf(row)];
    if (!row || !item) return;
    const isFirst = row === this.rows.find(isChoice);
    const { before } = this;
    this.row = row;
    if (this.isUnderWay && isFirst) {
      this.isUnderWay = false;
      if (before) this.activate(before);
      return;
    }
    if (this.isUnderWay) this.before = row;
    if (item === this.active) return;
    if (isFirst) this.waiting = setTimeout(() => this.move(item), BY_ITSELF_MS);
    else this.move(item);
  }

  private activate(row: T): void {
    this.row = row;
    this.picker.activeItems = [row];
    clearTimeout(this.sending);
    this.sending = setTimeout(() => (this.sending = undefined));
  }

  private move(item: T | undefined): void {
    this.stopWaiting();
    this.active = item;
    if (item) this.moved(item);
  }

  private stopWaiting(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}

function isChoice({ kind }: vscode.QuickPickItem): boolean {
  return kind !== vscode.QuickPickItemKind.Separator;
}

/** Whether two rows look the same; what they stand for may differ. */
function isAlike(one: vscode.QuickPickItem, other: vscode.QuickPickItem | undefined): boolean {
  return (
    one === other ||
    (one.label === other?.label &&
      one.description === other.description &&
      one.detail === other.detail &&
      one.kind === other.kind &&
      one.buttons?.length === other.buttons?.length)
  );
}
