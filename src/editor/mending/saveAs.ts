import * as vscode from 'vscode';
import type { Files } from '../files';
import { plainMessage } from '../plainMessage';
import type { Waiting } from '../store/mending';

/** Asks where to, and writes there what could not be written to a file. Memory keeps it all the same. */
export async function saveAs(files: Files, file: Waiting): Promise<void> {
  const unwritten = await file.unwritten();
  const name = vscode.workspace.asRelativePath(file.uri);
  if (!unwritten) {
    void vscode.window.showInformationMessage(plainMessage(vscode.l10n.t('{0} is written by now.', name)));
    return;
  }
  const copy = await saveTextAs(files, file.uri, unwritten.text);
  if (!copy) return;
  const message = vscode.l10n.t(
    'What you did in {0} is in {1} now. It stays in memory too, and is written to its own file once that can be.',
    name,
    vscode.workspace.asRelativePath(copy),
  );
  void vscode.window.showInformationMessage(plainMessage(message));
}

/** Asks where to, and writes a text there; gives the place, or undefined where none was chosen. */
export async function saveTextAs(files: Files, near: vscode.Uri, text: string): Promise<vscode.Uri | undefined> {
  const copy = await vscode.window.showSaveDialog({
    defaultUri: near.with({ path: near.path.replace(/\.json$/, '.copy.json') }),
    filters: { JSON: ['json'] },
    title: vscode.l10n.t('Save What Could Not Be Written'),
  });
  if (!copy) return undefined;
  // The dialog has asked about a file that is there.
  const bytes = new TextEncoder().encode(text);
  for (let isSaved = false; !isSaved;) isSaved = await files.replace(copy, bytes, await files.read(copy));
  return copy;
}
