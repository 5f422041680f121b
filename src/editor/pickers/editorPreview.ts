import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import type { Article } from '../store/article';

/** What is to be shown: an article that may have to be opened for it, and places in it, the first of which comes into sight. */
export interface PreviewPlace {
  readonly article: Article;
  readonly ranges: readonly Range[];
}

/** So many lines at the top of an editor may lie under a list. */
const COVERED_LINES = 12;

interface Before {
  readonly document: vscode.TextDocument;
  readonly column: vscode.ViewColumn;
  readonly selections: readonly vscode.Selection[];
  readonly isPreview: boolean;
}

/**
 * Shows places in the editor while a list has the focus, as Go to Symbol does: marked, the cursor staying where it is, so that Go Back
 * doesn't remember them. Made before the list opens; {@link finish} ends it.
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
  /** What the first editor showed when its scroll position was kept, see {@link keepScroll}. */
  private kept: readonly vscode.Range[] | undefined;
  private queue: Promise<void> = Promise.resolve();
  private latest = 0;

  /** Marks what is about to be tagged, and scrolls only where the list would cover it. */
  target(article: Article, ranges: readonly Range[]): void {
    this.show(() => ({ article, ranges }), true);
  }

  /** Shows a place as soon as those before it are through; only the last one that was asked for counts. */
  show(place: () => PreviewPlace | Promise<PreviewPlace>, isCalm = false): void {
    const turn = ++this.latest;
    this.queue = this.queue.then(async () => {
      if (turn !== this.latest) return;
      try {
        await this.showNow(await place(), isCalm);
      } catch {
        // A place that can't be shown is told of when one goes there, not while one passes by.
      }
    });
  }

  /** Where the person chose nothing, all is as it was before; else the marking alone goes. */
  async finish(chosen: boolean): Promise<void> {
    this.latest++;
    await this.queue;
    this.mark.dispose(); // takes the marking off too
    if (!chosen) await this.restore();
  }

  private async showNow({ article, ranges }: PreviewPlace, isCalm: boolean): Promise<void> {
    const column = this.before?.column ?? vscode.ViewColumn.Active;
    const isBefore = article.document === this.before?.document;
    if (!isBefore) await this.restoreScroll(this.before && editorIn(column, this.before.document));
    const editor = editorIn(column, article.document) ?? (await this.open(article.document, column));
    if (this.marked !== editor) this.marked?.setDecorations(this.mark, []);
    this.marked = editor;
    const places = ranges.map((range) => article.editorRange(range));
    editor.setDecorations(this.mark, places);
    const [first] = places;
    if (!first || (isCalm && isInSight(editor, first))) return;
    if (isBefore) this.keepScroll(editor);
    // The list covers the upper part of the editor.
    editor.revealRange(first, vscode.TextEditorRevealType.InCenter);
  }

  private async open(document: vscode.TextDocument, viewColumn: vscode.ViewColumn): Promise<vscode.TextEditor> {
    this.opened.add(document.uri.toString());
    return vscode.window.showTextDocument(document, { viewColumn, preview: true, preserveFocus: true });
  }

  /**
   * VS Code tells extensions by lines how far an editor is scrolled, and reveals with a margin of its own. But it remembers
   * the scroll position with each move of the cursor, for Cursor Undo: a step aside and back keeps it to the pixel.
   */
  private keepScroll(editor: vscode.TextEditor): void {
    const aside = this.kept ? undefined : besides(editor);
    if (!aside) return;
    const { selections } = editor;
    editor.selection = new vscode.Selection(aside, aside);
    editor.selections = selections;
    this.kept = editor.visibleRanges;
  }

  /** Call it while the first editor is the active one. */
  private async restoreScroll(editor: vscode.TextEditor | undefined): Promise<void> {
    const { kept } = this;
    this.kept = undefined;
    if (!kept || !editor || kept.every((range, index) => editor.visibleRanges[index]?.isEqual(range))) return;
    await vscode.commands.executeCommand('cursorUndo');
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
      // Whoever put the cursor elsewhere meanwhile wants to be there.
      if (before.selections.every((selection, index) => editor.selections[index]?.isEqual(selection))) {
        await this.restoreScroll(editor);
      }
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

/** Whether a place can be seen below a list. */
function isInSight({ visibleRanges }: vscode.TextEditor, { start, end }: vscode.Range): boolean {
  const [top, bottom] = [visibleRanges[0]?.start.line ?? 0, visibleRanges.at(-1)?.end.line ?? 0];
  return start.line >= top + COVERED_LINES && end.line <= bottom;
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
