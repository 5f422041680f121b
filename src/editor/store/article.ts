import * as vscode from 'vscode';
import { PlaceTracker, type Place } from '../../anchoring/tracker';
import { completed } from '../../anchoring/slices';
import { quoteAll } from '../../anchoring/quoting';
import type { PlacedAnnotation } from '../../model/annotation';
import { articleText, sidecarName, type Coding, type Sidecar } from '../../model/article';
import { compareCodeUnits } from '../../model/codeUnits';
import type { JsonObject } from '../../model/json';
import { compareRanges, type Range } from '../../model/range';
import { mergeSidecars } from '../../sidecar/mergeSidecars';
import { printSidecar } from '../../sidecar/print';
import { readSidecar } from '../../sidecar/read';
import { readIfThere, type Files } from '../files';
import type { FileProblem, UserError } from '../userError';
import { adopted, type Seen } from './adopting';
import { composeSidecar, type Composed } from './composing';
import { find, followFound, foundOf, gone, releaseFound, releaseSpot } from './finding';
import { OffsetMap } from './offsetMap';
import { placedAnnotation } from './placedAnnotation';
import { settled } from './settling';
import type { ArticleFields, Entry, InArticle, Spot } from './step';
import { StoredFile } from './storedFile';
import { TextRevision } from './textRevision';

export type ArticleEvent =
  /** The sidecar was read, for the first time or again. */
  | { readonly kind: 'read' }
  /** A step changed annotations or what is known of the article. */
  | { readonly kind: 'step' }
  /** The text changed; `touched` says whether a target's inside or standing did, or only places shifted. */
  | { readonly kind: 'text'; readonly touched: boolean };

/** The one store of an article that is open: its annotations, where they stand, and their sidecar. */
export class Article implements vscode.Disposable {
  private at: vscode.Uri;
  private readonly tracker: PlaceTracker;
  private offsets: OffsetMap;
  private readonly file: StoredFile<Sidecar>;
  private readonly changed = new vscode.EventEmitter<ArticleEvent>();
  readonly onDidChange = this.changed.event;

  private entries = new Map<string, Entry>();
  private fields: ArticleFields = {};
  private exclusions: readonly Spot[] = [];
  private codings: readonly Coding[] = [];
  /** Top-level fields of the sidecar that we don't know. */
  private unknown: JsonObject = {};
  private revision: TextRevision;
  private sorted: readonly PlacedAnnotation[] | undefined;
  private loaded: Promise<void>;
  /** While the document is closed: when the last of it is written. */
  private closing: Promise<void> = Promise.resolve();
  private shown: vscode.TextDocument;
  /** Whether the sidecar describes a text that isn't saved. */
  private ahead = false;
  private stepped = false;

  constructor(document: vscode.TextDocument, files: Files, report: (error: UserError) => void) {
    this.shown = document;
    this.ahead = document.isDirty; // kept through a reload of the window
    this.at = document.uri;
    this.offsets = new OffsetMap(document);
    this.tracker = new PlaceTracker(articleText(document.getText()));
    this.revision = new TextRevision(this.tracker.text);
    this.file = new StoredFile<Sidecar>(sidecarUri(this.uri), files, {
      read: readSidecar,
      print: printSidecar,
      merge: mergeSidecars,
      compose: () => this.compose(),
      adopt: (sidecar, base) => this.adopt(sidecar, base),
      problemChanged: () => this.fire({ kind: 'read' }),
      report,
    });
    this.loaded = this.file.load();
  }

  get uri(): vscode.Uri {
    return this.at;
  }

  /** The uri as text, as steps name the article. */
  get key(): string {
    return this.at.toString();
  }

  /** Resolves when the sidecar was read once; never rejects, see {@link problem}. */
  ready(): Promise<void> {
    return this.loaded;
  }

  /** The document that VS Code has open; after {@link close}, the one that it had. */
  get document(): vscode.TextDocument {
    return this.shown;
  }

  /** Whether a step changed something here, so that one may want it undone. */
  get hasHistory(): boolean {
    return this.stepped;
  }

  get fileName(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  get sidecarUri(): vscode.Uri {
    return this.file.uri;
  }

  /** LF text; all offsets count its UTF-16 code units. */
  get text(): string {
    return this.tracker.text;
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

  /** All annotations with their current positions: start, longer first, id. */
  annotations(): readonly PlacedAnnotation[] {
    this.sorted ??= [...this.entries.values()]
      .map((entry) => placedAnnotation(entry, this.text))
      .sort((a, b) => compareRanges(firstRange(a), firstRange(b)) || compareCodeUnits(a.id, b.id));
    return this.sorted;
  }

  /** All annotations as {@link annotations}, what isn't anchored with the text that its target refers to. */
  async annotationsWithTexts(): Promise<readonly PlacedAnnotation[]> {
    const sha256 = await this.currentRevision().sha256();
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

  entry(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  positionAt(offset: number): vscode.Position {
    return this.offsets.positionAt(offset);
  }

  offsetAt(position: vscode.Position): number {
    return this.offsets.offsetAt(position);
  }

  editorRange(range: Range): vscode.Range {
    return new vscode.Range(this.positionAt(range.start), this.positionAt(range.end));
  }

  /** Begins to follow a new target in the text as it is now. The ranges are right, see rangeProblem. */
  spot(ranges: readonly Range[]): Spot {
    const revision = this.currentRevision();
    const place = this.tracker.track(ranges.map(({ start, end }) => ({ start, end, standing: 'anchored' })));
    return { place, seen: { target: quoteAll(this.text, ranges), sha256: () => revision.sha256() }, found: [] };
  }

  /** The same target, said to be gone: its quotation stays, and it is followed no more. For fields that say `orphaned`. */
  orphanSpot({ seen }: Spot): Spot {
    return { place: this.tracker.track(gone(seen, this.text)), seen, found: [] };
  }

  /** The same target with some of its ranges, by their number, where a person says that they are; see {@link settled}. */
  settledSpot(spot: Spot, places: ReadonlyMap<number, Range>): Spot {
    return settled(this.tracker, spot, places, (ranges) => this.spot(ranges));
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
    const edits = this.offsets.edits(event.contentChanges);
    const reason =
      event.reason === vscode.TextDocumentChangeReason.Undo
        ? 'undo'
        : event.reason === vscode.TextDocumentChangeReason.Redo
          ? 'redo'
          : 'edit';
    let touched: ReadonlySet<Place>;
    try {
      touched = this.tracker.apply(edits, reason);
    } catch {
      touched = this.tracker.replaceAll(articleText(this.document.getText()), reason);
    }
    if (this.offsets.textLength() !== this.tracker.length || edits.some((edit) => edit.deleted > 1000)) {
      const text = articleText(this.document.getText());
      // An event that doesn't add up (an end-of-line switch is one) must not leave the places in another text.
      if (text !== this.text) touched = new Set([...touched, ...this.tracker.replaceAll(text, reason)]);
    }
    if (edits.length > 0) this.fire({ kind: 'text', touched: touched.size > 0 });
    // Reverted, or undone as far as it was saved: what was written of the text between fits no file.
    if (this.ahead && !this.document.isDirty) this.articleSaved();
  }

  /** The article itself was saved: its sidecar describes the text on disk from now on. */
  articleSaved(): void {
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
    this.shown = document;
    this.offsets = new OffsetMap(document);
    this.tracker.replaceAll(articleText(document.getText()), 'undo');
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
      this.shown = document;
      this.offsets = new OffsetMap(document);
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

  /** The sidecar as it would be written now. */
  async snapshot(): Promise<Sidecar> {
    return (await this.compose()).value;
  }

  /** Whether a write of the sidecar went well since it was opened. */
  get proven(): boolean {
    return this.file.proven;
  }

  dispose(): void {
    this.file.dispose();
    this.changed.dispose();
  }

  private fire(event: ArticleEvent): void {
    this.sorted = undefined;
    this.changed.fire(event);
  }

  private currentRevision(): TextRevision {
    if (this.revision.text !== this.text) this.revision = new TextRevision(this.text);
    return this.revision;
  }

  /** A text that wasn't saved is gone with its document. */
  private async toDisk(): Promise<void> {
    if (!this.ahead) return;
    const bytes = await readIfThere(this.uri).catch(() => undefined);
    if (!bytes || !this.document.isClosed) return;
    const { encoding } = this.document;
    this.tracker.replaceAll(articleText(await vscode.workspace.decode(bytes, { encoding })), 'undo');
    this.articleSaved();
  }

  /** Places every target as on a first opening: an edit that was never saved may have moved or deleted it. */
  private async placeAgain(): Promise<void> {
    const entries = [...this.entries.values()];
    const spots = [...entries.map((entry) => entry.spot), ...this.exclusions];
    const seen = await Promise.all(spots.map((spot) => spot.seen.sha256()));
    const revision = await this.settledRevision();
    const sha256 = await revision.sha256();
    const targets = spots.map((spot, index) => {
      return { target: spot.seen.target, sha256: seen[index] ?? '', orphaned: entries[index]?.fields.orphaned };
    });
    completed(find({ text: revision.text, sha256, targets })).forEach((ranges, index) => {
      const spot = spots[index];
      if (!spot) return;
      this.tracker.move(spot.place, ranges);
      releaseFound(this.tracker, spot.found);
      spot.found = foundOf(this.tracker, ranges);
    });
    this.fire({ kind: 'read' });
    if (this.ahead && !this.document.isDirty) this.articleSaved();
  }

  /** The sidecar as it should be on disk now. */
  private compose(): Promise<Composed> {
    const { fileName, entries, fields, exclusions, codings, unknown } = this;
    const { encoding } = this.document;
    const revision = this.currentRevision();
    return composeSidecar({ fileName, encoding, revision, entries, fields, exclusions, codings, unknown });
  }

  /** Takes over what a sidecar says; what is as in `base` keeps its entry, its place and so its undo. */
  private async adopt(sidecar: Sidecar | undefined, base: Sidecar | undefined): Promise<void> {
    const revision = await this.settledRevision();
    const sha256 = await revision.sha256();
    const follow = (targets: readonly Seen[]): readonly Spot[] => {
      const placed = completed(find({ text: revision.text, sha256, targets }));
      return targets.map((target, index) => followFound(this.tracker, target, placed[index] ?? []));
    };
    const taken = adopted(sidecar ?? this.emptySidecar(), base, this.entries, follow);
    this.entries = taken.entries;
    for (const { spot } of taken.dropped) releaseSpot(this.tracker, spot);
    if (taken.exclusions) this.exclusions = taken.exclusions;
    // A step fits only what is the very object that it knows.
    if (JSON.stringify(this.fields) !== JSON.stringify(taken.fields)) this.fields = taken.fields;
    if (JSON.stringify(this.codings) !== JSON.stringify(taken.codings)) this.codings = taken.codings;
    this.unknown = taken.unknown;
    this.fire({ kind: 'read' });
  }

  /** The present text with its hash known, although somebody may be typing. */
  private async settledRevision(): Promise<TextRevision> {
    for (;;) {
      const revision = this.currentRevision();
      await revision.sha256();
      if (revision.text === this.text) return revision;
    }
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
