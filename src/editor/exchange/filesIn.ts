import * as vscode from 'vscode';
import { compareCodeUnits } from '../../model/codeUnits';
import { reason } from '../store/fileErrors';
import { UserError } from '../userError';

const passedOver = new Set(['.git', 'node_modules']);

/** Whether what was chosen is a folder. Throws a {@link UserError} where it isn't there. */
export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch (error) {
    const shown = vscode.workspace.asRelativePath(uri);
    throw new UserError(vscode.l10n.t('{0} can’t be read: {1}.', shown, reason(error)));
  }
}

/** The files in and under a folder, relative to it, in order; links are not followed. Throws a {@link UserError} where there are more than
 * `most`.
 * @param fits whether a file of this name counts */
export async function filesIn(
  folder: vscode.Uri,
  most: number,
  fits: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, at))) {
      if (type === vscode.FileType.File && fits(name)) found.push(at + name);
      else if (type === vscode.FileType.Directory && !passedOver.has(name)) waiting.push(`${at}${name}/`);
    }
    if (found.length > most) throw new UserError(vscode.l10n.t('There are more than {0} files in that folder.', most));
  }
  return found.sort(compareCodeUnits);
}
