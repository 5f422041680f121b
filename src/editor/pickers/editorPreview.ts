import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import type { Article } from '../store/article';
import { isUserError } from '../userError';

/** What is to be shown: an article that may have to be opened for it, and a place in it. */
export interface PreviewPlace {
  readonly article: Article;
  readonly range: Range;
}

interface Before {
  readonly document: vscode.TextDocument;
  readonly column: vscode.ViewColumn;
  readonly selections: readonly vscode.Selection[];
  readonly isPreview: boolean;
}

/**
 * Shows places in the editor while a list has the focus, as Go to Symbol does: marked, the cursor all but staying where it is, so that Go
 * Back doesn't remember them. Made before the list opens; {@link finish} ends it.
 */
export class EditorPreview {
  private readonly before = currentPlace();
  private readonly tabs = new Set(openTabs().map(nameOf));
  private readonly mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('policyAnnotator.flashBackground'),
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
  });
  private readonly opened = new Set<string>();
  private marked: vscode.TextEditor | undefined;
  /** Whether the first editor's scroll position is kept, see {@link keepScroll}. */
  private isKept = false;
  private queue: Promise<void> = Promise.resolve();
  private latest = 0;

  /** Shows a place as soon as those before it are through; only the last one that was asked for counts. */
  show(place: () => PreviewPlace | Promise<PreviewPlace>): void {
    const turn = ++this.latest;
    this.queue = this.queue.then(async () => {
      if (turn !== this.latest) return;
      try {
        await this.showNow(await place());
      } catch (error) {
        // An article that is gone is told of when one goes there, not while one passes by.
        if (!isUserError(error)) throw error;
      }
    });
  }

  /** Where the person chose nothing, all is as it was before; else the marking alone goes. */
  async finish(chosen: boolean): Promise<void> {
    this.latest++;
    await this.queue;
    this.mark.dispose();
    if (!chosen) await this.restore();
    else if (this.isKept && this.before) {
      const { column, document, selections } = this.before;
      const editor = editorIn(column, document);
      if (editor) editor.selections = selections;
    }
  }

  private async showNow({ article, range }: PreviewPlace): Promise<void> {
    const column = this.before?.column ?? vscode.ViewColumn.Active;
    if (article.document === this.before?.document) this.keepScroll(editorIn(column, article.document));
    else await this.restoreScroll();
    const editor = editorIn(column, article.document) ?? (await this.open(article.document, column));
    if (this.marked !== editor) this.marked?.setDecorations(this.mark, []);
    this.marked = editor;
    const place = article.editorRange(range);
    editor.setDecorations(this.mark, [place]);
    // The list covers the upper part of the editor.
    editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
  }

  private async open(document: vscode.TextDocument, viewColumn: vscode.ViewColumn): Promise<vscode.TextEditor> {
    this.opened.add(document.uri.toString());
    return vscode.window.showTextDocument(document, { viewColumn, preview: true, preserveFocus: true });
  }

  /**
   * VS Code tells extensions by lines how far an editor is scrolled, and reveals with a margin of its own. But it remembers
   * the scroll position with each move of the cursor, for Cursor Undo: a step aside keeps it to the pixel.
   */
  private keepScroll(editor: vscode.TextEditor | undefined): void {
    const aside = editor && !this.isKept && besides(editor);
    if (!aside) return;
    editor.selection = new vscode.Selection(aside, aside);
    this.isKept = true;
  }

  /** Call it while the first editor is the active one. */
  private async restoreScroll(): Promise<void> {
    if (!this.isKept) return;
    this.isKept = false;
    await vscode.commands.executeCommand('cursorUndo');
  }

  private async restore(): Promise<void> {
    const { before, marked } = this;
    if (!marked) return;
    if (before) {
      const { document, column, isPreview } = before;
      const editor =
        editorIn(column, document) ??
        (await vscode.window.showTextDocument(document, { viewColumn: column, preview: isPreview }));
      await this.restoreScroll();
      editor.selections = before.selections;
    }
    const lent = openTabs().filter(
      (tab) => !this.tabs.has(nameOf(tab)) && !tab.isDirty && this.opened.has(uriOf(tab)?.toString() ?? ''),
    );
    if (lent.length > 0) await vscode.window.tabGroups.close(lent, true);
  }
}

function currentPlace(): Before | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  return {
    document: editor.document,
    column: editor.viewColumn ?? vscode.ViewColumn.Active,
    selections: editor.selections,
    isPreview: vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview ?? false,
  };
}

function editorIn(column: vscode.ViewColumn, document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(
    (editor) => editor.document === document && (column === vscode.ViewColumn.Active || editor.viewColumn === column),
  );
}

/** A place beside the cursor; undefined where the document has no other. */
function besides({ document, selection }: vscode.TextEditor): vscode.Position | undefined {
  const { active, isEmpty } = selection;
  if (!isEmpty) return active;
  const offset = document.offsetAt(active);
  return [document.positionAt(offset + 1), document.positionAt(offset - 1)].find((other) => !other.isEqual(active));
}

function openTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** A tab by its group and file. */
function nameOf(tab: vscode.Tab): string {
  return `${tab.group.viewColumn} ${uriOf(tab)?.toString() ?? tab.label}`;
}
