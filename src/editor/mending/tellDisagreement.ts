import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Disagreement } from '../store/mending';
import { UserError } from '../userError';

/** Says that two sides changed the same things, and offers to choose. */
export function tellDisagreement({ uri, conflicts: { length } }: Disagreement): void {
  const { t } = vscode.l10n;
  const name = vscode.workspace.asRelativePath(uri);
  const text =
    length === 1
      ? t('{0} was changed elsewhere too, one thing on both sides; yours is kept for now.', name)
      : t('{0} was changed elsewhere too, {1} things on both sides; yours are kept for now.', name, length);
  const choose = { title: t('Choose…'), run: () => vscode.commands.executeCommand('policyAnnotator.chooseVersions') };
  showError(new UserError(text, choose));
}
