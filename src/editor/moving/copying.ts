import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Parts } from '../parts';

/** Offers annotations to copies of articles that are made in VS Code. */
export function offerToCopies(parts: Parts): vscode.Disposable {
  /** New files that were empty: "Save as" makes one first and fills it then. */
  const empty = new Set<string>();
  const offer = async (files: readonly vscode.Uri[]): Promise<void> => {
    if (files.length === 0) return;
    try {
      await (await parts.moving.get()).offerCopies(parts, files);
    } catch (error) {
      showError(error);
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidCreateFiles(async ({ files }) => {
      const filled: vscode.Uri[] = [];
      for (const file of files) {
        const size = await sizeOf(file);
        if (size === 0) empty.add(file.toString());
        else if (size !== undefined) filled.push(file);
      }
      await offer(filled);
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => (empty.delete(uri.toString()) ? offer([uri]) : undefined)),
  );
}

/** In bytes; undefined where it isn't a file. */
async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ size, type }) => ((type & vscode.FileType.File) === 0 ? undefined : size),
    () => undefined,
  );
}
