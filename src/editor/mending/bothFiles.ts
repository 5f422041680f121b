import * as vscode from 'vscode';
import type { Disagreement } from '../store/mending';
import type { FileMending } from './fileMending';

const SCHEME = 'policy-annotator-versions';

/** Shows both versions of a file, as two sides had them, side by side. */
export async function showBothFiles(
  mending: FileMending,
  { uri, ours, theirs }: Disagreement,
  title = vscode.l10n.t('{0}: mine ↔ theirs', vscode.workspace.asRelativePath(uri)),
): Promise<void> {
  const texts = new Map<string, string>();
  const place = (side: string, text: string): vscode.Uri => {
    // Unique, so that VS Code doesn't show an earlier text of this name.
    const at = uri.with({ scheme: SCHEME, authority: '', query: `${side} ${Date.now()}` });
    texts.set(at.toString(), text);
    return at;
  };
  mending.own(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (at) => texts.get(at.toString()),
    }),
  );
  await vscode.commands.executeCommand('vscode.diff', place('mine', ours), place('theirs', theirs), title);
}
