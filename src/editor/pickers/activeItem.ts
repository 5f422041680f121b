import type * as vscode from 'vscode';

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
    picker.onDidChangeActive(([item]) => this.heard(item));
  }

  /** The active item, for Enter: an arrow key that came just before it counts. */
  settled(): T | undefined {
    if (this.waiting !== undefined) this.move(this.items[0]);
    return this.active;
  }

  /** Shows items, one of them (else the first) active. To be called whenever something was typed. */
  show(items: readonly T[], active: T | undefined = items[0]): void {
    if (items.length !== this.items.length || items.some((item, index) => item !== this.items[index])) {
      this.items = items;
      this.picker.items = items;
    }
    this.stopWaiting();
    this.active = active;
    if (active) this.picker.activeItems = [active];
  }

  dispose(): void {
    this.stopWaiting();
  }

  private heard(item: T | undefined): void {
    this.stopWaiting();
    if (!item || item === this.active) return;
    if (item === this.items[0]) this.waiting = setTimeout(() => this.move(item), BY_ITSELF_MS);
    else this.move(item);
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
