import * as vscode from 'vscode';
import { inSlices } from '../../anchoring/slices';
import { Tallies } from '../../corpus/tallies';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import { CODEBOOK_FILE } from '../../model/article';
import type { EffectiveCodebook } from '../../model/codebook';
import { showError } from '../messages';
import { letOthersWork } from '../letOthersWork';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import type { CodebookFile } from '../store/codebookFile';
import type { FileProblem } from '../userError';
import { KnownItems } from './knownItems';
import { NearestCodebook } from './nearestCodebook';

/** A codebook, and what is tagged in the articles that it counts for, as of one moment. */
export interface Book {
  /** Its uri as text. */
  readonly key: string;
  readonly uri: vscode.Uri;
  /** Its folder, as a person knows it. */
  readonly label: string;
  readonly lists: EffectiveCodebook;
  readonly known: KnownItems;
  /** Undefined before the first count. */
  readonly tallies: Tallies | undefined;
  readonly problem: FileProblem | undefined;
}

/** A step changes the codebook and articles one after the other: that is one change to whoever looks. */
const STEP_PAUSE_MS = 30;
const SLICE_MS = 10;

/** What the views of the workspace are made of: its codebooks, and what the index says of their articles. */
export class Workspace implements vscode.Disposable {
  books: readonly Book[] = [];
  /** Whether all sidecars were read, so that what isn't there is nowhere. */
  isRead = false;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Books or the index say something else now. Silent while nobody looks, see {@link watched}. */
  readonly onDidChange = this.changed.event;
  private readonly pause = new Pause(() => void this.survey().catch(showError));
  private readonly subscriptions: vscode.Disposable[];
  /** Uris of the codebooks that were found, as text. */
  private readonly found = new Set<string>();
  /** By codebook; counted from nothing where an id leads elsewhere by now. */
  private readonly counts = new Map<string, { readonly merges: string; readonly tallies: Tallies }>();
  private begun: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  private isStale = true;

  /** @param watched whether somebody looks, so that it is worth counting */
  constructor(
    private readonly parts: Parts,
    private readonly watched: () => boolean,
  ) {
    this.subscriptions = [
      parts.corpus.onDidChange(() => this.soon()),
      parts.codebooks.onDidChange((file) => {
        if (file.exists) this.found.add(file.key);
        this.soon();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.begun = undefined;
        this.soon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('policyAnnotator.creator')) this.soon();
      }),
    ];
  }

  get index(): CorpusIndex {
    return this.parts.corpus.shown();
  }

  /** Resolves when the codebooks are known; counts follow with the event. */
  ready(): Promise<void> {
    this.begun ??= this.begin();
    return this.begun;
  }

  /** Resolves when all sidecars were read once, and everything is counted as it is now. */
  async settled(): Promise<void> {
    await this.ready();
    await this.reading;
    await this.survey();
  }

  /** Looks for codebooks and sidecars anew: not every file system tells of changes. */
  async again(): Promise<void> {
    this.begun = undefined;
    this.isStale = true;
    await this.settled();
  }

  /** Somebody looks who didn't before. */
  look(): void {
    if (this.isStale) this.pause.begin(0);
  }

  book(key: string): Book | undefined {
    return this.books.find((book) => book.key === key);
  }

  /** The codebook of an article (uri as text). */
  bookOf(article: string): Book | undefined {
    return this.book(this.nearest().of(article) ?? '') ?? this.books[0];
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, this.changed, ...this.subscriptions).dispose();
  }

  private soon(): void {
    this.isStale = true;
    if (this.begun && this.watched()) this.pause.begin(STEP_PAUSE_MS);
  }

  private async begin(): Promise<void> {
    for (const uri of await vscode.workspace.findFiles(`**/${CODEBOOK_FILE}`, null)) this.found.add(uri.toString());
    if (this.books.length === 0) this.books = await this.knownBooks();
    this.reading = this.parts.corpus
      .build()
      .catch(showError)
      .then(() => {
        this.isRead = true;
        this.soon();
      });
  }

  /** Counts anew what changed since; those who call meanwhile get what changed meanwhile counted too. */
  private async survey(): Promise<void> {
    while (this.running) await this.running;
    if (!this.isStale) return;
    this.isStale = false;
    this.running = this.count().finally(() => (this.running = undefined));
    await this.running;
  }

  private async count(): Promise<void> {
    await this.ready();
    const books = await this.knownBooks();
    const nearest = this.nearest();
    const uris = new Map<string, string[]>(books.map(({ key }) => [key, []]));
    const [first] = books;
    for (const { uri } of this.index.ordered())
      (uris.get(nearest.of(uri) ?? '') ?? uris.get(first?.key ?? ''))?.push(uri);
    const counted: Book[] = [];
    for (const book of books) {
      const tallies = this.talliesOf(book);
      const work = tallies.update(this.index, uris.get(book.key) ?? []);
      await inSlices(work, { slice: SLICE_MS, pause: letOthersWork });
      counted.push({ ...book, tallies });
    }
    const isWorthShowing = ({ uri, tallies }: Book): boolean =>
      this.parts.codebooks.at(uri).exists || (tallies?.articles.length ?? 0) > 0;
    this.books = counted.length === 1 ? counted : counted.filter(isWorthShowing);
    this.changed.fire();
  }

  private talliesOf({ key, known: { merges, resolved } }: Book): Tallies {
    const old = this.counts.get(key);
    if (old?.merges === merges) return old.tallies;
    const tallies = new Tallies(resolved);
    this.counts.set(key, { merges, tallies });
    return tallies;
  }

  private nearest(): NearestCodebook {
    return new NearestCodebook(this.places());
  }

  /** Where codebooks are, and where they would be made. */
  private places(): ReadonlySet<string> {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
      vscode.Uri.joinPath(uri, CODEBOOK_FILE).toString(),
    );
    const beside = [...this.parts.articles.all()]
      .filter(({ uri }) => !vscode.workspace.getWorkspaceFolder(uri))
      .map(({ uri }) => vscode.Uri.joinPath(uri, '..', CODEBOOK_FILE).toString());
    return new Set([...roots, ...this.found, ...beside]);
  }

  private async knownBooks(): Promise<readonly Book[]> {
    const files = [...this.places()].sort().map((key) => this.parts.codebooks.at(key));
    await Promise.all(files.map((file) => file.ready()));
    return files.map(bookOf);
  }
}

function bookOf({ key, uri, lists, problem }: CodebookFile): Book {
  const folder = vscode.Uri.joinPath(uri, '..');
  const label =
    vscode.workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString()
      ? vscode.workspace.getWorkspaceFolder(folder)?.name
      : vscode.workspace.asRelativePath(folder);
  return { key, uri, label: label ?? folder.path, lists, known: new KnownItems(lists), tallies: undefined, problem };
}
