import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../model/article';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';

/** The codebook that a command is about, writable: that of the argument's article, else of the active editor's file, else
 * the only one of the workspace. Throws a {@link UserError} where that isn't clear, or it can't be written. */
export async function codebookMeant(parts: Parts, args: Arguments | undefined): Promise<CodebookFile> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const inWorkspace = active && vscode.workspace.getWorkspaceFolder(active) ? active : undefined;
  const near = args?.uri('article') ?? inWorkspace ?? (await onlyCodebook());
  const codebook = await parts.codebooks.of(near);
  codebook.assertWritable();
  return codebook;
}

async function onlyCodebook(): Promise<vscode.Uri> {
  const [first, ...more] = await vscode.workspace.findFiles(`**/${CODEBOOK_FILE}`, undefined, 2);
  if (!first)
    throw new UserError(vscode.l10n.t('There is no codebook yet. It is made when the first actor is tagged.'));
  if (more.length === 0) return first;
  throw new UserError(vscode.l10n.t('This workspace has several codebooks. Open an article whose codebook you mean.'));
}
