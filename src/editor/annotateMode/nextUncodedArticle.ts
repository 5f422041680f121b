import * as vscode from 'vscode';
import { articleFiles } from '../articleFiles';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';

const finished: ReadonlySet<string> = new Set(['done', 'irrelevant']);

/** Opens the next article in the workspace's order, round at its end, that the creator has neither done nor found irrelevant; gives
 * its uri as text, undefined where there is none. */
export async function nextUncodedArticle(parts: Parts, args: Arguments | undefined): Promise<string | undefined> {
  args?.only('article');
  const creator = await parts.creator.name();
  const from = (args?.uri('article') ?? vscode.window.activeTextEditor?.document.uri)?.toString();
  await parts.corpus.build();
  const files = await articleFiles(parts);
  const at = files.findIndex(({ uri }) => uri.toString() === from);
  const order = [...files.slice(at + 1), ...files.slice(0, at + 1)];
  const next = order.find(
    ({ uri, coding }) =>
      uri.toString() !== from && !coding.some((one) => one.creator === creator && finished.has(one.status)),
  );
  if (!next) {
    void vscode.window.showInformationMessage(vscode.l10n.t('You have finished every article of the workspace.'));
    return undefined;
  }
  await vscode.window.showTextDocument(next.uri);
  return next.uri.toString();
}
