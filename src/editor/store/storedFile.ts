import * as vscode from 'vscode';
import type { ReadResult } from '../../sidecar/read';
import type { Conflict, Merged } from '../../sidecar/threeWay';
import { fileStamp, readIfThere, type Files } from '../files';
import { unreadable, UserError, type FileProblem } from '../userError';
import { leadingOut } from './leadingOut';

/** How one kind of file is read, printed and united, and what becomes of it in memory. */
export interface Content<T> {
  readonly read: (bytes: Uint8Array) => ReadResult<T>;
  readonly print: (value: T) => string;
  /** Unites what two sides made of `base`. */
  readonly merge: (base: T | undefined, ours: T, theirs: T) => Merged<T>;
  /** What memory holds now; `done` is called when that was written. */
  readonly compose: () => Promise<{ readonly value: T; readonly worthAFile: boolean; readonly done: () => void }>;
  /** Takes over a value (undefined: there is no file); what is in `base` too is what memory has already. */
  readonly adopt: (value: T | undefined, base: T | undefined) => Promise<void>;
  readonly problemChanged: () => void;
  /** A write in the background failed, or a merge had to choose. */
  readonly report: (error: UserError) => void;
}

/** Long enough to gather what one action does, short enough to be on disk within a second. */
const PAUSE_MS = 250;

/** No file's stamp. */
const WRITTEN = 'written';

/** A file that we keep in memory and write, united with what others wrote to it meanwhile. */
export class StoredFile<T> implements vscode.Disposable {
  /** What was last read or written. */
  private base: { readonly text: string; readonly value: T; readonly ours?: boolean } | undefined;
  private trouble: FileProblem | undefined;
  /** How links lead out of the workspace: it may be read then, and is never written. */
  private leads: string | undefined;
  private changes = 0;
  private written = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private wroteWell = false;
  /** Of the file when it was last read; undefined where there was none, {@link WRITTEN} where it was written since. */
  private stamp: string | undefined;

  constructor(
    private at: vscode.Uri,
    private readonly files: Files,
    private readonly content: Content<T>,
  ) {}

  get uri(): vscode.Uri {
    return this.at;
  }

  get exists(): boolean {
    return this.base !== undefined;
  }

  get problem(): FileProblem | undefined {
    return this.trouble;
  }

  /** Whether a write went well since the file was opened here. */
  get proven(): boolean {
    return this.wroteWell;
  }

  /** Throws a {@link UserError} where the content can't be known. */
  assertReadable(): void {
    if (this.trouble && !this.trouble.readOnly) throw unreadable(this.trouble);
  }

  /** Throws a {@link UserError} where the file must not or can't be written. */
  assertWritable(): void {
    if (this.trouble) throw unreadable(this.trouble);
    if (vscode.workspace.fs.isWritableFileSystem(this.uri.scheme) === false) {
      throw new UserError(vscode.l10n.t('{0} is in a read-only place, so nothing can be annotated.', this.shownName));
    }
  }

  /** Reads the file (again). Never rejects: what is wrong with it becomes the {@link problem}. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      const text = await this.readText();
      if (text === undefined) return;
      if (this.base && text.content === this.base.text && !this.trouble) return;
      const value = text.content === undefined ? undefined : this.parse(text.bytes);
      if (text.content === undefined) this.setProblem(undefined);
      else if (value === undefined) return;
      if (this.changes !== this.written) {
        this.schedule(); // the write unites both
        return;
      }
      const base = this.base;
      this.base = value === undefined || text.content === undefined ? undefined : { text: text.content, value };
      await this.content.adopt(value, base?.value);
    });
  }

  /** Reads the file again where it isn't the one that was last read or written. For whoever can't wait for a file event:
   * some file systems send none. */
  async refresh(): Promise<void> {
    if ((await fileStamp(this.uri)) !== this.stamp) await this.load();
  }

  /** The file was moved, as it is; it is read and written at its new place from now on. */
  moveTo(uri: vscode.Uri): void {
    this.at = uri;
    if (this.trouble) void this.load(); // what is wrong is wrong there now
    if (this.changes !== this.written) this.schedule();
  }

  /** Memory changed: it will be written soon. */
  markChanged(): void {
    this.changes++;
    this.schedule();
  }

  /** Writes now what isn't written yet. Rejects with a {@link UserError}; memory keeps what it has. */
  flush(): Promise<void> {
    this.unschedule();
    return this.inTurn(() => this.write());
  }

  dispose(): void {
    this.unschedule();
  }

  private unschedule(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Steps that keep coming don't put the write off: the first one's wait counts. */
  private schedule(): void {
    if (this.trouble || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.flush().catch((error: unknown) => {
        this.content.report(error instanceof UserError ? error : new UserError(reason(error)));
      });
    }, PAUSE_MS);
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async write(): Promise<void> {
    while (this.changes !== this.written && !this.trouble) {
      const { changes } = this;
      const { value, worthAFile, done } = await this.content.compose();
      const ours = this.content.print(value);
      const disk = await this.readText();
      if (disk === undefined || this.leads !== undefined) throw this.unwritable();
      if (this.isAsRead(ours, disk.content)) {
        this.written = changes;
        done();
        continue;
      }
      let content = ours;
      let conflicts: readonly Conflict[] = [];
      if (disk.content !== undefined && disk.content !== this.base?.text) {
        const theirs = this.parse(disk.bytes);
        if (theirs === undefined || this.trouble) throw this.unwritable();
        const union = this.content.merge(this.base?.value, value, theirs);
        content = this.content.print(union.merged);
        conflicts = union.conflicts;
      }
      // Nothing is written that couldn't be read again.
      const mine = { text: ours, value: this.reread(ours), ours: true };
      const written = content === ours ? mine : { text: content, value: this.reread(content), ours: true };
      if (content !== disk.content && (disk.content !== undefined || worthAFile)) await this.replace(content);
      else if (disk.content === undefined) {
        this.written = changes;
        return;
      }
      this.wroteWell = true;
      done();
      if (written === mine) {
        this.base = mine;
        this.written = changes;
        continue;
      }
      // What came in from outside goes to memory, unless memory went on meanwhile: then another turn unites again.
      this.base = changes === this.changes ? written : mine;
      if (changes === this.changes) {
        this.written = changes;
        await this.content.adopt(this.base.value, mine.value);
      }
      if (conflicts.length > 0) this.content.report(this.mergeReport(conflicts));
    }
    if (this.changes !== this.written) throw this.unwritable();
  }

  /** Whether nothing in the file changed: one that isn't in canonical form isn't rewritten for its form alone. */
  private isAsRead(ours: string, disk: string | undefined): boolean {
    const { base } = this;
    if (!base || base.ours || disk !== base.text) return false;
    return ours === this.content.print(base.value);
  }

  private async replace(content: string): Promise<void> {
    try {
      await this.files.replace(this.uri, new TextEncoder().encode(content));
      // Somebody else may have written right after us: the next look reads the file, whatever its stamp is.
      this.stamp = WRITTEN;
    } catch (error) {
      throw new WriteError(this.shownName, reason(error), () => this.schedule());
    }
  }

  /** The file's content; `content` undefined where there is no file. Undefined where it can't be read. */
  private async readText(): Promise<{ content: string | undefined; bytes: Uint8Array } | undefined> {
    try {
      this.stamp = await fileStamp(this.uri);
      this.leads = await leadingOut(this.uri);
      if (this.leads !== undefined) this.setProblem(undefined);
      // What a dead writer left isn't put in place there either.
      const bytes = await (this.leads === undefined
        ? this.files.read(this.uri, (left) => this.content.read(left).ok)
        : readIfThere(this.uri));
      return {
        content: bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        bytes: bytes ?? new Uint8Array(),
      };
    } catch (error) {
      this.setProblem({ uri: this.uri, line: 1, message: reason(error) });
      return undefined;
    }
  }

  /** The value of what was read; undefined, with the problem set, where it can't be. Sets the problem of a read-only file too. */
  private parse(bytes: Uint8Array): T | undefined {
    const result = this.content.read(bytes);
    const wrong = result.ok ? result.readOnly : result.problem;
    this.setProblem(wrong && { uri: this.uri, line: wrong.line, message: wrong.message, readOnly: result.ok });
    return result.ok ? result.value : undefined;
  }

  private reread(content: string): T {
    const result = this.content.read(new TextEncoder().encode(content));
    if (!result.ok)
      throw new Error(`${this.shownName}: what would be written can't be read: ${result.problem.message}`);
    return result.value;
  }

  private setProblem(wrong: FileProblem | undefined): void {
    const out = this.leads === undefined ? undefined : { uri: this.uri, line: 1, message: this.leads, readOnly: true };
    const problem = wrong ?? out;
    const changed = this.trouble?.message !== problem?.message;
    this.trouble = problem;
    if (changed) this.content.problemChanged();
  }

  private unwritable(): UserError {
    const { line, message } = this.trouble ?? { line: 1, message: '' };
    return new UserError(
      vscode.l10n.t(
        '{0}, line {1}: {2}. Nothing was written; what you did stays in memory.',
        this.shownName,
        line,
        message,
      ),
    );
  }

  private mergeReport(conflicts: readonly Conflict[]): UserError {
    return new UserError(
      vscode.l10n.t(
        '{0} was changed elsewhere too; both were merged. Please look at: {1}',
        this.shownName,
        conflicts.map(inWords).join('; '),
      ),
    );
  }

  private get shownName(): string {
    return vscode.workspace.asRelativePath(this.uri);
  }
}

/** The disk took nothing; memory keeps what was to be written. */
export class WriteError extends UserError {
  constructor(
    readonly file: string,
    readonly why: string,
    again: () => unknown,
  ) {
    super(
      vscode.l10n.t(
        '{0} could not be written: {1}. What you did stays in memory; make room or free the file, then try again.',
        file,
        why,
      ),
      { title: vscode.l10n.t('Try again'), run: again },
    );
  }
}

/** A system's or file system's error in words. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a merge had to choose. The value that lost is said, so that it isn't lost in silence. */
function inWords({ code, path, theirs, newId }: Conflict): string {
  const where = path.join(' › ');
  switch (code) {
    case 'both-changed':
      return vscode.l10n.t('{0}: kept here, elsewhere {1}', where, JSON.stringify(theirs));
    case 'edit-beats-removal':
      return vscode.l10n.t('{0}: removed on one side, changed on the other; kept', where);
    case 'same-id':
      return vscode.l10n.t('{0}: two things had one id; the other is now {1}', where, newId ?? '');
  }
}
