import * as vscode from 'vscode';
import type { Resolved } from '../../sidecar/resolve';
import type { Files } from '../files';
import { LazyPart } from '../lazyPart';
import { showError, tellError } from '../messages';
import { Pause } from '../pause';
import type { Disagreement, Mending, MendingPart, Together, Waiting } from '../store/mending';
import type { UserError } from '../userError';
import { Disagreements } from './disagreements';

/** After the extension was activated: other things come first. */
const OFFER_AFTER_MS = 1500;
/** VS Code gives 5 s to those who are ended; so long a write may take before what it writes is kept elsewhere too. */
const LAST_WRITE_MS = 2500;

/** What is done where files can't be read, written or merged in silence; the doing itself is in a lazily loaded part. */
export class FileMending implements Mending, vscode.Disposable {
  readonly part: LazyPart<MendingPart>;
  readonly disagreements: Disagreements;
  /** Where what can't be written is kept. */
  readonly storage: vscode.Uri;
  /** Where changes of several files are kept while they are written. */
  readonly journals: vscode.Uri;
  /** Files that couldn't be written, and those of which a message says so. */
  private readonly failing = new Set<string>();
  private readonly told = new Set<string>();
  private readonly begin = new Pause(() => void this.offerKept().catch(showError));
  private readonly owned: vscode.Disposable[] = [];

  constructor(
    readonly files: Files,
    { extensionUri, storageUri, globalStorageUri, workspaceState }: vscode.ExtensionContext,
  ) {
    this.part = new LazyPart<MendingPart>(extensionUri, 'mending');
    this.storage = vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'unwritten');
    this.journals = vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'journals');
    this.disagreements = new Disagreements(workspaceState);
    this.begin.begin(OFFER_AFTER_MS);
  }

  failed(file: Waiting, error: UserError): void {
    const key = file.uri.toString();
    this.failing.add(key);
    void this.keep(file).catch(() => undefined); // memory has it
    if (this.told.has(key)) return;
    this.told.add(key);
    void tellError(error).finally(() => this.told.delete(key));
  }

  wrote({ uri }: Waiting): void {
    if (this.failing.delete(uri.toString())) {
      void this.part.get().then((part) => part.forget(this.storage, uri), showError);
    }
  }

  async saveAs(file: Waiting): Promise<void> {
    await (await this.part.get()).saveAs(this.files, file);
  }

  async disagreed(disagreement: Disagreement): Promise<void> {
    this.disagreements.add(disagreement);
    (await this.part.get()).tellDisagreement(disagreement);
  }

  async writeTogether(change: Together): Promise<void> {
    await (await this.part.get()).writeTogether(this, change);
  }

  async setAside<T>(uri: vscode.Uri, bytes: Uint8Array, resolved: Resolved<T>): Promise<() => void> {
    return (await this.part.get()).setAside(this, uri, bytes, resolved);
  }

  /** Writes all files, and keeps elsewhere what can't be written in time. For the end of the extension. */
  async end(files: readonly Waiting[]): Promise<void> {
    const written = Promise.allSettled(files.map((file) => file.flush()));
    await Promise.race([written, new Promise((resolve) => setTimeout(resolve, LAST_WRITE_MS))]);
    await Promise.allSettled(files.map((file) => this.keep(file)));
  }

  /** Ends with this. */
  own(disposable: vscode.Disposable): void {
    this.owned.push(disposable);
  }

  dispose(): void {
    vscode.Disposable.from(...this.owned, this.begin, this.disagreements).dispose();
  }

  private async keep(file: Waiting): Promise<void> {
    const unwritten = await file.unwritten();
    if (unwritten) await (await this.part.get()).keep(this.files, this.storage, file.uri, unwritten);
  }

  /** Offers what could not be written when this workspace was last open. */
  private async offerKept(): Promise<void> {
    const { fs } = vscode.workspace;
    // Made ahead of the day: at the end of an extension host VS Code's own file functions are gone.
    await fs.createDirectory(this.storage);
    if ((await fs.readDirectory(this.storage)).length > 0) await (await this.part.get()).offerKept(this);
    const journals = await fs.readDirectory(this.journals).then(undefined, () => []); // none was ever made
    if (journals.length > 0) await (await this.part.get()).offerInterrupted(this);
  }
}
