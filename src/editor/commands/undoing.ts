import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import type { Steps } from '../store/steps';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import type { Command } from './command';

/** Undoes the last step of an article's history, or of all, and says which it was. Throws a {@link UserError} where there is none. */
export async function undoLast(steps: Steps, article: string | undefined): Promise<true> {
  const step = await steps.undo(article);
  if (!step) throw new UserError(vscode.l10n.t('There is no annotation step to undo here.'));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Undone: {0}', plainLabel(step.label, 80)), 3000);
  return true;
}

export function undoCommands({ steps, articles }: Parts): Command<boolean>[] {
  /** Of the article that is meant; where none is active, or with the scope `workspace`, of all. */
  const about = (args: Arguments | undefined): string | undefined => {
    args?.only('article', 'scope');
    if (args?.choice('scope', ['article', 'workspace']) === 'workspace') return undefined;
    const active = vscode.window.activeTextEditor?.document;
    return (args?.uri('article') ?? (active && articles.of(active)?.uri))?.toString();
  };
  return [
    {
      id: 'undo',
      run: (args) => undoLast(steps, about(args)),
      otherwise: false,
      inTurn: 'always',
    },
    {
      id: 'redo',
      run: async (args) => {
        const step = await steps.redo(about(args));
        if (!step) throw new UserError(vscode.l10n.t('There is no annotation step to redo here.'));
        vscode.window.setStatusBarMessage(vscode.l10n.t('Done again: {0}', plainLabel(step.label, 80)), 3000);
        return true;
      },
      otherwise: false,
      inTurn: 'always',
    },
  ];
}
