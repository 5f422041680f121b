import * as vscode from 'vscode';
import type { CatalogueEntry } from '../../exchange/catalogue';
import type { Options } from '../../exchange/format';
import type { Arguments } from '../commands/arguments';
import { articleOf } from '../commands/target';
import type { Parts } from '../parts';
import { UserError } from '../userError';
import { annotatedArticles } from './exportSource';
import { formatOf, optionsOf } from './formatChoice';

/** What is exported as what, to where. */
export interface ExportChoice {
  readonly entry: CatalogueEntry;
  readonly options: Options;
  /** What `path` of an article is relative to; undefined for one article alone. */
  readonly root: vscode.Uri | undefined;
  readonly articles: readonly vscode.Uri[];
  /** A file; of a format of several files a zip where it is called so, else a folder. */
  readonly target: vscode.Uri;
}

export interface ExportScope {
  readonly root: vscode.Uri | undefined;
  readonly articles: readonly vscode.Uri[];
  /** Where the export goes by default, without the extension. */
  readonly beside: vscode.Uri;
}

/** What the arguments of the command say. */
export async function exportOf(parts: Parts, args: Arguments): Promise<ExportChoice> {
  const entry = formatOf('write', args.required('format'));
  const options = optionsOf('write', entry, args);
  const scope = args.choice('scope', ['article', 'workspace']) ?? 'article';
  const { beside, ...what } =
    scope === 'workspace' ? await workspaceScope(args.uri('article')) : await articleScope(parts, args);
  const target = args.uri('target') ?? (await freeName(beside, entry.files === 'one' ? extensionOf(entry) : entry.id));
  return { entry, options, target, ...what };
}

function extensionOf({ id, extensions }: CatalogueEntry): string {
  return extensions[0] ?? id;
}

export async function articleScope(parts: Parts, args: Arguments | undefined): Promise<ExportScope> {
  const article = await articleOf(parts.articles, args);
  return { root: undefined, articles: [article.uri], beside: article.uri };
}

/** All annotated articles of the folder that holds `near`, else the active article, else of the first folder. */
export async function workspaceScope(near: vscode.Uri | undefined): Promise<ExportScope> {
  const at = near ?? vscode.window.activeTextEditor?.document.uri;
  const folder = (at && vscode.workspace.getWorkspaceFolder(at)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new UserError(vscode.l10n.t('No folder is open: open one, or export the article alone.'));
  const articles = await annotatedArticles(folder);
  return { root: folder.uri, articles, beside: vscode.Uri.joinPath(folder.uri, 'annotations') };
}

/** A name that isn't there yet: nobody asked for something to be replaced. */
export async function freeName(beside: vscode.Uri, extension: string): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const uri = beside.with({ path: `${beside.path}${n === 1 ? '' : `-${n}`}.${extension}` });
    if (await isFree(uri)) return uri;
  }
}

export async function isFree(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => false,
    (error: unknown) => error instanceof vscode.FileSystemError && error.code === 'FileNotFound',
  );
}
