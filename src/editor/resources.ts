import * as vscode from 'vscode';

/** What reads files that ship with the extension, by their names in dist/resources. */
export function resources(extensionUri: vscode.Uri): (name: string) => Promise<Uint8Array> {
  return async (name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'resources', name));
}
