import * as vscode from 'vscode';
import type { Entry, ListText } from './claimList';
import type { ListedClaim } from './listedClaims';

const { t } = vscode.l10n;

/** A list as it is shown; `claims` are in the order of its entries. */
export interface ShownList extends ListText {
  readonly claims: readonly ListedClaim[];
}

/** How a list looks: where a claim is in bold, what it says quietly, its words as in the article. */
export class ListLooks implements vscode.Disposable {
  private readonly claim = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('policyAnnotator.claimBackground'),
    textDecoration: 'underline dashed 1px var(--vscode-policyAnnotator-claimBorder, currentcolor)',
  });
  private readonly head = vscode.window.createTextEditorDecorationType({ fontWeight: 'bold' });
  private readonly about = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('descriptionForeground'),
  });

  paint(document: vscode.TextDocument, entries: readonly Entry[]): void {
    const claims = entries.flatMap(({ ranges }) =>
      ranges.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end))),
    );
    const heads = entries.map(({ firstLine }) => document.lineAt(firstLine).range);
    const abouts = entries.map(({ firstLine }) => document.lineAt(firstLine + 1).range);
    for (const editor of vscode.window.visibleTextEditors.filter((other) => other.document === document)) {
      editor.setDecorations(this.claim, claims);
      editor.setDecorations(this.head, heads);
      editor.setDecorations(this.about, abouts);
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.claim, this.head, this.about).dispose();
  }
}

/** What can be done about a list's claims, above each, and above all. */
export function listLenses(shown: ShownList | undefined): vscode.CodeLens[] {
  if (!shown) return [];
  const lens = (line: number, title: string, command: string, argument: unknown): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
      title,
      command: `policyAnnotator.view.${command}`,
      arguments: [argument],
    });
  const each = shown.entries.flatMap(({ firstLine }, index) => {
    const claim = shown.claims[index];
    if (!claim) return [];
    const goes = claim.isClaim ? t('Go to Claim') : t('Go There');
    return [lens(firstLine, goes, 'goTo', claim.which), lens(firstLine, t('Edit…'), 'edit', claim.which)];
  });
  const all = shown.claims.map(({ which }) => which);
  return all.length > 1 && shown.claims.every(({ isClaim }) => isClaim)
    ? [lens(0, t('Recode all {0}…', all.length), 'listed', { recode: all }), ...each]
    : each;
}
