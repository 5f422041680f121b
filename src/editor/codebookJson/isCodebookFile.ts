import type * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../model/article';

/** Whether a document is a codebook's own file. */
export function isCodebookFile({ uri }: vscode.TextDocument): boolean {
  return uri.path.endsWith(`/${CODEBOOK_FILE}`);
}
