import * as vscode from 'vscode';
import type { Parts } from './parts';
import { Pause } from './pause';
import type { Article } from './store/article';

/** All of ours begin so. */
export const SETTINGS = 'policyAnnotator.diagnostics';
const PAUSE_MS = 300;

/** Something about an article that a person is told of. */
export interface Told {
  readonly diagnostic: vscode.Diagnostic;
}

/** What is told of articles. */
export interface Telling<T extends Told> {
  /** Tells collections of diagnostics apart. */
  readonly name: string;
  /** What there is to tell of an article as it is now. */
  readonly find: (article: Article) => readonly T[] | Promise<readonly T[]>;
  /** Whether that is shown among the problems. */
  readonly isShown: (article: Article) => boolean;
  /** Whether it depends on the text beside the annotations. */
  readonly isAboutText?: (article: Article) => boolean;
}

/** Diagnostics of all open articles, renewed as these change. Sent only where one differs from what was sent before. */
export class ArticleDiagnostics<T extends Told> implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;
  private readonly told = new Map<string, readonly T[]>();
  private readonly waiting = new Set<Article>();
  /** Of each article the look at it that began last: only that one counts. */
  private readonly looks = new WeakMap<Article, Promise<void>>();
  private readonly pause = new Pause(() => void this.tellWaiting());
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly parts: Parts,
    private readonly telling: Telling<T>,
  ) {
    const { articles, codebooks } = parts;
    this.collection = vscode.languages.createDiagnosticCollection(telling.name);
    this.subscriptions = [
      articles.onDidChange(({ article, ...event }) => {
        // What stands behind a change in the text has moved.
        const concerns = event.kind !== 'text' || event.touched || this.told.has(article.key);
        if (concerns || telling.isAboutText?.(article)) this.soon([article]);
      }),
      articles.onDidClose((uri) => this.forget(uri.toString())),
      codebooks.onDidChange(() => this.soon(articles.all())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTINGS)) this.soon(articles.all());
      }),
    ];
    this.soon(articles.all());
  }

  /** What there is to tell of an article; found out at once where it waits for the pause. */
  async of(article: Article): Promise<readonly T[]> {
    for (;;) {
      const look = this.waiting.has(article) ? this.tell(article) : this.looks.get(article);
      await look;
      if (look === this.looks.get(article)) return this.told.get(article.key) ?? [];
    }
  }

  /** Something changed that these depend on. */
  soon(articles: Iterable<Article>): void {
    for (const article of articles) this.waiting.add(article);
    this.pause.begin(PAUSE_MS);
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, this.collection, ...this.subscriptions).dispose();
  }

  private async tellWaiting(): Promise<void> {
    for (const article of [...this.waiting]) if (this.waiting.has(article)) await this.tell(article);
  }

  private tell(article: Article): Promise<void> {
    this.waiting.delete(article);
    const find = async (): Promise<void> => {
      await article.ready();
      const told = await this.telling.find(article);
      const isCurrent = this.looks.get(article) === look && this.parts.articles.of(article.document) === article;
      if (isCurrent) this.send(article, told);
    };
    const look = find();
    this.looks.set(article, look);
    return look;
  }

  private send(article: Article, told: readonly T[]): void {
    const wasTold = this.told.has(article.key);
    if (told.length > 0) this.told.set(article.key, told);
    else this.told.delete(article.key);
    const shown = this.telling.isShown(article) ? told : [];
    if (!wasTold && shown.length === 0) return;
    const sent = this.collection.get(article.uri) ?? [];
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

function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic | undefined): boolean {
  return (
    one.message === other?.message &&
    one.code === other.code &&
    one.range.isEqual(other.range) &&
    JSON.stringify(one.relatedInformation) === JSON.stringify(other.relatedInformation)
  );
}

/** A diagnostic of ours; `code` says what it is about. */
export function ourDiagnostic(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code: string,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'Policy Annotator';
  diagnostic.code = code;
  return diagnostic;
}
