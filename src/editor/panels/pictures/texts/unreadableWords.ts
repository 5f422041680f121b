import * as vscode from 'vscode';

/** How many articles couldn't be read, where there are some. */
export function unreadableWords(count: number): readonly string[] {
  return count === 0 ? [] : [vscode.l10n.t('Articles that can’t be read, and so aren’t in it: {0}.', count)];
}
