import * as vscode from 'vscode';
import type { Range } from '../model/range';
import type { Article } from './store/article';

const FLASH_MS = 700;

/** Shows places in articles: selects them, so that Go Back remembers, brings them into view, and flashes them. */
export class Reveal implements vscode.Disposable {
  private readonly flash = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('policyAnnotator.flashBackground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly timers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();

  /** With `preview`, the focus stays where it is and the tab is only lent. */
  async show(
    article: Article,
    range: Range,
    options: { readonly preview?: boolean; readonly column?: vscode.ViewColumn } = {},
  ): Promise<void> {
    const selection = article.editorRange(range);
    const editor = await vscode.window.showTextDocument(article.document, {
      selection,
      ...(options.column === undefined ? {} : { viewColumn: options.column }),
      ...(options.preview ? { preserveFocus: true, preview: true } : {}),
    });
    // The next command may come before VS Code has told of the selection.
    if (!editor.selection.isEqual(selection)) editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.flash, [selection]);
    clearTimeout(this.timers.get(editor));
    this.timers.set(
      editor,
      setTimeout(() => {
        this.timers.delete(editor);
        editor.setDecorations(this.flash, []);
      }, FLASH_MS),
    );
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.flash.dispose();
  }
}
