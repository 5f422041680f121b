import * as vscode from 'vscode';
import type { Parts } from './parts';
import { Pause } from './pause';
import { isProse } from './prose';
import type { Article } from './store/article';
import type { CodebookFile } from './store/codebookFile';

const TYPING_PAUSE_MS = 250;
/** A step changes the codebook and the article one after the other: that is one change to whoever looks. */
const STEP_PAUSE_MS = 20;

/** An article and what counts for it, read. */
export interface ActiveContent {
  readonly article: Article;
  readonly codebook: CodebookFile;
}

/**
 * The article that views and the status bar are about: the active editor's, and while no article is active (the focus is
 * in a panel, say) the last one as long as it is in sight. A file of code counts once it holds annotations.
 */
export class ActiveArticle implements vscode.Disposable {
  private last: Article | undefined;
  private shown: ActiveContent | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Another article is active, or something in it changed that can be seen beside the text. */
  readonly onDidChange = this.changed.event;
  private readonly pause = new Pause(() => void this.update());
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly parts: Parts) {
    const soon = (): void => this.pause.begin(STEP_PAUSE_MS);
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.workspace.onDidOpenTextDocument(soon), // also when a document's language changes
      parts.codebooks.onDidChange(soon),
      parts.articles.onDidChange((event) => {
        if (event.kind !== 'text') soon();
        else if (event.touched && event.article === this.last) this.pause.begin(TYPING_PAUSE_MS);
      }),
    ];
    soon();
  }

  /** What is active now; undefined where no article is. */
  get content(): ActiveContent | undefined {
    return this.shown;
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, this.changed, ...this.subscriptions).dispose();
  }

  private async update(): Promise<void> {
    const article = this.current();
    this.last = article;
    if (!article) this.shown = undefined;
    else {
      await article.ready();
      const codebook = await this.parts.codebooks.of(article.uri);
      if (this.last !== article) return; // another one came in between, and tells of itself
      this.shown = article.annotated || isProse(article.document) ? { article, codebook } : undefined;
    }
    this.changed.fire();
  }

  private current(): Article | undefined {
    const active = vscode.window.activeTextEditor;
    const article = active && this.parts.articles.of(active.document);
    if (article) return article;
    const inSight = vscode.window.visibleTextEditors.some(({ document }) => document === this.last?.document);
    return inSight ? this.last : undefined;
  }
}
