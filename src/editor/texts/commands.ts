import * as vscode from 'vscode';
import type { Arguments } from '../commands/arguments';
import { articleOf } from '../commands/target';
import type { Parts } from '../parts';

/** Looks again for what of an article is in doubt or gone; gives whether anything is found that wasn't. */
export async function findAnnotationsAgain({ articles }: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('article');
  const article = await articleOf(articles, args);
  article.assertReadable();
  const anchored = (): number => article.annotations().filter(({ standing }) => standing === 'anchored').length;
  const before = anchored();
  await article.findAgain();
  const found = anchored() - before;
  if (!args) {
    const left = article.annotations().length - anchored();
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Found again: {0}. Still in doubt or gone: {1}.', Math.max(0, found), left),
    );
  }
  return found > 0;
}

/** Removes the texts that are kept for finding annotations again; a person is asked first. */
export async function forgetOldTexts({ articles, finder }: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only();
  if (!args) {
    const forget = vscode.l10n.t('Forget');
    const question = vscode.l10n.t('Forget the texts that annotations were made in?');
    const detail = vscode.l10n.t(
      'They are kept on this machine, to find annotations again after an article was changed outside. Articles and annotations stay as they are.',
    );
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, forget)) !== forget) return false;
  }
  // What is being written would bring its text along afterwards. That it can't be written is told by who writes it.
  await Promise.allSettled(articles.stored().map((file) => file.flush()));
  await finder.forget();
  return true;
}
