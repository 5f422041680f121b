import * as vscode from 'vscode';
import { plainMessage } from './plainMessage';
import { isUserError, UserError, type Action } from './userError';

/** Shows an error, with what can be done about it. Doesn't wait for the person. */
export function showError(error: unknown): void {
  void tellError(error);
}

/** As {@link showError}; resolves when the message is gone, and what its button does was done. */
export async function tellError(error: unknown): Promise<void> {
  const { message, actions } = isUserError(error) ? error : new UserError(unexpected(error));
  await withActions('showErrorMessage', message, actions);
}

/** Shows a message with buttons. Doesn't wait for the person; where what a button does fails, that is said too. */
export function showActions(
  kind: 'showInformationMessage' | 'showWarningMessage',
  message: string,
  actions: readonly Action[],
): void {
  void withActions(kind, message, actions);
}

/** Says what was done, with a way to take it back. Doesn't wait for the person. */
export function showDone(message: string, undo: () => unknown): void {
  showActions('showInformationMessage', message, [{ title: vscode.l10n.t('Undo'), run: undo }]);
}

async function withActions(
  kind: 'showErrorMessage' | 'showInformationMessage' | 'showWarningMessage',
  message: string,
  actions: readonly Action[],
): Promise<void> {
  const chosen = await vscode.window[kind](plainMessage(message), ...actions.map(({ title }) => title));
  try {
    await actions.find(({ title }) => title === chosen)?.run();
  } catch (error) {
    showError(error);
  }
}

function unexpected(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return vscode.l10n.t('That didn’t work: {0}. Nothing was changed.', text.replace(/\.$/, ''));
}
