import * as vscode from 'vscode';
import { platform } from '#platform';

/**
 * Says how a file's path leads out of the workspace by symbolic links: nobody may expect that something is written there.
 * Undefined where it doesn't, and for a file that is in no folder of the workspace. Where the host can't tell where links
 * lead, every link on the way counts.
 */
export async function leadingOut(uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return undefined;
  if (uri.scheme !== 'file' || !platform.realPath) {
    const link = await linkOnTheWay(folder.uri, uri);
    return link && vscode.l10n.t('{0} is a symbolic link, which may lead out of the workspace', link);
  }
  // A file that isn't there yet, and a link that leads to none, which is replaced itself, are made in their folder.
  const real = (await realPath(uri)) ?? (await realPath(vscode.Uri.joinPath(uri, '..')));
  if (real === undefined) return undefined;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const roots = await Promise.all(folders.map((root) => (root.uri.scheme === 'file' ? realPath(root.uri) : undefined)));
  if (roots.some((root) => root !== undefined && `${real}/`.startsWith(`${root}/`))) return undefined;
  return vscode.l10n.t('a symbolic link leads out of the workspace, to {0}; add that folder to the workspace', real);
}

/** Without links, as the path of a uri without a slash at its end; undefined where there is nothing. */
async function realPath(uri: vscode.Uri): Promise<string | undefined> {
  const path = await platform.realPath?.(uri.fsPath).catch(() => undefined);
  return path === undefined ? undefined : vscode.Uri.file(path).path.replace(/\/$/, '');
}

/** The first link from a folder down to a file in it, the file included; relative to the folder. */
async function linkOnTheWay(folder: vscode.Uri, file: vscode.Uri): Promise<string | undefined> {
  const names = file.path.slice(folder.path.length).split('/').filter(Boolean);
  for (let count = 1; count <= names.length; count++) {
    const way = names.slice(0, count);
    const type = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, ...way)).then(
      (stat) => stat.type,
      () => vscode.FileType.Unknown,
    );
    if ((type & vscode.FileType.SymbolicLink) !== 0) return way.join('/');
  }
  return undefined;
}
