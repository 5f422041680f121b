import type * as vscode from 'vscode';
import { Checks } from '../checks/checks';
import { CodebookJson } from '../codebookJson/codebookJson';
import { isCodebookFile } from '../codebookJson/isCodebookFile';
import { ClosedTexts } from '../closedTexts';
import type { Arguments } from '../commands/arguments';
import { renameItem } from '../commands/renameCommands';
import type { Referent } from '../../model/references';
import type { Parts } from '../parts';
import { CodebookEntries } from './codebookEntries';
import { definitions } from './definitions';
import { WorkspaceFigures } from './figures';
import { foldingRanges } from './folding';
import { highlights } from './highlights';
import { hover } from './hover';
import { Looking } from './looking';
import { references, type Means } from './references';
import { prepareRename, provideRenameEdits } from './renames';
import { documentSymbols } from './symbols';
import { workspaceSymbols } from './workspaceSymbols';

/** What programmers have for their names, for actors, topics and sources: answers what VS Code's providers are asked, and checks
 * what is marked. */
export class Language implements vscode.Disposable {
  private readonly looking: Looking;
  private readonly entries = new CodebookEntries();
  private readonly texts = new ClosedTexts();
  private readonly figures: WorkspaceFigures;
  private readonly checks: Checks;
  private readonly codebookJson: CodebookJson;

  constructor(private readonly parts: Parts) {
    this.looking = new Looking(parts);
    this.figures = new WorkspaceFigures(parts);
    this.checks = new Checks(parts, this.looking, this.texts);
    this.codebookJson = new CodebookJson(this.means(), this.figures);
  }

  hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    return isCodebookFile(document)
      ? this.codebookJson.hover(document, position)
      : hover(this.parts, this.figures, document, position);
  }

  definitions(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DefinitionLink[]> {
    return isCodebookFile(document)
      ? this.codebookJson.definitions(document, position)
      : definitions(this.looking, this.entries, document, position);
  }

  references(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    return isCodebookFile(document)
      ? this.codebookJson.references(document, position, context, token)
      : references(this.means(), document, position, context, token);
  }

  /** What may stand at a place of a codebook's file. */
  completions(document: vscode.TextDocument, position: vscode.Position): ReturnType<CodebookJson['completions']> {
    return this.codebookJson.completions(document, position);
  }

  highlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    return highlights(this.looking, document, position);
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position): ReturnType<typeof prepareRename> {
    return prepareRename(this.looking, document, position);
  }

  rename(document: vscode.TextDocument, position: vscode.Position, name: string): Promise<vscode.WorkspaceEdit> {
    return provideRenameEdits({ parts: this.parts, looking: this.looking }, document, position, name);
  }

  workspaceSymbols(typed: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    return workspaceSymbols(this.parts, this.entries, typed, token);
  }

  async documentSymbols(document: vscode.TextDocument, withHeadings: boolean): Promise<vscode.DocumentSymbol[]> {
    const article = this.parts.articles.of(document);
    return article ? documentSymbols(this.parts, article, withHeadings) : [];
  }

  async foldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[] | undefined> {
    const article = this.parts.articles.of(document);
    return article && foldingRanges(article);
  }

  /** As the commands `renameActor`, `renameTopic` and `renameSource`. */
  renameItem(kind: Referent, args: Arguments | undefined): Promise<boolean> {
    return renameItem({ parts: this.parts, looking: this.looking }, kind, args);
  }

  dispose(): void {
    this.checks.dispose();
    this.codebookJson.dispose();
  }

  private means(): Means {
    const { parts, looking, entries, texts } = this;
    return { parts, looking, entries, texts };
  }
}
