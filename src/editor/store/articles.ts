import * as vscode from 'vscode';
import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp, type Files } from '../files';
import { isUserError, UserError } from '../userError';
import { Article, sidecarUri, type ArticleEvent } from './article';
import { reason } from './fileErrors';
import type { Finder } from './finder';
import { keepFresh } from './freshness';
import type { Visibility } from '../visibility/visibility';
import type { Mending, Waiting } from './mending';

/** Closed articles whose history is kept. */
const MOST_LEFT = 50;
/** The longest that VS Code waits for those who take part in a move. */
const MOVE_MS = 60_000;
/** Moves take less, as a rule; one that never happens must not keep a sidecar from being written for long. */
const HOLD_MS = 5000;

export type ArticlesEvent = ArticleEvent & { readonly article: Article };

/** Every article that VS Code has open, each with its one store; all events of all of them are one event. */
export class Articles implements vscode.Disposable {
  private readonly open = new Map<string, Article>();
  /** Closed ones that are still being written, or have a history; the longest closed first. */
  private readonly left = new Map<string, Article>();
  /** Articles whose files are being moved, with what ends that: their sidecars go first, and are not gone. */
  private readonly moving = new Map<Article, ReturnType<typeof setTimeout>>();
  private readonly changed = new vscode.EventEmitter<ArticlesEvent>();
  readonly onDidChange = this.changed.event;
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidClose = this.closed.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly files: Files,
    private readonly finder: Finder,
    private readonly mending: Mending,
    readonly visibility: Pick<Visibility, 'shows' | 'isAll' | 'onDidChange'>,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*${SIDECAR_SUFFIX}`);
    const refresh = (uri: vscode.Uri): unknown => this.refresh(this.open.get(articleOf(uri).toString()));
    this.subscriptions = [
      watcher,
      visibility.onDidChange(() => {
        for (const article of this.open.values()) article.visibilityChanged();
      }),
      keepFresh(() => Promise.all([...this.visible()].map((article) => this.refresh(article)))),
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete(refresh),
      vscode.workspace.onDidChangeTextDocument((event) => this.of(event.document)?.textChanged(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.of(document)?.documentSaved()),
      vscode.workspace.onDidCloseTextDocument((document) => this.close(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.show(editors)),
    ];
    this.show(vscode.window.visibleTextEditors);
  }

  /** The store of a document that is open already and was loaded. */
  of(document: vscode.TextDocument): Article | undefined {
    const article = this.open.get(document.uri.toString());
    return article?.document === document ? article : undefined;
  }

  /** The store of an article, opened where it isn't. Throws a {@link UserError} where there is none to be had. */
  async get(uri: vscode.Uri): Promise<Article> {
    const known = this.open.get(uri.toString());
    const article = await this.loaded(uri);
    if (known) await this.refresh(article);
    await article.ready();
    return article;
  }

  /** As {@link get}, without looking whether the sidecar was changed from outside since it was last read. */
  async loaded(uri: vscode.Uri): Promise<Article> {
    const article = this.open.get(uri.toString()) ?? this.add(await openDocument(uri));
    await article.ready();
    return article;
  }

  /** Articles that are open now. */
  all(): Iterable<Article> {
    return this.open.values();
  }

  /** Articles that an editor shows. */
  private *visible(): Iterable<Article> {
    for (const { document } of vscode.window.visibleTextEditors) {
      const article = this.of(document);
      if (article) yield article;
    }
  }

  /** The sidecars of all that are open, or were closed just now. */
  stored(): readonly Waiting[] {
    return [...this.open.values(), ...this.left.values()].map(({ sidecar }) => sidecar);
  }

  /** Writes what isn't written of the articles at these uris, or in these folders. */
  async flushIn(uris: readonly vscode.Uri[]): Promise<void> {
    await Promise.all([...this.within(uris)].map((article) => article.flush()));
  }

  /** The articles at these uris, or in these folders, are about to be moved or deleted: what becomes of their sidecars on the
   * way is no news. */
  async willMove(uris: readonly vscode.Uri[]): Promise<void> {
    const moving = [...this.within(uris)];
    for (const article of moving) {
      clearTimeout(this.moving.get(article));
      this.moving.set(
        article,
        setTimeout(() => this.moving.delete(article), MOVE_MS),
      );
    }
    // What closing the old document writes must not come to the old place, nor before the sidecar at the new one; nor is it
    // to be read while it is at neither.
    await Promise.all(moving.map((article) => article.sidecar.hold(HOLD_MS)));
  }

  /**
   * Files or folders were moved: where its sidecar went with it, an article keeps its history, and what is not written
   * yet, at its new place. Gives these articles' new keys by their old ones.
   */
  async moved(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  ): Promise<ReadonlyMap<string, string>> {
    const keys = new Map<string, string>();
    for (const { oldUri, newUri } of files) {
      for (const article of [...this.within([oldUri])]) {
        const to = newUri.with({ path: newUri.path + article.uri.path.slice(oldUri.path.length) });
        const wentAlong = !(await fileStamp(article.sidecarUri)) && (await fileStamp(sidecarUri(to)));
        this.arrived(article);
        if (!wentAlong || this.open.get(to.toString())?.hasHistory) continue;
        keys.set(article.key, to.toString());
        this.carry(article, to);
      }
    }
    return keys;
  }

  /** Files or folders were deleted, sidecars too: what VS Code tells of unsaved articles on the way must not bring these back. */
  deleted(uris: readonly vscode.Uri[]): void {
    for (const article of this.within(uris)) {
      article.sidecar.forgetChanges();
      this.arrived(article);
    }
  }

  dispose(): void {
    for (const timer of this.moving.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
    for (const article of [...this.open.values(), ...this.left.values()]) article.dispose();
    this.changed.dispose();
    this.closed.dispose();
  }

  /** Ends what {@link willMove} began. */
  private arrived(article: Article): void {
    clearTimeout(this.moving.get(article));
    this.moving.delete(article);
    article.sidecar.release();
  }

  private async refresh(article: Article | undefined): Promise<void> {
    if (article && !this.moving.has(article)) await article.refresh();
  }

  private *within(uris: readonly vscode.Uri[]): Iterable<Article> {
    const keys = uris.map(String);
    for (const article of [...this.open.values(), ...this.left.values()]) {
      if (keys.some((key) => article.key === key || article.key.startsWith(`${key}/`))) yield article;
    }
  }

  /** Puts an article in the place of the one that was made for its new document in the meantime. */
  private carry(article: Article, to: vscode.Uri): void {
    const { uri, key } = article;
    const wasOpen = this.open.delete(key);
    this.left.delete(key);
    const target = to.toString();
    for (const articles of [this.open, this.left]) {
      articles.get(target)?.dispose();
      articles.delete(target);
    }
    const document = vscode.workspace.textDocuments.find((other) => other.uri.toString() === target && !other.isClosed);
    if (document || article.hasHistory) {
      (document ? this.open : this.left).set(target, article);
      article.moveTo(to, document);
    } else article.dispose();
    if (wasOpen) this.closed.fire(uri);
  }

  private show(editors: readonly vscode.TextEditor[]): void {
    for (const { document } of editors) {
      if (refusal(document) === undefined && !this.of(document)) this.add(document);
    }
  }

  private add(document: vscode.TextDocument): Article {
    const why = refusal(document);
    if (why) throw why;
    const existing = this.of(document);
    if (existing) return existing;
    const known = this.left.get(document.uri.toString());
    if (known) {
      this.left.delete(known.key);
      this.open.set(known.key, known);
      known.reopen(document);
      return known;
    }
    const article = new Article(document, this.files, this.finder, this.mending, this.visibility);
    this.open.set(article.key, article);
    article.onDidChange((event) => this.changed.fire({ ...event, article }));
    return article;
  }

  private close(document: vscode.TextDocument): void {
    const article = this.of(document);
    // One that gets another language is said to be closed and opened, and is neither.
    if (!article || !document.isClosed) return;
    this.open.delete(article.key);
    this.left.set(article.key, article);
    article
      .close()
      .catch((error: unknown) =>
        this.mending.failed(article.sidecar, isUserError(error) ? error : new UserError(reason(error))),
      )
      .finally(() => this.forgetLeft(article));
    this.closed.fire(article.uri);
  }

  /** Forgets a closed article that nothing can be undone in, and those that were closed long ago. */
  private forgetLeft(closed: Article): void {
    const [oldest] = this.left.values();
    const outdated = closed.hasHistory ? (this.left.size > MOST_LEFT ? oldest : undefined) : closed;
    if (!outdated || this.left.get(outdated.key) !== outdated) return;
    this.left.delete(outdated.key);
    outdated.dispose();
  }
}

/** The article of a sidecar. */
export function articleOf(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -SIDECAR_SUFFIX.length) });
}

async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    throw new UserError(vscode.l10n.t('{0} can’t be opened as an article.', vscode.workspace.asRelativePath(uri)));
  }
}

/** Documents that aren't files with a place for a sidecar. */
const notArticles = new Set([
  'output',
  'git',
  'vscode-settings',
  'vscode-userdata',
  'comment',
  'search-editor',
  'debug',
  'walkThrough',
  'vscode-notebook-cell',
  'policy-annotator-list',
]);

/** Why a document can't be annotated; undefined where it can. */
function refusal(document: vscode.TextDocument): UserError | undefined {
  if (document.isUntitled) {
    return new UserError(vscode.l10n.t('Save this document first: its annotations are kept in a file beside it.'), {
      title: vscode.l10n.t('Save…'),
      run: () => vscode.commands.executeCommand('workbench.action.files.saveAs'),
    });
  }
  const { path, scheme } = document.uri;
  if (path.endsWith(SIDECAR_SUFFIX) || path.endsWith(`/${CODEBOOK_FILE}`)) {
    return new UserError(vscode.l10n.t('This file holds annotations; open the article beside it to annotate.'));
  }
  if (notArticles.has(scheme)) return new UserError(vscode.l10n.t('This document isn’t an article in a file.'));
  return undefined;
}
