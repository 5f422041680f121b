import * as vscode from 'vscode';
import type { CatalogueEntry } from '../../exchange/catalogue';
import type { Choice } from '../pickers/choose';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import type { Parts } from '../parts';
import { isUserError, UserError } from '../userError';
import { articleScope, freeName, workspaceScope, type ExportChoice, type ExportScope } from './exportChoice';
import { askFormat, askOptions } from './formatChoice';

/** Asks for a format, what to export, the format's options, and where to. */
export async function askExport(parts: Parts): Promise<ExportChoice | undefined> {
  const entry = await askFormat('write');
  if (!entry) return undefined;
  const scope = await askScope(parts, entry);
  const options = scope && (await askOptions('write', entry));
  const target = options && (await askTarget(entry, scope));
  return target && { entry, options, root: scope.root, articles: scope.articles, target };
}

async function askTarget(entry: CatalogueEntry, scope: ExportScope): Promise<vscode.Uri | undefined> {
  if (entry.files === 'one') return askFile(entry.label, scope, entry.extensions);
  const how = await pick<'folder' | 'zip'>({
    title: vscode.l10n.t('{0}: several files', entry.label),
    placeholder: vscode.l10n.t('A folder, or one archive'),
    rows: [
      { label: vscode.l10n.t('$(folder) A new folder…'), value: 'folder' },
      { label: vscode.l10n.t('$(file-zip) One zip file…'), value: 'zip' },
    ],
  });
  if (how === undefined) return undefined;
  if (how === 'zip') return askFile(vscode.l10n.t('Zip file'), scope, ['zip']);
  const [parent] =
    (await vscode.window.showOpenDialog({
      ...{ canSelectFiles: false, canSelectFolders: true, canSelectMany: false },
      title: vscode.l10n.t('In which folder shall the new one be?'),
      openLabel: vscode.l10n.t('Export Here'),
      defaultUri: vscode.Uri.joinPath(scope.beside, '..'),
    })) ?? [];
  const name = scope.beside.path.slice(scope.beside.path.lastIndexOf('/') + 1);
  return parent && freeName(vscode.Uri.joinPath(parent, name), entry.id);
}

/** @param extensions the usual one first */
async function askFile(
  label: string,
  { beside }: ExportScope,
  extensions: readonly string[],
): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: label,
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: beside.with({ path: `${beside.path}.${extensions[0] ?? ''}` }),
    filters: { [label]: [...extensions] },
  });
}

/** The active article, or a workspace folder; not asked where there is only one of them. */
async function askScope(parts: Parts, format: CatalogueEntry): Promise<ExportScope | undefined> {
  const choices = [...(await activeArticle(parts)), ...(await folders())];
  const [first] = choices;
  if (!first) throw new UserError(vscode.l10n.t('There is nothing to export yet: no article has annotations.'));
  if (choices.length === 1) return first.value;
  return pick<ExportScope>({
    title: vscode.l10n.t('Export what? – {0}', format.label),
    placeholder: vscode.l10n.t('The article, or all of a folder'),
    rows: choices,
  });
}

async function activeArticle(parts: Parts): Promise<readonly Choice<ExportScope>[]> {
  if (!vscode.window.activeTextEditor) return [];
  try {
    const value = await articleScope(parts, undefined);
    const [uri = value.beside] = value.articles;
    const article = await parts.articles.get(uri);
    if (!article.annotated) return [];
    const count = article.annotations().length;
    const counted = count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count);
    return [
      {
        label: `$(file) ${plainLabel(article.fileName)}`,
        description: parts.visibility.isAll ? counted : '', // all are exported; how many others made is hidden
        value,
      },
    ];
  } catch (error) {
    if (isUserError(error)) return []; // the active editor shows no article
    throw error;
  }
}

async function folders(): Promise<readonly Choice<ExportScope>[]> {
  const choices: Choice<ExportScope>[] = [];
  for (const { name, uri } of vscode.workspace.workspaceFolders ?? []) {
    const value = await workspaceScope(uri);
    const count = value.articles.length;
    if (count === 0) continue;
    choices.push({
      label: `$(folder) ${plainLabel(name)}`,
      description: count === 1 ? vscode.l10n.t('1 annotated article') : vscode.l10n.t('{0} annotated articles', count),
      value,
    });
  }
  return choices;
}
