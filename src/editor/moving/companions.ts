import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { plainMessage } from '../plainMessage';
import { sidecarUri } from '../store/article';

export interface FileMove {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/**
 * What must be moved besides these files and folders: the sidecars of articles among them. Not those that are moved
 * anyway (selected too, or in a folder that is), and none onto another: of these the person is told.
 */
export async function withSidecarsMoved(files: readonly FileMove[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of await withSidecars(files, ({ oldUri }) => oldUri)) {
    const target = sidecarUri(newUri);
    // Nothing but the case of letters may change, where the file system sees one file in both.
    const isFree = target.path.toLowerCase() === sidecarUri(oldUri).path.toLowerCase() || !(await fileStamp(target));
    if (isFree) edit.renameFile(sidecarUri(oldUri), target, { overwrite: false });
    else tellOfOccupied(sidecarUri(oldUri), target);
  }
  return edit;
}

/** What must be deleted besides these files and folders: the sidecars of articles among them. */
export async function withSidecarsDeleted(files: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const uri of await withSidecars(files, (file) => file)) {
    edit.deleteFile(sidecarUri(uri), { ignoreIfNotExists: true });
  }
  return edit;
}

/** Those that have a sidecar which isn't among them. */
async function withSidecars<T>(files: readonly T[], uriOf: (file: T) => vscode.Uri): Promise<readonly T[]> {
  const all = new Set(files.map((file) => uriOf(file).toString()));
  const isAlone = await Promise.all(
    files.map(async (file) => {
      const uri = uriOf(file);
      const sidecar = sidecarUri(uri);
      if (uri.path.endsWith(SIDECAR_SUFFIX) || all.has(sidecar.toString())) return false;
      return (await fileStamp(sidecar)) !== undefined;
    }),
  );
  return files.filter((_, index) => isAlone[index]);
}

function tellOfOccupied(sidecar: vscode.Uri, target: vscode.Uri): void {
  const [from, to] = [sidecar, target].map((uri) => vscode.workspace.asRelativePath(uri));
  const show = vscode.l10n.t('Show');
  const message = vscode.l10n.t(
    '{0} is there already and was not overwritten, so the annotations of the article that was moved stay in {1}. Remove or rename one of the two, then choose the article of the other.',
    to ?? '',
    from ?? '',
  );
  void vscode.window
    .showWarningMessage(plainMessage(message), show)
    .then((chosen) => (chosen === show ? vscode.commands.executeCommand('vscode.open', sidecar) : undefined));
}
