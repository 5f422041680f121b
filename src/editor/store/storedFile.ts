import * as vscode from 'vscode';
import { misses } from '../../sidecar/misses';
import type { ReadResult } from '../../sidecar/read';
import type { Files } from '../files';
import { isUserError, unreadable, UserError, type FileProblem } from '../userError';
import { reason, unwritable, WriteError } from './fileErrors';
import type { Mender, Mending, MendingPart, Unwritten } from './mending';
import { knownOf, Sight, type Known } from './sight';
import { Unsettled } from './unsettled';

/** How one kind of file is read and printed, and what becomes of it in memory. */
export interface Content<T> {
  readonly read: (bytes: Uint8Array) => ReadResult<T>;
  readonly print: (value: T) => string;
  /** How this kind is merged and mended. */
  readonly mender: (part: MendingPart) => Mender<T>;
  /** What memory holds now; `done` is called when that was written. */
  readonly compose: () => Promise<{ readonly value: T; readonly worthAFile: boolean; readonly done: () => void }>;
  /** Gets ready to take over a value (undefined: there is no file); what is in `base` too is what memory has already. What
   * it gives does it at once: not called where memory changed meanwhile. */
  readonly adopt: (value: T | undefined, base: T | undefined) => Promise<() => void>;
  readonly problemChanged: () => void;
}

/** Long enough to gather what one action does, short enough to be on disk within a second. */
const PAUSE_MS = 250;
/** So often may others be quicker in one write; each time theirs is merged in. */
const MOST_TURNS = 100;

/** A file that we keep in memory and write, united with what others wrote to it meanwhile. */
export class StoredFile<T extends object> implements vscode.Disposable {
  /** What was last read or written. */
  private base: (Known<T> & { readonly ours?: boolean }) | undefined;
  private trouble: FileProblem | undefined;
  private changes = 0;
  private written = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private wroteWell = false;
  /** Ends what {@link hold} began. */
  release: () => void = () => undefined;
  private readonly sight: Sight<T>;
  private readonly unsettled = new Unsettled<T>(() => void this.load());

  constructor(
    private at: vscode.Uri,
    private readonly files: Files,
    private readonly content: Content<T>,
    private readonly mending: Mending,
  ) {
    this.sight = new Sight(files, content, mending);
  }

  get uri(): vscode.Uri {
    return this.at;
  }

  get exists(): boolean {
    return this.base !== undefined;
  }

  /** What it held when it was last read or written; undefined where there was none. */
  get known(): T | undefined {
    return this.base?.value;
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
    if (!isWritable(this.uri)) {
      throw new UserError(vscode.l10n.t('{0} is in a read-only place, so nothing can be annotated.', this.shownName));
    }
  }

  /** Reads the file (again). Never rejects: what is wrong with it becomes the {@link problem}. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      const hadTrouble = this.trouble !== undefined;
      const disk = await this.look();
      if (!disk || (this.base && disk.text === this.base.text && !hadTrouble)) return;
      // Somebody who hadn't seen our last write may have written over it: the next one unites both.
      if (disk.text === undefined) this.unsettled.end();
      else if (this.unsettled.isOn && this.base && misses(this.unsettled.before, this.base.value, disk.value)) {
        this.unsettled.hold();
        this.changes++;
      }
      if (this.changes !== this.written) {
        this.schedule();
        return;
      }
      const known = knownOf(disk);
      const { changes } = this;
      const adopt = await this.content.adopt(known?.value, this.base?.value);
      // A step that was made meanwhile is united with what came in, when it is written.
      if (changes !== this.changes) return;
      this.base = known;
      adopt();
      if (this.base?.resolved && !this.trouble && isWritable(this.uri)) this.markChanged();
    });
  }

  /** Reads the file again where it isn't the one that was last read or written. For whoever can't wait for a file event:
   * some file systems send none. */
  async refresh(): Promise<void> {
    if (!(await this.sight.isCurrent(this.uri))) await this.load();
  }

  /** Nothing is read or written until {@link release}, for so many milliseconds at most: the file is being moved. Resolves
   * when what was under way is over. */
  hold(ms: number): Promise<void> {
    this.release();
    const held = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.release = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return new Promise((resolve) => {
      void this.inTurn(() => {
        resolve();
        return held;
      });
    });
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

  /** What isn't written yet is not to be written any more. */
  forgetChanges(): void {
    this.unschedule();
    this.written = this.changes;
  }

  /** Writes now what isn't written yet. Rejects with a {@link UserError}; memory keeps what it has. */
  flush(): Promise<void> {
    this.unschedule();
    return this.inTurn(() => this.write());
  }

  /** As it was when it was last read or written, printed; undefined where there was none. */
  lastRead(): string | undefined {
    return this.base && this.content.print(this.base.value);
  }

  /** What isn't written; undefined where all is. */
  async unwritten(): Promise<Unwritten | undefined> {
    if (this.changes === this.written) return undefined;
    const base = this.lastRead();
    return { text: this.content.print((await this.content.compose()).value), base };
  }

  dispose(): void {
    this.unschedule();
    this.unsettled.dispose();
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
        this.mending.failed(this, isUserError(error) ? error : new UserError(reason(error)));
      });
    }, PAUSE_MS);
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async write(): Promise<void> {
    for (let turn = 0; this.changes !== this.written && !this.trouble; turn++) {
      if (turn === MOST_TURNS) throw this.writeError(vscode.l10n.t('others write to it all the time'));
      await this.writeOnce();
    }
    if (this.changes !== this.written) throw unwritable(this.shownName, this.trouble ?? { line: 1, message: '' });
    this.mending.wrote(this);
  }

  /** Writes what memory holds, unless somebody else wrote since we looked: then nothing is done, and another turn looks again. */
  private async writeOnce(): Promise<void> {
    const { changes } = this;
    const { value, worthAFile, done } = await this.content.compose();
    const ours = this.content.print(value);
    const disk = await this.look();
    if (!disk || this.trouble) throw unwritable(this.shownName, this.trouble ?? { line: 1, message: '' });
    if (this.isAsRead(ours, disk.text)) {
      this.written = changes;
      return done();
    }
    const theirs = disk.text !== undefined && disk.text !== this.base?.text ? disk.value : undefined;
    const before = this.unsettled.isOn ? this.unsettled.before : this.base?.value;
    const mender = theirs && this.content.mender(await this.mending.part.get());
    const union = theirs && mender?.merge(before, value, theirs);
    const text = union ? this.content.print(union.merged) : ours;
    // Nothing is written that couldn't be read again.
    const mine = { text: ours, value: this.reread(ours), ours: true };
    const written = text === ours ? mine : { text, value: this.reread(text), ours: true };
    if (disk.text === undefined && !worthAFile) {
      this.written = changes;
      return;
    }
    const told = disk.bytes && disk.resolved && (await this.mending.setAside(this.uri, disk.bytes, disk.resolved));
    if (text === disk.text) this.unsettled.end();
    else if (!(await this.replace(text, disk.bytes))) return;
    else if (!this.files.isAtomic(this.uri)) this.unsettled.begin(this.base?.value);
    this.wroteWell = true;
    done();
    told?.();
    if (union && disk.text !== undefined && union.conflicts.length > 0) {
      const base = before && this.content.print(before);
      this.mending.disagreed({ uri: this.uri, conflicts: union.conflicts, base, ours, theirs: disk.text });
    }
    if (written === mine) {
      this.base = mine;
      this.written = changes;
      if (theirs) this.unsettled.know(theirs);
      return;
    }
    // What came in from outside goes to memory, unless memory went on meanwhile: then another turn unites again.
    this.base = mine;
    if (changes !== this.changes) return;
    const adopt = await this.content.adopt(written.value, mine.value);
    if (changes !== this.changes) return;
    this.base = written;
    this.written = changes;
    if (theirs) this.unsettled.know(theirs);
    adopt();
  }

  /** Whether nothing in the file changed: one that isn't in canonical form isn't rewritten for its form alone. */
  private isAsRead(ours: string, disk: string | undefined): boolean {
    const { base } = this;
    if (!base || base.ours || base.resolved || disk !== base.text) return false;
    return ours === this.content.print(base.value);
  }

  private async replace(text: string, expected: Uint8Array | undefined): Promise<boolean> {
    try {
      const isReplaced = await this.files.replace(this.uri, new TextEncoder().encode(text), expected);
      if (isReplaced) this.sight.lose();
      return isReplaced;
    } catch (error) {
      throw this.writeError(reason(error));
    }
  }

  private look(): ReturnType<Sight<T>['look']> {
    return this.sight.look(this.uri, this.base, this.trouble, (problem) => {
      const changed = this.trouble?.message !== problem?.message;
      this.trouble = problem;
      if (changed) this.content.problemChanged();
    });
  }

  private reread(text: string): T {
    const result = this.content.read(new TextEncoder().encode(text));
    if (result.ok) return result.value;
    throw new Error(`${this.shownName}: what would be written can't be read: ${result.problem.message}`);
  }

  private writeError(why: string): WriteError {
    return new WriteError(
      this.shownName,
      why,
      { title: vscode.l10n.t('Try again'), run: () => this.flush() },
      { title: vscode.l10n.t('Save as…'), run: () => this.mending.saveAs(this) },
    );
  }

  private get shownName(): string {
    return vscode.workspace.asRelativePath(this.uri);
  }
}

function isWritable(uri: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}
