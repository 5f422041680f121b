import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine';
import type { Parts } from '../parts';
import { slowWork } from '../slowWork';
import { entriesAt, listText } from './claimList';
import { groupName } from './claimRows';
import { claimsCount, placesCount } from './figureWords';
import { ListedClaims, type ListedClaim } from './listedClaims';
import { listLenses, ListLooks, type ShownList } from './listLooks';
import { dotted, type AnnotationOf, type ClaimsOf } from './row';
import type { ShownClaims } from './shownClaims';
import { THESE } from './theseClaims';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

const LIST_SCHEME = 'policy-annotator-list';
const LIST_LANGUAGE = 'policy-claims';
/** Claims that one list shows. */
const MOST = 1000;

/** Which claims a list shows. */
interface Query extends ClaimsOf {
  readonly filter: string;
}

/** Lists of claims to read each in its context: documents that can't be edited, from which one goes to the claims, and in which
 * several are selected to be recoded. They follow what happens to their claims. */
export class ClaimLists implements vscode.Disposable {
  /** By the list's uri as text. */
  private readonly shown = new Map<string, ShownList>();
  private readonly readers = new Map<string, ListedClaims>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly lensesChanged = new vscode.EventEmitter<void>();
  private readonly looks = new ListLooks();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly parts: Parts,
    private readonly workspace: Workspace,
    private readonly claims: ShownClaims,
  ) {
    const selector = { scheme: LIST_SCHEME };
    this.subscriptions = [
      this.changed,
      this.lensesChanged,
      this.looks,
      vscode.workspace.registerTextDocumentContentProvider(LIST_SCHEME, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: (uri) => this.content(uri),
      }),
      vscode.languages.registerCodeLensProvider(selector, {
        onDidChangeCodeLenses: this.lensesChanged.event,
        provideCodeLenses: ({ uri }) => listLenses(this.shown.get(uri.toString())),
      }),
      vscode.languages.registerFoldingRangeProvider(selector, {
        provideFoldingRanges: ({ uri }) =>
          this.shown
            .get(uri.toString())
            ?.entries.map(({ firstLine, lastLine }) => new vscode.FoldingRange(firstLine, lastLine)),
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.paint(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) this.paint(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // One that gets another language is said to be closed, and isn't.
        if (!document.isClosed) return;
        this.shown.delete(document.uri.toString());
        this.readers.delete(document.uri.toString());
      }),
      workspace.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === LIST_SCHEME) this.changed.fire(uri);
      }),
    ];
  }

  /** Whether a list is shown somewhere. */
  get isOpen(): boolean {
    return vscode.workspace.textDocuments.some(({ uri, isClosed }) => uri.scheme === LIST_SCHEME && !isClosed);
  }

  /** Shows the list of some claims, those that the view's filter leaves. */
  async open(of: ClaimsOf, filter = this.claims.filter): Promise<void> {
    const query: Query = { ...of, filter };
    const book = this.workspace.book(of.book);
    const name = book ? groupName({ book, by: of.by, index: () => this.workspace.index }, of.key) : '';
    const uri = vscode.Uri.from({
      scheme: LIST_SCHEME,
      path: `/${(of.by === THESE ? name || t('Claims') : t('Claims: {0}', name)).replaceAll('/', '∕')}`,
      query: JSON.stringify(query),
    });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, LIST_LANGUAGE);
    // Beside the picture that it comes from, so that both are seen.
    const viewColumn = of.by === THESE ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    await vscode.window.showTextDocument(document, { preview: false, viewColumn });
  }

  /** The claims that the selections of the active list touch; all of it with `all`. */
  selected(all = false): readonly AnnotationOf[] {
    const editor = vscode.window.activeTextEditor;
    const shown = editor && this.shown.get(editor.document.uri.toString());
    if (!editor || !shown) return [];
    if (all) return shown.claims.map(({ which }) => which);
    const lines = editor.selections.map(({ start, end }) => ({ first: start.line, last: end.line }));
    return entriesAt(shown.entries, lines).flatMap((index) => shown.claims[index]?.which ?? []);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async content(uri: vscode.Uri): Promise<string> {
    await this.workspace.settled();
    const query = JSON.parse(uri.query) as Query;
    const book = this.workspace.book(query.book);
    const found = book ? await this.claims.find(query, query.filter) : [];
    const some = found.slice(0, MOST);
    const reader = this.readerOf(uri);
    const claims = await slowWork(t('Reading claims…'), ({ token, report }) =>
      book
        ? reader.read(
            (article) => (query.by === THESE && this.workspace.bookOf(article)) || book,
            some,
            (share) => report(`${Math.round(share * 100)} %`),
            () => token.isCancellationRequested,
          )
        : Promise.resolve([]),
    );
    const articles = new Set(claims.map(({ which }) => which.article)).size;
    const name = book ? groupName({ book, by: query.by, index: () => this.workspace.index }, query.key) : query.key;
    const count = dotted(countWords(claims), articles === 1 ? t('1 article') : t('{0} articles', articles));
    const shown = {
      claims,
      ...listText(
        [
          `${plainLine(name, 200)} · ${count}${query.filter === '' ? '' : ` · ${t('only what fits “{0}”', query.filter)}`}`,
          ...(found.length > claims.length
            ? [t('The first of {0}; a filter in the view shows others.', found.length)]
            : []),
          keyWords(claims),
        ],
        claims,
      ),
    };
    this.shown.set(uri.toString(), shown);
    this.lensesChanged.fire();
    return shown.text;
  }

  private readerOf(uri: vscode.Uri): ListedClaims {
    const known = this.readers.get(uri.toString());
    if (known) return known;
    const reader = new ListedClaims(this.parts);
    this.readers.set(uri.toString(), reader);
    return reader;
  }

  private paint(document: vscode.TextDocument): void {
    const shown = this.shown.get(document.uri.toString());
    if (shown && document.getText() === shown.text) this.looks.paint(document, shown.entries);
  }
}

function countWords(listed: readonly ListedClaim[]): string {
  return listed.every(({ isClaim }) => isClaim) ? claimsCount(listed.length) : placesCount(listed.length);
}

function keyWords(listed: readonly ListedClaim[]): string {
  return listed.every(({ isClaim }) => isClaim)
    ? t(
        'Enter goes to the claim at the cursor. Alt+I (on macOS ⌃⌥I) changes those that you select, as one step; the context menu too.',
      )
    : t('Enter goes to the place at the cursor.');
}
