import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { showError } from '../messages';
import type { Parts } from '../parts';
import type { Following } from './following';
import { Pause } from '../pause';
import { registerMoves } from './moves';
import type { Strays } from './strays';

/** After the extension was activated: other things come first. */
const FOLLOW_AFTER_MS = 1000;

/** What follows articles that are renamed, moved, copied or deleted, in VS Code and outside. */
export function registerMoving(parts: Parts, strays: Strays): vscode.Disposable {
  let following: Promise<Following> | undefined;
  const follow = async (): Promise<Following> =>
    (following ??= parts.moving.get().then((part) => part.follow(parts, strays)));
  const begin = new Pause(() => void follow().catch(showError));
  begin.begin(FOLLOW_AFTER_MS);
  return vscode.Disposable.from(
    begin,
    registerMoves(parts),
    vscode.workspace.onDidCreateFiles(({ files }) => follow().then(({ created }) => created(files), showError)),
    { dispose: () => void following?.then((started) => started.dispose()) },
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
