import * as vscode from 'vscode';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import { articlePattern, textFiles, withAnnotated } from '../articleFiles';
import type { KnownArticle } from '../articleStatus';
import { Pause } from '../pause';

/** After a file came or went: often many do at once. */
const LOOK_AFTER_MS = 500;

/** The workspace's articles, kept between two looks and found anew when text files come or go. */
export class WatchedArticles implements vscode.Disposable {
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
    return withAnnotated(this.found, index);
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

  private async look(): Promise<void> {
    this.watch(articlePattern());
    this.found = await textFiles();
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
