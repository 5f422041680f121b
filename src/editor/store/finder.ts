import * as vscode from 'vscode';
import type { Placement } from '../../anchoring/finding/placement';
import { LazyPart } from '../lazyPart';
import type { Finding } from '../texts/finding';
import type { Sought } from '../texts/sought';
import type { TextRevision } from './textRevision';

/** Long enough for an opening or a save to be over. */
const KEEP_AFTER_MS = 1000;

/** Finds targets again in texts that changed, and keeps the texts for that; what it takes is loaded when first needed. */
export class Finder {
  private started: Promise<Finding> | undefined;
  private readonly toKeep = new Set<TextRevision>();
  private keeping: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly part: LazyPart<typeof import('../lazy/finding')>;
  /** The extension's own folder: of the workspace, else of all windows. */
  private readonly storage: vscode.Uri;

  constructor(
    context: Pick<vscode.ExtensionContext, 'extensionUri' | 'storageUri' | 'globalStorageUri'>,
    /** Tells the person. */
    readonly report: (error: unknown) => void,
  ) {
    this.part = new LazyPart(context.extensionUri, 'finding');
    this.storage = context.storageUri ?? context.globalStorageUri;
  }

  /** Where the ranges of each target stand; undefined where the person gave up waiting, or it went wrong, which is told. */
  async find(sought: Sought): Promise<readonly Placement[][] | undefined> {
    try {
      await this.flush(); // it may be the text that is about to be needed
      return await (await this.start()).find(sought);
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }

  /** Keeps a text that a sidecar describes, in the background. */
  keep(revision: TextRevision): void {
    this.toKeep.add(revision);
    this.timer ??= setTimeout(() => void this.flush(), KEEP_AFTER_MS);
  }

  /** Keeps now what is to be kept. Never rejects. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const revisions = [...this.toKeep];
    this.toKeep.clear();
    if (revisions.length > 0) this.keeping = this.keeping.then(() => this.keepAll(revisions));
    return this.keeping;
  }

  /** Removes every text that is kept. */
  async forget(): Promise<void> {
    this.toKeep.clear();
    await this.keeping;
    await (await this.start()).forget();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async keepAll(revisions: readonly TextRevision[]): Promise<void> {
    // A part that can't be loaded is told where it is needed: by what looks for a target.
    const finding = await this.start().catch(() => undefined);
    for (const revision of revisions) await finding?.keep(revision.text, await revision.sha256());
  }

  private start(): Promise<Finding> {
    this.started ??= this.part.get().then(({ Finding: Start }) => {
      return new Start(vscode.Uri.joinPath(this.storage, 'texts'));
    });
    return this.started.catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
  }
}
