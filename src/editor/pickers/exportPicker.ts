import * as vscode from 'vscode';
import { catalogue, type CatalogueEntry } from '../../exchange/catalogue';
import { loadFormat } from '../../exchange/registry';
import { articleScope, workspaceScope, type ExportChoice, type ExportScope } from '../commands/exporting';
import type { Parts } from '../parts';
import { isUserError, UserError } from '../userError';
import type { Choice } from './choose';
import { pick } from './pick';
import { plainLabel } from './plainLabel';

/** Asks for a format, what to export, and where to. */
export async function askExport(parts: Parts): Promise<ExportChoice | undefined> {
  const format = await pick<CatalogueEntry>({
    title: vscode.l10n.t('Export annotations as what?'),
    placeholder: vscode.l10n.t('Format'),
    rows: catalogue
      .filter(({ writes }) => writes)
      .map((one) => ({
        label: one.label,
        description: one.extensions.map((name) => `.${name}`).join(' '),
        value: one,
      })),
  });
  if (!format) return undefined;
  const scope = await askScope(parts, format);
  if (!scope) return undefined;
  const [extension = format.id] = format.extensions;
  const target = await vscode.window.showSaveDialog({
    title: format.label,
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: scope.beside.with({ path: `${scope.beside.path}.${extension}` }),
    filters: { [format.label]: [...format.extensions] },
  });
  return target && { format: await loadFormat(format.id), root: scope.root, articles: scope.articles, target };
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
    return [
      {
        label: `$(file) ${plainLabel(article.fileName)}`,
        description: count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count),
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
