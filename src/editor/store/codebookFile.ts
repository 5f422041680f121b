import * as vscode from 'vscode';
import { defaultedLists, effectiveCodebook, type Codebook, type EffectiveCodebook } from '../../model/codebook';
import { printCodebook } from '../../sidecar/print';
import { readCodebook } from '../../sidecar/read';
import type { Files } from '../files';
import type { FileProblem } from '../userError';
import type { Mending } from './mending';
import type { CodebookChange, CodebookItem } from './step';
import { StoredFile, type Content } from './storedFile';

const empty: Codebook = { format: 'policy-codebook', version: 1 };

/** The one store of a codebook, or of the place where one will be made. */
export class CodebookFile implements vscode.Disposable {
  readonly key: string;
  readonly file: StoredFile<Codebook>;
  private codebook: Codebook = empty;
  private effective: EffectiveCodebook = effectiveCodebook(empty);
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly loaded: Promise<void>;

  constructor(
    readonly uri: vscode.Uri,
    files: Files,
    mending: Mending,
  ) {
    this.key = uri.toString();
    const content: Content<Codebook> = {
      read: readCodebook,
      print: printCodebook,
      mender: (part) => part.codebooks,
      compose: () =>
        Promise.resolve({ value: this.codebook, worthAFile: this.codebook !== empty, done: () => undefined }),
      adopt: (codebook) => Promise.resolve(() => this.set(codebook ?? empty)),
      problemChanged: () => this.changed.fire(),
    };
    this.file = new StoredFile(uri, files, content, mending);
    this.loaded = this.file.load();
  }

  /** Resolves when the file was read once; never rejects, see {@link problem}. */
  ready(): Promise<void> {
    return this.loaded;
  }

  get exists(): boolean {
    return this.file.exists;
  }

  get problem(): FileProblem | undefined {
    return this.file.problem;
  }

  get proven(): boolean {
    return this.file.proven;
  }

  /** What the file says. */
  get content(): Codebook {
    return this.codebook;
  }

  /** What counts: the file's lists, and the defaults of those that it hasn't. */
  get lists(): EffectiveCodebook {
    return this.effective;
  }

  /** Throws a {@link UserError} where the codebook can't be known. */
  assertReadable(): void {
    this.file.assertReadable();
  }

  /** Throws a {@link UserError} where the codebook can't be changed. */
  assertWritable(): void {
    this.file.assertWritable();
  }

  accepts(change: CodebookChange): boolean {
    return this.item(change) === change.before;
  }

  apply(changes: readonly CodebookChange[]): void {
    let codebook = this.codebook;
    for (const change of changes) {
      const rest = this.listOf(codebook, change).filter((item) => item.id !== change.id);
      codebook = { ...codebook, [change.list]: change.after ? [...rest, change.after] : rest };
    }
    codebook = withDefaults(codebook, changes);
    this.set(codebook);
    this.file.markChanged();
  }

  /** Reads the file again where it was changed from outside. */
  refresh(): Promise<void> {
    return this.file.refresh();
  }

  flush(): Promise<void> {
    return this.file.flush();
  }

  dispose(): void {
    this.file.dispose();
    this.changed.dispose();
  }

  private set(codebook: Codebook): void {
    this.codebook = codebook;
    this.effective = effectiveCodebook(codebook);
    this.changed.fire();
  }

  /** The item that a change is about, as it is now. */
  item(change: Pick<CodebookChange, 'list' | 'id'>): CodebookItem | undefined {
    return this.listOf(this.codebook, change).find((item) => item.id === change.id);
  }

  private listOf(codebook: Codebook, change: Pick<CodebookChange, 'list'>): readonly CodebookItem[] {
    return codebook[change.list] ?? [];
  }
}

/** A list that changes emptied is left to its default again: an empty one would say that there is nothing. */
function withDefaults(codebook: Codebook, changes: readonly CodebookChange[]): Codebook {
  const emptied = defaultedLists.filter(
    (list) => codebook[list]?.length === 0 && changes.some((change) => change.list === list && !change.after),
  );
  if (emptied.length === 0) return codebook;
  const entries = Object.entries(codebook).filter(([name]) => !(emptied as readonly string[]).includes(name));
  return Object.fromEntries(entries) as Codebook;
}
