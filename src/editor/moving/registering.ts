import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { offerToCopies } from './copying';
import { registerMoves } from './moves';
import { noticeMovedArticles } from './noticing';
import type { Strays } from './strays';

/** What follows articles that are renamed, moved, copied or deleted, in VS Code and outside. */
export function registerMoving(parts: Parts, strays: Strays): vscode.Disposable {
  return vscode.Disposable.from(
    registerMoves(parts),
    offerToCopies(parts),
    noticeMovedArticles(parts, strays),
    vscode.commands.registerCommand('policyAnnotator.view.chooseArticle', (element: unknown) =>
      chooseForRow(parts, strays, element),
    ),
  );
}

export function movingCommands(parts: Parts, strays: Strays): readonly Command[] {
  const { moving } = parts;
  return [
    {
      id: 'findMovedArticles',
      run: async (args) => (await moving.get()).findMovedArticles(parts, strays, args),
      otherwise: 0,
      inTurn: 'never', // it may take long
    },
    {
      id: 'showAnnotationsWithoutArticle',
      run: async (args) => (await moving.get()).showAnnotationsWithoutArticle(parts, strays, args),
    },
    {
      id: 'chooseArticle',
      run: async (args) => (await moving.get()).chooseArticle(parts, strays, args),
      otherwise: false,
    },
    { id: 'copyAnnotations', run: async (args) => (await moving.get()).copyCommand(parts, args), otherwise: false },
  ];
}

/** The inline button of a row of a sidecar without an article. */
async function chooseForRow(parts: Parts, strays: Strays, element: unknown): Promise<void> {
  const { row } = element as { readonly row?: { readonly sidecar?: string } };
  const stray = strays.list.find(({ sidecar }) => sidecar.toString() === row?.sidecar);
  try {
    if (stray) await (await parts.moving.get()).askAndJoin(parts, strays, stray);
  } catch (error) {
    showError(error);
  }
}
