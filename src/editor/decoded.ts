import * as vscode from 'vscode';
import { articleText } from '../model/article';

/** The text that bytes are in an encoding, or as VS Code would open the file; undefined where it doesn't know the encoding. */
export async function decoded(
  bytes: Uint8Array,
  how: { readonly encoding: string } | { readonly uri: vscode.Uri },
): Promise<string | undefined> {
  return vscode.workspace.decode(bytes, how as { uri: vscode.Uri }).then(articleText, () => undefined);
}
