import * as vscode from 'vscode';
import type { EffectiveCodebook, ReferredItem } from '../../model/codebook';
import type { WorkspaceFigures } from '../language/figures';
import { asMarkdown } from '../language/markdown';
import { referencesOf, type Means } from '../language/references';
import { subjectOf, type Subject } from '../language/subjects';
import type { CodebookFile } from '../store/codebookFile';
import { completions } from './completion';
import { CodebookDiagnostics } from './diagnostics';
import { placeInFile, valueAt } from './placeInFile';

const kinds = { actors: 'actor', topics: 'topic', sources: 'source' } as const;

/** An item of a codebook that is meant at a place of its file. */
interface Meant {
  readonly codebook: CodebookFile;
  readonly subject: Subject;
  readonly range: vscode.Range;
}

/** What a codebook's own file answers: which item an id, a name or a reference means, and what may stand there. */
export class CodebookJson implements vscode.Disposable {
  private readonly diagnostics = new CodebookDiagnostics();

  constructor(
    private readonly means: Means,
    private readonly figures: WorkspaceFigures,
  ) {}

  async completions(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.CompletionItem[] | undefined> {
    return completions(document, at, (await this.codebookOf(document)).lists);
  }

  async hover(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.Hover | undefined> {
    const meant = await this.meant(document, at);
    const { item } = meant?.subject ?? {};
    if (!meant || !item) return undefined;
    const { lists } = meant.codebook;
    const lines = [
      [`**${asMarkdown(item.name)}**`, ...facts(item, lists).map(asMarkdown)].join(' · '),
      ...('aliases' in item && item.aliases ? [asMarkdown(item.aliases.join(', '))] : []),
      ...('description' in item && item.description !== undefined ? [asMarkdown(item.description)] : []),
      asMarkdown(this.figures.inWords(meant.subject, lists)),
    ];
    const text = new vscode.MarkdownString(lines.filter((line) => line !== '').join('  \n'));
    return new vscode.Hover(text, meant.range);
  }

  async definitions(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.DefinitionLink[]> {
    const meant = await this.meant(document, at);
    const entry = meant && (await this.means.entries.of(meant.codebook))(meant.subject);
    if (!meant || !entry) return [];
    const { uri: targetUri, whole: targetRange, name: targetSelectionRange } = entry;
    return [{ originSelectionRange: meant.range, targetUri, targetRange, targetSelectionRange }];
  }

  async references(
    document: vscode.TextDocument,
    at: vscode.Position,
    context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    const meant = await this.meant(document, at);
    return meant ? referencesOf(this.means, meant.codebook, [meant.subject], context, token) : [];
  }

  dispose(): void {
    this.diagnostics.dispose();
  }

  private async meant(document: vscode.TextDocument, at: vscode.Position): Promise<Meant | undefined> {
    const place = placeInFile(document, at);
    if (!place || place.slot.what === 'word') return undefined;
    const codebook = await this.codebookOf(document);
    const { slot, range, value } = place;
    const id = slot.what === 'reference' ? value : valueAt(document, [slot.list, slot.index, 'id']);
    return id === undefined ? undefined : { codebook, subject: subjectOf(codebook.lists, kinds[slot.list], id), range };
  }

  private async codebookOf({ uri }: vscode.TextDocument): Promise<CodebookFile> {
    const codebook = this.means.parts.codebooks.at(uri);
    await codebook.ready();
    return codebook;
  }
}

function facts(item: ReferredItem, lists: EffectiveCodebook): readonly string[] {
  const parent = 'parent' in item && item.parent !== undefined ? item.parent : undefined;
  const kind = 'kind' in item && item.kind !== undefined ? [item.kind] : [];
  const above = [...lists.actors, ...lists.topics].find(({ id }) => id === parent)?.name ?? parent;
  return above === undefined ? kind : [...kind, vscode.l10n.t('under {0}', above)];
}
