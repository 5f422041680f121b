import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../model/article';
import { isCodebookFile } from '../codebookJson/isCodebookFile';
import type { Command } from '../commands/command';
import { Made } from '../lazyPart';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import { isProse } from '../prose';
import type { Language } from './language';

/** Markdown's headings are shown, and folded, by VS Code itself; there, only claims are added. */
const withHeadings = [{ language: 'policy-article' }, { language: 'plaintext' }];
const withoutHeadings = [{ language: 'markdown' }];
/** Any text document may be an article. */
const everywhere: vscode.DocumentSelector = { pattern: '**' };
const REFRESH_PAUSE_MS = 200;
/** Other things come first. */
const CHECK_AFTER_MS = 300;

/** Registers what VS Code asks languages for; the answers are loaded with the first question. */
export class LanguageFeatures implements vscode.Disposable {
  private readonly language: Made<Language>;
  private symbols: vscode.Disposable;
  /** VS Code asks again when the text changes or a provider comes; a step that changes neither would not be seen. */
  private readonly refresh = new Pause(() => {
    this.symbols.dispose();
    this.symbols = this.registerSymbols();
  });
  /** What is marked is checked whether VS Code asks or not. */
  private readonly check = new Pause(() => void this.language.get().catch(showError));
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(parts: Parts) {
    this.language = new Made(async () => new (await parts.language.get()).Language(parts));
    this.symbols = this.registerSymbols();
    this.subscriptions = [
      ...this.registerAnswers(parts),
      parts.articles.onDidChange(({ kind, article }) => {
        if (kind === 'text' || !article.annotated) return;
        this.refresh.begin(REFRESH_PAUSE_MS);
        if (!this.language.isBegun) this.check.begin(CHECK_AFTER_MS);
      }),
      parts.codebooks.onDidChange(() => this.refresh.begin(REFRESH_PAUSE_MS)),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
    ];
    vscode.workspace.textDocuments.forEach((document) => this.opened(document));
  }

  commands(): readonly Command[] {
    const renaming = [
      ['renameActor', 'actor'],
      ['renameTopic', 'topic'],
      ['renameSource', 'source'],
    ] as const;
    return renaming.map(([id, kind]) => ({
      id,
      run: async (args) => (await this.language.get()).renameItem(kind, args),
      otherwise: false,
    }));
  }

  dispose(): void {
    vscode.Disposable.from(this.refresh, this.check, this.symbols, this.language, ...this.subscriptions).dispose();
  }

  /** A codebook that is looked at is checked. */
  private opened(document: vscode.TextDocument): void {
    if (isCodebookFile(document) && !this.language.isBegun) this.check.begin(CHECK_AFTER_MS);
  }

  private registerAnswers({ articles }: Parts): readonly vscode.Disposable[] {
    const { languages } = vscode;
    const get = (): Promise<Language> => this.language.get();
    const isAnnotated = (document: vscode.TextDocument): boolean => articles.of(document)?.annotated ?? false;
    // What VS Code asks by itself must open nothing.
    const isRead = (document: vscode.TextDocument): boolean =>
      isAnnotated(document) || (isProse(document) && articles.of(document) !== undefined);
    return [
      languages.registerHoverProvider(everywhere, {
        provideHover: async (document, at) =>
          isAnnotated(document) || isCodebookFile(document) ? (await get()).hover(document, at) : undefined,
      }),
      languages.registerDocumentHighlightProvider(everywhere, {
        provideDocumentHighlights: async (document, at) =>
          isRead(document) ? (await get()).highlights(document, at) : undefined,
      }),
      languages.registerDefinitionProvider(everywhere, {
        provideDefinition: async (document, at) => (await get()).definitions(document, at),
      }),
      languages.registerReferenceProvider(everywhere, {
        provideReferences: async (document, at, context, token) =>
          (await get()).references(document, at, context, token),
      }),
      languages.registerRenameProvider(everywhere, {
        prepareRename: async (document, at) => (await get()).prepareRename(document, at),
        provideRenameEdits: async (document, at, name) => (await get()).rename(document, at, name),
      }),
      languages.registerCompletionItemProvider(
        { pattern: `**/${CODEBOOK_FILE}` },
        { provideCompletionItems: async (document, at) => (await get()).completions(document, at) },
        '"',
      ),
      languages.registerWorkspaceSymbolProvider({
        provideWorkspaceSymbols: async (typed, token) => (await get()).workspaceSymbols(typed, token),
      }),
      languages.registerFoldingRangeProvider(withHeadings, {
        provideFoldingRanges: async (document) => (await get()).foldingRanges(document),
      }),
    ];
  }

  private registerSymbols(): vscode.Disposable {
    const provider = (headings: boolean): vscode.DocumentSymbolProvider => ({
      provideDocumentSymbols: async (document) => (await this.language.get()).documentSymbols(document, headings),
    });
    return vscode.Disposable.from(
      vscode.languages.registerDocumentSymbolProvider(withHeadings, provider(true)),
      vscode.languages.registerDocumentSymbolProvider(withoutHeadings, provider(false), {
        label: vscode.l10n.t('Claims'),
      }),
    );
  }
}
