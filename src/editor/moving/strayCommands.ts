import * as vscode from 'vscode';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { UserError } from '../userError';
import { join, tellJoined } from './joining';
import { certain } from './matches';
import { findMoved } from './search';
import { slowWork } from '../slowWork';
import type { Stray } from './stray';
import { askArticle, askMatches, askStray } from './strayPicker';
import type { Strays } from './strays';

/** Files of the workspace that a person who asks has searched. */
const MOST_FILES = 20_000;

/** Joins articles that were moved outside VS Code with their sidecars; gives how many. With an argument object, those of
 * which nothing is to be chosen. */
export async function findMovedArticles(parts: Parts, strays: Strays, args: Arguments | undefined): Promise<number> {
  args?.only();
  const list = await strays.look();
  const matches = await slowWork(vscode.l10n.t('Looking for moved articles'), (work) =>
    findMoved(list, undefined, MOST_FILES, work),
  );
  const sure = certain(matches);
  if (!args && matches.length === 0) {
    const none = vscode.l10n.t('All annotations have their article.');
    const left = vscode.l10n.t(
      'No file without annotations has the text of an article that is gone. Annotations without an article: {0}.',
      list.length,
    );
    void vscode.window.showInformationMessage(list.length === 0 ? none : left);
    return 0;
  }
  const joinings = args
    ? sure.map(({ stray: { sidecar }, file }) => ({ sidecar, file }))
    : await askMatches(matches, (stray, file) => sure.some((other) => other.stray === stray && other.file === file));
  if (!joinings || joinings.length === 0) return 0;
  await join(parts, joinings);
  if (!args) tellJoined(parts, joinings);
  await strays.look();
  return joinings.length;
}

/** Lists sidecars without an article to a person; with an argument object only gives their uris. */
export async function showAnnotationsWithoutArticle(
  parts: Parts,
  strays: Strays,
  args: Arguments | undefined,
): Promise<readonly vscode.Uri[]> {
  args?.only();
  const list = await strays.look();
  if (!args) await askAboutStray(parts, strays);
  return list.map(({ sidecar }) => sidecar);
}

/** Moves a sidecar without an article to the name of the article that it belongs to. */
export async function chooseArticle(parts: Parts, strays: Strays, args: Arguments | undefined): Promise<boolean> {
  if (!args) {
    await strays.look();
    return askAboutStray(parts, strays);
  }
  args.only('sidecar', 'article');
  const [sidecar, file] = [args.uri('sidecar'), args.uri('article')];
  if (!sidecar || !file) {
    throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', sidecar ? 'article' : 'sidecar'));
  }
  await join(parts, [{ sidecar, file }]);
  await strays.look();
  return true;
}

/** Asks which sidecar without an article is meant, and does what is to be done with it; whether it has an article then. */
async function askAboutStray(parts: Parts, strays: Strays): Promise<boolean> {
  const { list } = strays;
  if (list.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('All annotations have their article.'));
    return false;
  }
  const chosen = await askStray(list);
  if (chosen?.action === 'open') await vscode.commands.executeCommand('vscode.open', chosen.stray.sidecar);
  return chosen?.action === 'choose' && askAndJoin(parts, strays, chosen.stray);
}

/** Asks for the article of a sidecar and moves it there; whether that was done. */
export async function askAndJoin(parts: Parts, strays: Strays, stray: Stray): Promise<boolean> {
  const file = await askArticle(stray);
  if (!file) return false;
  const joinings = [{ sidecar: stray.sidecar, file }];
  await join(parts, joinings);
  tellJoined(parts, joinings);
  await strays.look();
  await vscode.commands.executeCommand('vscode.open', file);
  return true;
}
