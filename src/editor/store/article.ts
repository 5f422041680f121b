import * as vscode from 'vscode';
import { gone, whereItWas } from '../../anchoring/finding/unsought';
import { quoteAll } from '../../anchoring/quoting';
import type { PlacedAnnotation, Target } from '../../model/annotation';
import { articleText, fileNameOf, sidecarName, type Coding, type Sidecar } from '../../model/article';
import { compareCodeUnits } from '../../model/codeUnits';
import type { JsonObject } from '../../model/json';
import { compareRanges, type Range } from '../../model/range';
import { printSidecar } from '../../sidecar/print';
import { readSidecar } from '../../sidecar/read';
import type { Files } from '../files';
import type { SoughtTarget } from '../../anchoring/finding/placement';
import type { FileProblem } from '../userError';
import type { Visibility } from '../visibility/visibility';
import { adopted } from './adopting';
import { composeSidecar, type Composed } from './composing';
import { codeEncoding } from './encodingName';
import type { Finder } from './finder';
import { followFound, releaseSpot } from './finding';
import { FollowedText } from './followedText';
import { placedAnnotation } from './placedAnnotation';
import { Placing } from './placing';
import { Searching } from './searching';
import { settled } from './settling';
import type { ArticleFields, Entry, InArticle, Spot } from './step';
import type { Mending } from './mending';
import { StoredFile, type Content } from './storedFile';

export type ArticleEvent =
  /** The sidecar was read, for the first time or again. */
  | { readonly kind: 'read' }
  /** A step changed annotations or what is known of the article. */
  | { readonly kind: 'step' }
  /** The text changed; `touched` says whether a target's inside or standing did, or only places shifted. */
  | { readonly kind: 'text'; readonly touched: boolean }
  /** Nothing changed, but others of its annotations are to be shown, see {@link Article.shown}. */
  | { readonly kind: 'shown' };

/** The one store of an article that is open: its annotations, where they stand, and their sidecar. */
export class Article implements vscode.Disposable {
  private at: vscode.Uri;
  private readonly followed: FollowedText;
  private readonly searching: Searching;
  private readonly file: StoredFile<Sidecar>;
  private readonly changed = new vscode.EventEmitter<ArticleEvent>();
  readonly onDidChange = this.changed.event;

  private entries = new Map<string, Entry>();
  private fields: ArticleFields = {};
  private exclusions: readonly Spot[] = [];
  private codings: readonly Coding[] = [];
  /** Top-level fields of the sidecar that we don't know. */
  private unknown: JsonObject = {};
  private sorted: readonly PlacedAnnotation[] | undefined;
  private seen: readonly PlacedAnnotation[] | undefined;
  private loaded: Promise<void>;
  /** While the document is closed: when the last of it is written. */
  private closing: Promise<void> = Promise.resolve();
  /** Whether the sidecar describes a text that isn't saved. */
  private ahead = false;
  private stepped = false;

  constructor(
    document: vscode.TextDocument,
    files: Files,
    private readonly finder: Finder,
    mending: Mending,
    private readonly visibility: Pick<Visibility, 'shows'>,
  ) {
    this.ahead = document.isDirty; // kept through a reload of the window
    this.at = document.uri;
    this.followed = new FollowedText(document);
    const where = { where: () => ({ uri: this.at, encodings: this.encodings() }), spots: () => this.searchable() };
    this.searching = new Searching(where, this.followed, finder, () => this.fire({ kind: 'read' }));
    const content: Content<Sidecar> = {
      read: readSidecar,
      print: printSidecar,
      mender: (part) => part.sidecars,
      compose: () => this.compose(),
      adopt: (sidecar, base) => this.adopt(sidecar, base),
      problemChanged: () => this.fire({ kind: 'read' }),
    };
    this.file = new StoredFile(sidecarUri(this.uri), files, content, mending);
    this.loaded = this.file.load();
  }

  get uri(): vscode.Uri {
    return this.at;
  }

  /** The uri as text, as steps name the article. */
  get key(): string {
    return this.at.toString();
  }

  /** Resolves when the sidecar was read once and every target is placed; never rejects, see {@link problem}. */
  async ready(): Promise<void> {
    await this.loaded;
    await this.searching.settled();
  }

  /** The document that VS Code has open; after {@link close}, the one that it had. */
  get document(): vscode.TextDocument {
    return this.followed.document;
  }

  /** Whether a step changed something here, so that one may want it undone. */
  get hasHistory(): boolean {
    return this.stepped;
  }

  get fileName(): string {
    return fileNameOf(this.uri.path);
  }

  get sidecarUri(): vscode.Uri {
    return this.file.uri;
  }

  /** LF text; all offsets count its UTF-16 code units. */
  get text(): string {
    return this.followed.text;
  }

  get sidecar(): StoredFile<Sidecar> {
    return this.file;
  }

  /** Why the sidecar can't be read or written; annotating is off then. */
  get problem(): FileProblem | undefined {
    return this.file.problem;
  }

  get metadata(): ArticleFields {
    return this.fields;
  }

  get coding(): readonly Coding[] {
    return this.codings;
  }

  get excluded(): readonly Spot[] {
    return this.exclusions;
  }

  /** Whether there is a sidecar, or something that will be in one. */
  get annotated(): boolean {
    return this.entries.size > 0 || this.file.exists;
  }

  /** All annotations that are placed, with their current positions: start, longer first, id. See {@link ready}. */
  annotations(): readonly PlacedAnnotation[] {
    this.sorted ??= [...this.entries.values()]
      .filter(({ spot }) => !this.searching.isUnplaced(spot))
      .map((entry) => placedAnnotation(entry, this.text))
      .sort((a, b) => compareRanges(firstRange(a), firstRange(b)) || compareCodeUnits(a.id, b.id));
    return this.sorted;
  }

  /** Those of {@link annotations} that a person sees. Whatever shows, offers or goes by annotations asks for these. */
  shown(): readonly PlacedAnnotation[] {
    this.seen ??= this.annotations().filter((annotation) => this.shows(annotation));
    return this.seen;
  }

  /** Whether what somebody made in the article is shown. */
  shows(made: { readonly creator?: string }): boolean {
    return this.visibility.shows(made);
  }

  /** Others are to be shown than before. */
  visibilityChanged(): void {
    this.fire({ kind: 'shown' });
  }

  /** All annotations as {@link annotations}, what isn't anchored with the text that its target refers to. */
  async annotationsWithTexts(): Promise<readonly PlacedAnnotation[]> {
    const sha256 = await this.followed.revision.sha256();
    return Promise.all(
      this.annotations().map(async (annotation) => {
        if (annotation.standing === 'anchored') return annotation;
        const text = await this.entries.get(annotation.id)?.spot.seen.sha256();
        return text === undefined || text === sha256 ? annotation : { ...annotation, text };
      }),
    );
  }

  annotation(id: string): PlacedAnnotation | undefined {
    const entry = this.entries.get(id);
    return entry && placedAnnotation(entry, this.text);
  }

  /** The same, where it is shown. */
  shownAnnotation(id: string): PlacedAnnotation | undefined {
    const annotation = this.annotation(id);
    return annotation && this.shows(annotation) ? annotation : undefined;
  }

  entry(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  positionAt(offset: number): vscode.Position {
    return this.followed.positionAt(offset);
  }

  offsetAt(position: vscode.Position): number {
    return this.followed.offsetAt(position);
  }

  editorRange(range: Range): vscode.Range {
    return new vscode.Range(this.positionAt(range.start), this.positionAt(range.end));
  }

  /** Begins to follow a new target in the text as it is now. The ranges are right, see rangeProblem. */
  spot(ranges: readonly Range[]): Spot {
    const { revision, tracker } = this.followed;
    const place = tracker.track(ranges.map(({ start, end }) => ({ start, end, standing: 'anchored' })));
    return { place, seen: { target: quoteAll(this.text, ranges), sha256: () => revision.sha256() }, found: [] };
  }

  /** Begins to follow a target of another text, of which `sha256` is the hash: as near to where it was as this one allows, until
   * it is looked for (see {@link findAgain}). */
  doubtfulSpot(target: readonly Target[], sha256: string): Spot {
    return followFound(this.followed.tracker, { target, sha256 }, whereItWas({ target }, this.text));
  }

  /** The same target, said to be gone: its quotation stays, and it is followed no more. For fields that say `orphaned`. */
  orphanSpot({ seen }: Spot): Spot {
    return { place: this.followed.tracker.track(gone(seen, this.text)), seen, found: [] };
  }

  /** The same target with some of its ranges, by their number, where a person says that they are; see {@link settled}. */
  settledSpot(spot: Spot, places: ReadonlyMap<number, Range>): Spot {
    return settled(this.followed.tracker, spot, places, (ranges) => this.spot(ranges));
  }

  /** Throws a {@link UserError} where the sidecar can't be written. */
  assertWritable(): void {
    this.file.assertWritable();
  }

  /** Throws a {@link UserError} where the sidecar can't be read. */
  assertReadable(): void {
    this.file.assertReadable();
  }

  /** Whether a change can be applied: what it replaces is what is there. */
  accepts(change: InArticle): boolean {
    switch (change.on) {
      case 'annotation':
        return this.entries.get(change.id) === change.before;
      case 'excluded':
        return this.exclusions === change.before;
      case 'article':
        return this.fields === change.before;
      case 'coding':
        return this.codings === change.before;
    }
  }

  /** Applies the changes of one step to this article: one event, one write. Call {@link accepts} first. */
  apply(changes: readonly InArticle[]): void {
    for (const change of changes) {
      if (change.on === 'annotation') {
        if (change.after) this.entries.set(change.id, change.after);
        else this.entries.delete(change.id);
      } else if (change.on === 'excluded') this.exclusions = change.after;
      else if (change.on === 'article') this.fields = change.after;
      else this.codings = change.after;
    }
    this.stepped = true;
    this.ahead ||= this.document.isDirty;
    this.file.markChanged();
    this.fire({ kind: 'step' });
  }

  /** Follows a change of the document's text. */
  textChanged(event: vscode.TextDocumentChangeEvent): void {
    const { lastChange } = this.followed.tracker;
    const touched = this.followed.follow(event);
    if (touched) this.fire({ kind: 'text', touched: touched.size > 0 });
    // Reverted, or undone as far as it was saved: what was written of the text between fits no file.
    if (this.ahead && !this.document.isDirty) this.articleSaved();
    // What is read again from its file leaves no document unsaved; what a person does, does.
    const change = this.followed.tracker.lastChange;
    if (this.document.isDirty || event.reason !== undefined || !change) return;
    if (change.transition !== lastChange?.transition) this.searching.reloaded(change);
  }

  /** VS Code saved the document. */
  documentSaved(): void {
    this.followed.noteSave();
    this.articleSaved();
  }

  /** The article itself was saved: its sidecar describes the text on disk from now on. */
  private articleSaved(): void {
    this.ahead = false;
    if (this.annotated && !this.problem) this.file.markChanged();
  }

  /** The document was closed: writes what isn't written yet, of the text on disk where the last one wasn't saved. */
  close(): Promise<void> {
    this.closing = this.toDisk().then(() => this.flush());
    return this.closing;
  }

  /** The article is open again: what was kept of it follows into the text as it is now, so that its history goes on. */
  reopen(document: vscode.TextDocument): void {
    this.followed.show(document);
    this.loaded = this.closing
      .catch(() => undefined) // reported by who closed it
      .then(() => this.file.load())
      .then(() => this.placeAgain());
  }

  /** The article was moved and its sidecar with it: everything goes on there. `document` is what is open there already. */
  moveTo(uri: vscode.Uri, document: vscode.TextDocument | undefined): void {
    this.at = uri;
    this.file.moveTo(sidecarUri(uri));
    if (document && articleText(document.getText()) !== this.text) this.reopen(document);
    else if (document) {
      this.followed.show(document);
      this.fire({ kind: 'read' });
    }
  }

  /** Reads the sidecar again where it was changed from outside. */
  refresh(): Promise<void> {
    return this.file.refresh();
  }

  /** Writes what isn't written yet. Rejects with a {@link UserError} where that fails; it stays in memory then. */
  flush(): Promise<void> {
    return this.file.flush();
  }

  /** Looks again for what is in doubt or gone, and waits for that. */
  async findAgain(): Promise<void> {
    await this.ready();
    await this.searching.again();
  }

  /** The sidecar as it would be written now. */
  async snapshot(): Promise<Sidecar> {
    return (await this.compose()).value;
  }

  /** Whether a write of the sidecar went well since it was opened. */
  get proven(): boolean {
    return this.file.proven;
  }

  dispose(): void {
    this.searching.dispose();
    this.file.dispose();
    this.changed.dispose();
  }

  private fire(event: ArticleEvent): void {
    this.sorted = undefined;
    this.seen = undefined;
    this.changed.fire(event);
  }

  /** A text that wasn't saved is gone with its document. */
  private async toDisk(): Promise<void> {
    if (!this.ahead) return;
    const text = await this.followed.onDisk();
    if (text === undefined || !this.document.isClosed) return;
    this.followed.replace(text, 'undo');
    this.articleSaved();
  }

  /** Places every target as on a first opening: an edit that was never saved may have moved or deleted it. */
  private async placeAgain(): Promise<void> {
    const entries = [...this.entries.values()];
    const spots = this.spots();
    const hashes = await Promise.all(spots.map((spot) => spot.seen.sha256()));
    const placing = await Placing.begin(this.followed);
    const current = new Set(this.spots());
    spots.forEach((spot, index) => {
      if (!current.has(spot)) return; // the sidecar was read again meanwhile
      const orphaned = entries[index]?.fields.orphaned;
      placing.again(spot, { target: spot.seen.target, sha256: hashes[index] ?? '', orphaned });
    });
    this.searching.place(placing.sought);
    this.fire({ kind: 'read' });
    if (this.ahead && !this.document.isDirty) this.articleSaved();
  }

  /** The sidecar as it should be on disk now. */
  private async compose(): Promise<Composed> {
    const { fileName, entries, fields, exclusions, codings, unknown } = this;
    const { encoding } = this.document;
    const { revision } = this.followed;
    const state = { fileName, encoding, revision, entries, fields, exclusions, codings, unknown };
    const composed = await composeSidecar(state);
    const done = (): void => {
      composed.done();
      this.finder.keep(revision);
    };
    return { ...composed, done };
  }

  /** Takes over what a sidecar says; what is as in `base` keeps its entry, its place and so its undo. */
  private async adopt(sidecar: Sidecar | undefined, base: Sidecar | undefined): Promise<() => void> {
    const placing = await Placing.begin(this.followed);
    return () => {
      const follow = (target: SoughtTarget): Spot => placing.follow(target);
      const taken = adopted(sidecar ?? this.emptySidecar(), base, this.entries, follow);
      this.entries = taken.entries;
      for (const { spot } of taken.dropped) {
        this.searching.forget(spot);
        releaseSpot(this.followed.tracker, spot);
      }
      if (taken.exclusions) this.exclusions = taken.exclusions;
      // A step fits only what is the very object that it knows.
      if (JSON.stringify(this.fields) !== JSON.stringify(taken.fields)) this.fields = taken.fields;
      if (JSON.stringify(this.codings) !== JSON.stringify(taken.codings)) this.codings = taken.codings;
      this.unknown = taken.unknown;
      this.searching.place(placing.sought);
      if (sidecar?.article.sha256 === placing.sha256) this.finder.keep(placing.revision);
      this.fire({ kind: 'read' });
    };
  }

  /** In the order of the entries, then boilerplate. */
  private spots(): readonly Spot[] {
    return [...[...this.entries.values()].map(({ spot }) => spot), ...this.exclusions];
  }

  /** What may be looked for: not what a person keeps as an orphan. */
  private searchable(): readonly Spot[] {
    const entries = [...this.entries.values()].filter(({ fields }) => !fields.orphaned);
    return [...entries.map(({ spot }) => spot), ...this.exclusions];
  }

  /** The document's, and the one that the sidecar knows of. */
  private encodings(): readonly string[] {
    return [...new Set([this.document.encoding, codeEncoding(this.fields.encoding ?? 'utf-8')])];
  }

  private emptySidecar(): Sidecar {
    const article = { file: this.fileName, sha256: '', length: 0 };
    return { format: 'policy-annotations', version: 1, article, annotations: [] };
  }
}

/** The sidecar of an article. */
export function sidecarUri(article: vscode.Uri): vscode.Uri {
  return article.with({ path: sidecarName(article.path) });
}

function firstRange(annotation: PlacedAnnotation): Range {
  return annotation.target[0] ?? { start: 0, end: 0 };
}
