import type * as vscode from 'vscode';

const languages: ReadonlySet<string> = new Set(['policy-article', 'plaintext', 'markdown']);

/** Whether a document is read, whatever is marked in it; one of code counts as an article once it holds annotations. */
export function isProse({ languageId }: vscode.TextDocument): boolean {
  return languages.has(languageId);
}
