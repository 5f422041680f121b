import * as vscode from 'vscode';
import type { TextEdit } from '../../anchoring/following/edits';
import { PlaceTracker, type EditReason, type Place } from '../../anchoring/following/tracker';
import { articleText } from '../../model/article';
import { decoded } from '../decoded';
import { readIfThere } from '../files';
import { OffsetMap } from './offsetMap';
import { TextRevision } from './textRevision';

/** What happened to a text: edits of one event, or another text as a whole. */
export type TextEvent =
  | { readonly edits: readonly TextEdit[]; readonly reason: EditReason }
  | { readonly text: string; readonly reason: EditReason };

/** The text of an article's document, and the places in it that follow its edits. */
export class FollowedText {
  readonly tracker: PlaceTracker;
  private offsets: OffsetMap;
  private known: TextRevision;
  /** How often the document was saved. */
  private saved = 0;
  private readonly recordings = new Set<TextEvent[]>();

  constructor(private shown: vscode.TextDocument) {
    this.offsets = new OffsetMap(shown);
    this.tracker = new PlaceTracker(articleText(shown.getText()));
    this.known = new TextRevision(this.tracker.text);
  }

  get document(): vscode.TextDocument {
    return this.shown;
  }

  /** LF text; all offsets count its UTF-16 code units. */
  get text(): string {
    return this.tracker.text;
  }

  get revision(): TextRevision {
    if (this.known.text !== this.text) this.known = new TextRevision(this.text);
    return this.known;
  }

  /** The present text with its hash known, although somebody may be typing. */
  async settledRevision(): Promise<TextRevision> {
    for (;;) {
      const { revision } = this;
      await revision.sha256();
      if (revision.text === this.text) return revision;
    }
  }

  get saves(): number {
    return this.saved;
  }

  /** The document was saved by VS Code, which reading it again is not. */
  noteSave(): void {
    this.saved++;
  }

  /** Whether the document is as its file is. VS Code tells only some time after a change that it isn't any more. */
  async isSaved(): Promise<boolean> {
    await vscode.languages.getLanguages(); // in Node's host any answer comes behind what was told before
    return !this.shown.isDirty && (await this.onDisk()) === this.text && !this.shown.isDirty;
  }

  /** The text of the document's file; undefined where it can't be read. */
  async onDisk(): Promise<string | undefined> {
    const bytes = await readIfThere(this.shown.uri).catch(() => undefined);
    const { encoding } = this.shown;
    return bytes && decoded(bytes, { encoding });
  }

  /** Goes on with another document, whose text may differ. */
  show(document: vscode.TextDocument): void {
    this.shown = document;
    this.offsets = new OffsetMap(document);
    this.replace(articleText(document.getText()), 'undo');
  }

  /** Follows a change of the document: the places of which the inside or the standing changed; undefined where no text did. */
  follow({ contentChanges, reason: why }: vscode.TextDocumentChangeEvent): ReadonlySet<Place> | undefined {
    const edits = this.offsets.edits(contentChanges);
    const reason = reasonOf(why);
    let touched: ReadonlySet<Place>;
    try {
      touched = this.tracker.apply(edits, reason);
      this.record({ edits, reason });
    } catch {
      touched = this.replace(articleText(this.document.getText()), reason);
    }
    if (this.offsets.textLength() !== this.tracker.length || edits.some((edit) => edit.deleted > 1000)) {
      const text = articleText(this.document.getText());
      // An event that doesn't add up (an end-of-line switch is one) must not leave the places in another text.
      if (text !== this.text) touched = new Set([...touched, ...this.replace(text, reason)]);
    }
    return edits.length > 0 ? touched : undefined;
  }

  /** Follows a text that was replaced as a whole. */
  replace(text: string, reason: EditReason): ReadonlySet<Place> {
    this.record({ text, reason });
    return this.tracker.replaceAll(text, reason);
  }

  /** Everything that happens to the text from now on, until {@link stopRecording}. */
  startRecording(): readonly TextEvent[] {
    const events: TextEvent[] = [];
    this.recordings.add(events);
    return events;
  }

  stopRecording(events: readonly TextEvent[]): void {
    this.recordings.delete(events as TextEvent[]);
  }

  positionAt(offset: number): vscode.Position {
    return this.offsets.positionAt(offset);
  }

  offsetAt(position: vscode.Position): number {
    return this.offsets.offsetAt(position);
  }

  private record(event: TextEvent): void {
    for (const events of this.recordings) events.push(event);
  }
}

function reasonOf(reason: vscode.TextDocumentChangeReason | undefined): EditReason {
  if (reason === vscode.TextDocumentChangeReason.Undo) return 'undo';
  return reason === vscode.TextDocumentChangeReason.Redo ? 'redo' : 'edit';
}
