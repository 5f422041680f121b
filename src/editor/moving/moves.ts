import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Parts } from '../parts';

/** Takes the sidecars of articles along that are renamed, moved or deleted in VS Code, in the same undoable edit. */
export function registerMoves(parts: Parts): vscode.Disposable {
  const { articles, moving, steps } = parts;
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const from = event.files.map(({ oldUri }) => oldUri);
      event.waitUntil(
        told(async () => {
          await told(() => articles.flushIn(from));
          await articles.willMove(from);
          return (await moving.get()).withSidecarsMoved(event.files);
        }),
      );
    }),
    vscode.workspace.onWillDeleteFiles((event) => {
      event.waitUntil(
        told(async () => {
          await told(() => articles.flushIn(event.files));
          await articles.willMove(event.files);
          return (await moving.get()).withSidecarsDeleted(event.files);
        }),
      );
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => articles.deleted(files)),
    vscode.workspace.onDidRenameFiles((event) =>
      told(async () => {
        await steps.articlesMoved(() => articles.moved(event.files));
        await (await moving.get()).tellOfMissingItems(parts, event.files);
      }),
    ),
  );
}

/** VS Code goes on with a move whatever we say: a failure is told to the person. */
async function told<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    showError(error);
    return undefined;
  }
}
