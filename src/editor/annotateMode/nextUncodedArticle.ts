import * as vscode from 'vscode';
import { articleFiles } from '../articleFiles';
import { uncodedAfter } from '../articleStatus';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';

/** Opens the next article in the workspace's order, round at its end, that the creator has neither done nor found irrelevant; gives
 * its uri as text, undefined where there is none. */
export async function nextUncodedArticle(parts: Parts, args: Arguments | undefined): Promise<string | undefined> {
  args?.only('article');
  const creator = await parts.creator.name();
  const from = (args?.uri('article') ?? vscode.window.activeTextEditor?.document.uri)?.toString();
  await parts.corpus.build();
  for (const { uri } of uncodedAfter(await articleFiles(parts), creator, from)) {
    const document = await opened(uri);
    if (!document) continue;
    await vscode.window.showTextDocument(document, { preview: false });
    return uri;
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('No other article is left to do.'));
  return undefined;
}

/** Undefined where only the sidecar is there any more. */
async function opened(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}
