import * as vscode from 'vscode';
import { showError } from '../messages';
import { LazyTree, type Element } from './lazyTree';
import type { ViewName } from './names';
import type { Door } from './registering';
import { treeItem, type Row } from './row';

/** One of the views: its rows, made when they are asked for, and drawn anew where they changed. */
export class Tree implements vscode.Disposable {
  private readonly tree: LazyTree<Row>;
  private readonly subscriptions: vscode.Disposable[];
  private refreshing: Promise<void> | undefined;
  private isStale = false;
  /** How often VS Code waits for rows at present: it loses an event that comes meanwhile. */
  private asked = 0;
  /** What it wasn't told yet. */
  private undrawn: readonly Element<Row>[] | 'all' = [];

  /** @param shown told whenever rows were made anew */
  constructor(
    private readonly name: ViewName,
    readonly door: Door,
    roots: () => Promise<readonly Row[]>,
    private readonly shown: () => void = () => undefined,
  ) {
    this.tree = new LazyTree(roots);
    this.subscriptions = [
      door.view.onDidCollapseElement(({ element }) => this.tree.closed(element)),
      door.view.onDidExpandElement(({ element }) => this.tree.opened(element)),
      door.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.isStale) this.refresh();
      }),
    ];
  }

  async children(element: Element<Row> | undefined): Promise<Element<Row>[]> {
    this.asked += 1;
    try {
      const children = [...(await this.tree.childrenOf(element))];
      if (!element) this.shown();
      return children;
    } finally {
      this.asked -= 1;
      setTimeout(() => {
        this.draw();
        if (this.isStale) this.refresh();
      });
    }
  }

  item({ row }: Element<Row>): vscode.TreeItem {
    return treeItem(row);
  }

  /** Tooltips are made when they are asked for. */
  async resolved(item: vscode.TreeItem, { row }: Element<Row>): Promise<vscode.TreeItem> {
    item.tooltip = (await row.tooltip?.()) ?? row.label;
    return item;
  }

  /** Makes what is open anew; while the view is out of sight, once it is seen again. */
  refresh(): void {
    this.isStale = true;
    if (!this.door.view.visible || this.refreshing || this.asked > 0) return;
    this.refreshing = this.renew()
      .catch(showError)
      .finally(() => (this.refreshing = undefined));
  }

  /** Brings a row into sight and selects it, by default with the focus; false where it isn't there. */
  async reveal(path: readonly string[], focus = true): Promise<boolean> {
    if (focus) await vscode.commands.executeCommand(`policyAnnotator.${this.name}.focus`);
    const found = await this.tree.path(path, ({ context }) => context === 'part');
    const last = found.at(-1);
    if (last?.row.id !== path.at(-1) || !last) return false;
    await this.door.view.reveal(last, { select: true, focus, expand: true });
    return true;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async renew(): Promise<void> {
    while (this.isStale && this.door.view.visible && this.asked === 0) {
      this.isStale = false;
      const changed = await this.tree.refresh();
      this.shown();
      this.undrawn = changed === 'all' || this.undrawn === 'all' ? 'all' : [...this.undrawn, ...changed];
      this.draw();
    }
  }

  private draw(): void {
    if (this.asked > 0) return;
    const { undrawn } = this;
    this.undrawn = [];
    if (undrawn === 'all') this.door.changed.fire(undefined);
    else if (undrawn.length > 0) this.door.changed.fire(undrawn);
  }
}
