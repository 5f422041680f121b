import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { articleOf } from '../store/articles';

/** Between two looks for the sake of file systems that tell of no changes. */
const LOOK_AGAIN_MS = 30_000;

export interface Heard {
  /** The sidecar of an article came, changed or went. */
  readonly touched: (article: vscode.Uri) => void;
  /** Something may have changed that nobody told of: folders come and go as one. */
  readonly moved: () => void;
  readonly foldersChanged: () => void;
}

/** Tells of sidecars that come, change or go, as far as the host does. */
export function watchSidecars({ touched, moved, foldersChanged }: Heard): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/*${SIDECAR_SUFFIX}`);
  const heard = (sidecar: vscode.Uri): void => touched(articleOf(sidecar));
  let looked = performance.now();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(heard),
    watcher.onDidChange(heard),
    watcher.onDidDelete(heard),
    vscode.workspace.onDidCreateFiles(moved),
    vscode.workspace.onDidDeleteFiles(moved),
    vscode.workspace.onDidRenameFiles(moved),
    vscode.workspace.onDidChangeWorkspaceFolders(foldersChanged),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused || performance.now() - looked < LOOK_AGAIN_MS) return;
      looked = performance.now();
      moved();
    }),
  );
}
