import * as vscode from 'vscode';
import { assertFreeOfOurs, writeFile } from '../../exchange/exportFiles';
import type { Workspace } from '../../workspaceViews/workspace';
import type { PictureFormat } from './picture';

/** Asks where a picture goes; undefined where the person gives up. */
export async function askTarget({ id, label, command }: PictureFormat): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${command.words.at(-1) ?? 'picture'}.${id}`;
  return vscode.window.showSaveDialog({
    saveLabel: vscode.l10n.t('Save'),
    filters: { [label]: [id] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}

/** Writes a file that is neither an article nor annotations; throws a `UserError` where it can't. */
export async function saveFile({ index }: Workspace, target: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const articles = Array.from(index.places(), ({ uri }) => vscode.Uri.parse(uri, true));
  await assertFreeOfOurs(target, articles);
  await writeFile(target, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}
