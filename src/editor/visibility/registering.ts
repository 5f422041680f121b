import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { Made } from '../lazyPart';
import { showError } from '../messages';
import type { Parts } from '../parts';

/** The commands that hide annotations and show them again, and that compare annotators. What they do is loaded with the first one. */
export function visibilityCommands(parts: Parts): readonly Command[] {
  return (['showOnlyMine', 'filterCreators', 'showAgreement'] as const).map((id) => ({
    id,
    run: async (args) => (await parts.agreement.get())[id](parts, args),
    otherwise: false,
  }));
}

/** Says in the status bar that some annotations are hidden, once any are. */
export function registerVisibility({ visibility, agreement }: Parts): vscode.Disposable {
  const item = new Made(async () => new (await agreement.get()).ShownItem(visibility));
  const look = (): void => {
    if (!visibility.isAll) item.get().catch(showError);
  };
  look();
  return vscode.Disposable.from(item, visibility.onDidChange(look));
}
