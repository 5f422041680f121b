import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import type { Article } from '../store/article';

/** A message in the status bar about what is selected, as long as that is selected. */
export class SaidHere implements vscode.Disposable {
  private said: { readonly article: Article; readonly range: Range; readonly message: vscode.Disposable } | undefined;
  private readonly subscription = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(() => this.look()),
    vscode.window.onDidChangeActiveTextEditor(() => this.look()),
  );

  say(article: Article, range: Range, words: string): void {
    this.end();
    this.said = { article, range, message: vscode.window.setStatusBarMessage(words) };
  }

  end(): void {
    this.said?.message.dispose();
    this.said = undefined;
  }

  dispose(): void {
    this.subscription.dispose();
    this.end();
  }

  private look(): void {
    if (!this.said) return;
    const { article, range } = this.said;
    const editor = vscode.window.activeTextEditor;
    const isHere =
      editor?.document === article.document &&
      article.offsetAt(editor.selection.start) === range.start &&
      article.offsetAt(editor.selection.end) === range.end;
    if (!isHere) this.end();
  }
}
