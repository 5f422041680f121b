import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../model/article';
import { fileStamp, type Files } from '../files';
import { CodebookFile } from './codebookFile';
import { keepFresh } from './freshness';
import type { Mending, Waiting } from './mending';

const FOUND_HOLDS_MS = 1000;

/** Finds the codebook of an article: the nearest one upward to the workspace folder, else where one will be made. */
export class Codebooks implements vscode.Disposable {
  private readonly known = new Map<string, CodebookFile>();
  /** Which codebook counts in a folder; forgotten when a codebook comes or goes, and soon, for not all file systems tell. */
  private readonly byFolder = new Map<string, { readonly uri: Promise<vscode.Uri>; readonly until: number }>();
  private readonly changed = new vscode.EventEmitter<CodebookFile>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly disk: Files,
    private readonly mending: Mending,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${CODEBOOK_FILE}`);
    this.subscriptions = [
      watcher,
      watcher.onDidCreate((uri) => this.comeOrGone(uri)),
      watcher.onDidDelete((uri) => this.comeOrGone(uri)),
      watcher.onDidChange((uri) => this.known.get(uri.toString())?.refresh()),
      keepFresh(() => Promise.all([...this.known.values()].map((file) => file.refresh()))),
    ];
  }

  /** The codebook that counts for a file, read. */
  async of(article: vscode.Uri): Promise<CodebookFile> {
    const codebook = this.at(await this.uriOf(article));
    await codebook.ready();
    await codebook.refresh();
    return codebook;
  }

  /** Where the codebook is that counts for a file, or where it will be made. */
  uriOf(article: vscode.Uri): Promise<vscode.Uri> {
    const folder = vscode.Uri.joinPath(article, '..');
    let found = this.byFolder.get(folder.toString());
    if (!found || found.until < Date.now()) {
      this.byFolder.set(folder.toString(), (found = { uri: this.find(folder), until: Date.now() + FOUND_HOLDS_MS }));
    }
    return found.uri;
  }

  /** Whether a codebook is the one that counts for a file. */
  async counts(codebook: CodebookFile, file: vscode.Uri): Promise<boolean> {
    const folder = vscode.Uri.joinPath(codebook.uri, '..').toString().replace(/\/?$/, '/');
    return file.toString().startsWith(folder) && (await this.of(file)).key === codebook.key;
  }

  /** The store of one codebook file, by its uri as text or not. */
  at(uri: vscode.Uri | string): CodebookFile {
    const key = uri.toString();
    let file = this.known.get(key);
    if (!file) {
      const made = new CodebookFile(
        typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri,
        this.disk,
        this.mending,
      );
      made.onDidChange(() => this.changed.fire(made));
      this.known.set(key, (file = made));
    }
    return file;
  }

  stored(): readonly Waiting[] {
    return [...this.known.values()].map(({ file }) => file);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.changed.dispose();
    for (const file of this.known.values()) file.dispose();
  }

  private async find(folder: vscode.Uri): Promise<vscode.Uri> {
    const root = vscode.workspace.getWorkspaceFolder(folder)?.uri;
    const beside = vscode.Uri.joinPath(folder, CODEBOOK_FILE);
    if (!root) return beside;
    for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
      const candidate = vscode.Uri.joinPath(at, CODEBOOK_FILE);
      const isRoot = at.path.length <= root.path.length;
      if (isRoot || (await fileStamp(candidate)) !== undefined) return candidate;
    }
  }

  private comeOrGone(uri: vscode.Uri): void {
    this.byFolder.clear();
    const file = this.known.get(uri.toString());
    if (file) void file.refresh();
    else this.changed.fire(this.at(uri));
  }
}
