import type * as vscode from 'vscode';

/**
 * Which item of a quick pick is active, known at once: what VS Code tells of that comes later than the keys, and it makes the
 * first item active whenever something is typed. The items stay in the order in which they are given.
 */
export class ActiveItem<T extends vscode.QuickPickItem> {
  current: T | undefined;
  private items: readonly (T | vscode.QuickPickItem)[] = [];
  private first: T | undefined;
  /** What was made active, as long as VS Code hasn't told so. */
  private awaited: T | undefined;

  constructor(private readonly picker: vscode.QuickPick<T | vscode.QuickPickItem>) {
    // VS Code sorts by where a label matches. The switch for that is no part of its declarations; without it the items that
    // match by another name come behind those that match by their label.
    if ('sortByLabel' in picker) picker.sortByLabel = false;
    picker.matchOnDescription = false;
    picker.matchOnDetail = false;
  }

  /** Shows items, one of them (else the first) active; `heading` stands above them. Call it whenever something was typed. */
  show(items: readonly T[], active: T | undefined = items[0], heading?: vscode.QuickPickItem): void {
    const all = heading ? [heading, ...items] : items;
    if (all.length !== this.items.length || all.some((item, index) => item !== this.items[index])) {
      this.items = all;
      this.picker.items = all;
    }
    [this.first] = items;
    this.current = active;
    this.awaited = active;
    if (active) this.picker.activeItems = [active];
  }

  /** What VS Code tells of active items; true where the person has made another one active. */
  heard(active: T | undefined): boolean {
    if (!active || active === this.current) {
      if (active) this.awaited = undefined;
      return false;
    }
    if (this.awaited && active === this.first) return false;
    this.awaited = undefined;
    this.current = active;
    return true;
  }
}
