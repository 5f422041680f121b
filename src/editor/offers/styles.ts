import * as vscode from 'vscode';
import type { Offer } from '../../suggest/offer';

/** How offers look: in the colour of what they would become, but a dotted line alone, fainter than what is marked. */
export function offerStyles(): ReadonlyMap<Offer['type'], vscode.TextEditorDecorationType> {
  const style = (type: Offer['type']): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      textDecoration: `underline dotted 1px var(--vscode-policyAnnotator-${type}Border, currentcolor)`,
    });
  const types: readonly Offer['type'][] = ['claim', 'source', 'actor'];
  return new Map(types.map((type) => [type, style(type)]));
}
