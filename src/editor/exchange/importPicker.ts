import * as vscode from 'vscode';
import { readsFolder } from '../../exchange/catalogue';
import { askFormat, askOptions } from './formatChoice';
import { usualTarget, type ImportChoice } from './importing';

/** Asks for a format, its files, its options, and (where there are several) for the workspace folder that new articles go to. */
export async function askImport(): Promise<ImportChoice | undefined> {
  const usual = usualTarget();
  const entry = await askFormat('read');
  if (!entry) return undefined;
  const several = readsFolder(entry);
  const [source] =
    (await vscode.window.showOpenDialog({
      ...{ canSelectFiles: true, canSelectFolders: several, canSelectMany: false },
      title: entry.label,
      openLabel: vscode.l10n.t('Import'),
      defaultUri: usual,
      ...(several ? {} : { filters: { [entry.label]: [...entry.extensions] } }),
    })) ?? [];
  const options = source && (await askOptions('read', entry));
  const target = options && (await askTarget(usual));
  return target && { entry, options, source, target };
}

async function askTarget(usual: vscode.Uri): Promise<vscode.Uri | undefined> {
  if ((vscode.workspace.workspaceFolders?.length ?? 0) < 2) return usual;
  const placeHolder = vscode.l10n.t('To which folder shall new articles go?');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}
