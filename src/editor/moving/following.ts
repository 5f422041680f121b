import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { NewFiles } from './newFiles';
import { noticeMovedArticles } from './noticing';
import { askAndJoin } from './strayCommands';
import type { Strays } from './strays';

/** What need not be there at once. */
export interface Following extends vscode.Disposable {
  /** To be told of files that were made in VS Code. */
  readonly created: (files: readonly vscode.Uri[]) => Promise<void>;
}

/** Begins to notice copies, and articles that were moved outside VS Code. */
export function follow(parts: Parts, strays: Strays): Following {
  const copies = new NewFiles(parts);
  const all = vscode.Disposable.from(
    copies,
    noticeMovedArticles(parts, strays),
    vscode.commands.registerCommand('policyAnnotator.view.chooseArticle', (element: unknown) =>
      chooseForRow(parts, strays, element),
    ),
  );
  return { created: (files) => copies.created(files), dispose: () => all.dispose() };
}

/** The inline button of a row of a sidecar without an article. */
async function chooseForRow(parts: Parts, strays: Strays, element: unknown): Promise<void> {
  const { row } = element as { readonly row?: { readonly sidecar?: string } };
  const stray = strays.list.find(({ sidecar }) => sidecar.toString() === row?.sidecar);
  try {
    if (stray) await askAndJoin(parts, strays, stray);
  } catch (error) {
    showError(error);
  }
}
