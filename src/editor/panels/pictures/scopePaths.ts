import * as vscode from 'vscode';
import type { PictureScope } from '../../../model/picture';

/** What the command line tool is given to read the same articles: paths of folders, or of an article. */
export function scopePaths({ article }: PictureScope): readonly string[] {
  if (article !== undefined) return [pathOf(vscode.Uri.parse(article, true))];
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => pathOf(uri));
}

/** Of a file that is elsewhere, its path there. */
function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
