import * as vscode from 'vscode';
import { plainMessage } from './plainMessage';
import { isUserError, UserError } from './userError';

/** Shows an error, with what can be done about it. Doesn't wait for the person. */
export function showError(error: unknown): void {
  void tellError(error);
}

/** As {@link showError}; resolves when the message is gone, and what its button does was done. */
export async function tellError(error: unknown): Promise<void> {
  const { message, actions } = isUserError(error) ? error : new UserError(unexpected(error));
  const titles = actions.map(({ title }) => title);
  const chosen = await vscode.window.showErrorMessage(plainMessage(message), ...titles);
  const action = actions.find(({ title }) => title === chosen);
  if (action) await told(action.run);
}

/** Says what was done, with a way to take it back. Doesn't wait for the person. */
export function showDone(message: string, undo: () => unknown): void {
  const title = vscode.l10n.t('Undo');
  void vscode.window
    .showInformationMessage(plainMessage(message), title)
    .then((chosen) => (chosen === title ? told(undo) : undefined));
}

/** Does what a button says; where that fails, it is said too. */
async function told(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    showError(error);
  }
}

function unexpected(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return vscode.l10n.t('That didn’t work: {0}. Nothing was changed.', text.replace(/\.$/, ''));
}
