import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import { plainMessage } from '../plainMessage';
import type { Article } from '../store/article';
import type { Doubt } from './doubts';
import { doubtsIn } from './inDoubt';
import { percent, quotedDoubt, whatInDoubt } from './words';

const SETTING = 'policyAnnotator.diagnostics.attention';
const PAUSE_MS = 300;

/** A doubt as the Problems view and the editor show it. */
export interface Told {
  readonly doubt: Doubt;
  readonly diagnostic: vscode.Diagnostic;
}

/** A diagnostic for every doubt in every open article. Sent only where one differs from what was sent before. */
export class AttentionDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('policyAnnotator');
  private readonly told = new Map<string, readonly Told[]>();
  private readonly waiting = new Set<Article>();
  private readonly pause = new Pause(() => void this.tellWaiting());
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly parts: Parts) {
    const { articles } = parts;
    this.subscriptions = [
      articles.onDidChange(({ article, ...event }) => {
        // What stands behind a change in the text has moved.
        if (event.kind !== 'text' || event.touched || this.told.has(article.key)) this.soon(article);
      }),
      articles.onDidClose((uri) => this.forget(uri.toString())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) this.soon(...articles.all());
      }),
    ];
    this.soon(...articles.all());
  }

  /** What there is to tell of an article; told at once where it waits for the pause. */
  async of(article: Article): Promise<readonly Told[]> {
    if (this.waiting.has(article)) await this.tellNow(article);
    return this.told.get(article.key) ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, this.collection, ...this.subscriptions).dispose();
  }

  private soon(...articles: readonly Article[]): void {
    for (const article of articles) this.waiting.add(article);
    this.pause.begin(PAUSE_MS);
  }

  private async tellWaiting(): Promise<void> {
    for (const article of [...this.waiting]) await this.tellNow(article);
  }

  private async tellNow(article: Article): Promise<void> {
    await article.ready();
    const { lists } = await this.parts.codebooks.of(article.uri);
    this.waiting.delete(article);
    if (this.parts.articles.of(article.document) === article) this.tell(article, lists);
  }

  private tell(article: Article, lists: EffectiveCodebook): void {
    const told = doubtsIn(article).map((doubt) => ({ doubt, diagnostic: diagnosticOf(article, doubt, lists) }));
    const before = this.told.get(article.key);
    if (told.length > 0) this.told.set(article.key, told);
    else this.told.delete(article.key);
    const shown = vscode.workspace.getConfiguration().get(SETTING, true) ? told : [];
    const sent = this.collection.get(article.uri) ?? [];
    if (!before && shown.length === 0) return;
    if (shown.length === sent.length && shown.every(({ diagnostic }, index) => isSame(diagnostic, sent[index]))) return;
    this.collection.set(
      article.uri,
      shown.map(({ diagnostic }) => diagnostic),
    );
  }

  /** The article was closed, or goes on under another name. */
  private forget(key: string): void {
    if (this.told.delete(key)) this.collection.delete(vscode.Uri.parse(key, true));
  }
}

function diagnosticOf(article: Article, doubt: Doubt, lists: EffectiveCodebook): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    article.editorRange(doubt.place),
    plainMessage(messageOf(doubt, lists)),
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = 'Policy Annotator';
  diagnostic.code = doubt.standing;
  return diagnostic;
}

function messageOf(doubt: Doubt, lists: EffectiveCodebook): string {
  const { t } = vscode.l10n;
  const what = `${quotedDoubt(doubt, 80)} (${whatInDoubt(doubt, lists)})`;
  if (doubt.standing === 'orphaned') {
    return t('The text of {0} was deleted here. Keep it as an orphan, remove it, or select its text anew.', what);
  }
  const [best] = doubt.candidates;
  if (!best)
    return t('The text has changed, and {0} isn’t found in it. Select its text, or keep it as an orphan.', what);
  return doubt.candidates.length === 1
    ? t('The text has changed. Is {0} here? Sure to {1}.', what, percent(best.confidence))
    : t(
        'The text has changed. Is {0} here? Sure to {1}; there are {2} likely places.',
        what,
        percent(best.confidence),
        doubt.candidates.length,
      );
}

function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic | undefined): boolean {
  return one.message === other?.message && one.code === other.code && one.range.isEqual(other.range);
}
