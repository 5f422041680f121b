import * as vscode from 'vscode';
import type { ActiveArticle } from '../activeArticle';
import { isProse } from '../prose';
import type { Articles } from '../store/articles';

/**
 * While it is on, articles can't be typed in, and single keys mark what is at the cursor: their key bindings ask for
 * `policyAnnotator.annotateMode`. Off at the start.
 */
export class AnnotateMode implements vscode.Disposable {
  private on = false;
  /** Articles that were made read-only here; VS Code can undo that for the active editor alone. */
  private readonly closed = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly articles: Articles,
    active: ActiveArticle,
  ) {
    this.subscription = active.onDidChange(() => void this.apply());
  }

  get isOn(): boolean {
    return this.on;
  }

  /** Gives whether it is on then. */
  async toggle(): Promise<boolean> {
    this.on = !this.on;
    // Whoever is told that it is on may press its keys.
    await this.apply();
    this.changed.fire();
    return this.on;
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  /** Makes the active editor what it should be, one after the other: the commands are about whatever is active. */
  private apply(): Promise<unknown> {
    this.turn = this.turn.then(() => this.applyNow()).catch(() => undefined); // an editor that can't be read-only is none of ours
    return this.turn;
  }

  private async applyNow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const key = editor?.document.uri.toString();
    const article = editor && this.articles.of(editor.document);
    const isArticle = article !== undefined && (article.annotated || isProse(article.document));
    const { executeCommand } = vscode.commands;
    await executeCommand('setContext', 'policyAnnotator.annotateMode', this.on && isArticle);
    if (key === undefined) return;
    if (this.on && isArticle && !this.closed.has(key)) {
      this.closed.add(key);
      await executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    } else if (!this.on && this.closed.delete(key)) {
      await executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  }
}
