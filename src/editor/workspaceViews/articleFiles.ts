import * as vscode from 'vscode';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import { SIDECAR_SUFFIX } from '../../model/article';
import { Pause } from '../pause';
import { inOrder, mayBeArticle, type KnownArticle } from './articleStatus';

/** Files that are looked for. */
const MOST_FILES = 20_000;
const DEFAULT_FILES = '**/*.{txt,md,article}';
/** After a file came or went: often many do at once. */
const LOOK_AFTER_MS = 500;

/** Finds the workspace's articles: those with a sidecar, and text files without one. */
export class ArticleFiles implements vscode.Disposable {
  /** Text files, with and without a sidecar. */
  private found: readonly KnownArticle[] = [];
  private looked: Promise<void> | undefined;
  private watched: string | undefined;
  private watcher: vscode.Disposable | undefined;
  private readonly pause = new Pause(() => this.comeOrGone());
  private readonly subscription: vscode.Disposable;

  /** @param changed told when files came or went since they were looked for */
  constructor(private readonly changed: () => void) {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (this.looked && event.affectsConfiguration('policyAnnotator.articles.files')) this.comeOrGone();
    });
  }

  /** All articles in the workspace's order; what is known of those with a sidecar is the index's. */
  async all(index: CorpusIndex): Promise<readonly KnownArticle[]> {
    this.looked ??= this.look();
    await this.looked;
    const articles = new Map<string, KnownArticle>(this.found.map((article) => [article.uri, article]));
    for (const article of index.ordered()) articles.set(article.uri, article);
    return inOrder(articles.values());
  }

  /** Files are looked for anew when they are asked for next: not every file system tells of new ones. */
  lookAgain(): void {
    this.looked = undefined;
  }

  dispose(): void {
    this.watcher?.dispose();
    vscode.Disposable.from(this.pause, this.subscription).dispose();
  }

  private comeOrGone(): void {
    this.lookAgain();
    this.changed();
  }

  /** What VS Code's explorer hides is left out. */
  private async look(): Promise<void> {
    const setting = vscode.workspace.getConfiguration('policyAnnotator').get<string>('articles.files')?.trim();
    const pattern = setting ? setting : DEFAULT_FILES;
    this.watch(pattern);
    const files = await vscode.workspace.findFiles(pattern, undefined, MOST_FILES);
    this.found = files.flatMap((uri): KnownArticle[] => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const path = vscode.workspace.asRelativePath(uri, false);
      if (uri.path.endsWith(SIDECAR_SUFFIX) || !mayBeArticle(path)) return [];
      return [{ uri: uri.toString(), folder: folder?.index ?? Number.MAX_SAFE_INTEGER, path, coding: [] }];
    });
  }

  private watch(pattern: string): void {
    if (this.watched === pattern) return;
    this.watched = pattern;
    this.watcher?.dispose();
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
    const soon = (): void => this.pause.begin(LOOK_AFTER_MS);
    this.watcher = vscode.Disposable.from(watcher, watcher.onDidCreate(soon), watcher.onDidDelete(soon));
  }
}
