import * as vscode from 'vscode';
import type { ExportArticle, Format } from '../../exchange/format';
import { catalogue } from '../../exchange/catalogue';
import { Losses } from '../../exchange/losses';
import { loadFormat } from '../../exchange/registry';
import { CODEBOOK_FILE, sidecarName, SIDECAR_SUFFIX } from '../../model/article';
import type { Codebook } from '../../model/codebook';
import { annotatedArticles, articlesToExport, type Gathering } from '../exportSource';
import type { Parts } from '../parts';
import type { CodebookFile } from '../store/codebookFile';
import { reason } from '../store/fileErrors';
import { plainMessage } from '../plainMessage';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { articleOf } from './target';

/** What is exported as what, to where. */
export interface ExportChoice {
  readonly format: Format;
  /** What `path` of an article is relative to; undefined for one article alone. */
  readonly root: vscode.Uri | undefined;
  readonly articles: readonly vscode.Uri[];
  readonly target: vscode.Uri;
}

/** Exports what the arguments say, or else what the person chooses; undefined where they choose nothing. */
export async function runExport(parts: Parts, args: Arguments | undefined): Promise<vscode.Uri | undefined> {
  args?.only('article', 'format', 'scope', 'target');
  const choice = args ? await said(parts, args) : await (await parts.assist.get()).askExport(parts);
  if (!choice) return undefined;
  const target = await exportTo(parts, choice);
  if (target && !args) showResult(target);
  return target;
}

/** The format of an id; throws a {@link UserError} where there is none that writes. */
async function writingFormat(id: string): Promise<Format> {
  const written = catalogue.filter(({ writes }) => writes);
  if (written.some((other) => other.id === id)) return loadFormat(id);
  const ids = written.map((other) => other.id);
  throw new UserError(vscode.l10n.t('“{0}” is no format to export to; there are: {1}.', id, ids.join(', ')));
}

async function said(parts: Parts, args: Arguments): Promise<ExportChoice> {
  const format = await writingFormat(args.required('format'));
  const scope = args.choice('scope', ['article', 'workspace']) ?? 'article';
  const what = scope === 'workspace' ? await workspaceScope(args.uri('article')) : await articleScope(parts, args);
  const target = args.uri('target') ?? (await freeName(what.beside, format));
  return { format, target, ...what };
}

export interface ExportScope {
  readonly root: vscode.Uri | undefined;
  readonly articles: readonly vscode.Uri[];
  /** Where the export goes by default, without the extension. */
  readonly beside: vscode.Uri;
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

/** A file that isn't there yet: nobody asked for another to be replaced. */
async function freeName(beside: vscode.Uri, format: Format): Promise<vscode.Uri> {
  const extension = format.extensions[0] ?? format.id;
  for (let n = 1; ; n++) {
    const uri = beside.with({ path: `${beside.path}${n === 1 ? '' : `-${n}`}.${extension}` });
    if (await isFree(uri)) return uri;
  }
}

async function isFree(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => false,
    (error: unknown) => error instanceof vscode.FileSystemError && error.code === 'FileNotFound',
  );
}

/** Writes the export; undefined where the person cancelled it, and then nothing was written. */
async function exportTo(
  parts: Parts,
  { format, root, articles, target }: ExportChoice,
): Promise<vscode.Uri | undefined> {
  await assertFreeOfOurs(target, articles);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting {0}', format.label),
    cancellable: true,
  };
  const bytes = await vscode.window.withProgress(options, (progress, cancel) =>
    written(parts, format, articles, { root, found: root !== undefined }, (path) => {
      progress.report({ message: path, increment: 100 / articles.length });
      return !cancel.isCancellationRequested;
    }),
  );
  if (!bytes) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const shown = vscode.workspace.asRelativePath(target);
    throw new UserError(vscode.l10n.t('{0} could not be written: {1}.', shown, reason(error)));
  }
  return target;
}

/** Throws a {@link UserError} where the export would replace an article, or a file that holds annotations. */
async function assertFreeOfOurs(target: vscode.Uri, articles: readonly vscode.Uri[]): Promise<void> {
  const isOurs =
    target.path.endsWith(SIDECAR_SUFFIX) ||
    target.path.endsWith(`/${CODEBOOK_FILE}`) ||
    articles.some((article) => article.toString() === target.toString()) ||
    !(await isFree(target.with({ path: sidecarName(target.path) })));
  if (!isOurs) return;
  const shown = vscode.workspace.asRelativePath(target);
  throw new UserError(vscode.l10n.t('{0} is an article or holds annotations. Export to another file.', shown));
}

/** The bytes of an export without asking or telling anybody. Rejects where an article or a codebook can't be read. */
export async function exportBytes(
  parts: Parts,
  formatId: string,
  articles: readonly vscode.Uri[],
): Promise<Uint8Array> {
  const format = await writingFormat(formatId);
  const gathering = { root: commonRoot(articles), found: false };
  return (await written(parts, format, articles, gathering, () => true)) ?? new Uint8Array();
}

/** All bytes of a format of one file; undefined where `goOn`, told each article's path, said no. */
async function written(
  parts: Parts,
  format: Format,
  articles: readonly vscode.Uri[],
  gathering: Gathering,
  goOn: (path: string) => boolean,
): Promise<Uint8Array | undefined> {
  if (!format.write) throw new UserError(vscode.l10n.t('{0} can’t be exported to.', format.label));
  // Taken once, before the first article: a codebook that changes meanwhile is the same for the whole export.
  const taken = new Map<CodebookFile, Codebook>();
  const byArticle = new Map<vscode.Uri, Codebook>();
  for (const uri of articles) {
    const file = await parts.codebooks.of(uri);
    file.assertReadable();
    if (!file.exists) continue;
    const codebook = taken.get(file) ?? file.content;
    taken.set(file, codebook);
    byArticle.set(uri, codebook);
  }
  let stopped = false;
  const read = async function* (): AsyncIterable<ExportArticle> {
    for await (const article of articlesToExport(parts, articles, gathering, byArticle)) {
      if (!goOn(article.path)) {
        stopped = true;
        return;
      }
      yield article;
    }
  };
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  for await (const { chunk } of format.write(
    { codebooks: [...taken.values()], articles: read() },
    { options: {}, losses: new Losses() },
  )) {
    chunks.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
  }
  return stopped ? undefined : joined(chunks);
}

/** The workspace folder of the articles where there are several; one article alone is known by its name. */
function commonRoot(articles: readonly vscode.Uri[]): vscode.Uri | undefined {
  const [first] = articles;
  return articles.length > 1 && first ? vscode.workspace.getWorkspaceFolder(first)?.uri : undefined;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function showResult(target: vscode.Uri): void {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('Exported to {0}.', vscode.workspace.asRelativePath(target));
  void vscode.window
    .showInformationMessage(plainMessage(message), open)
    .then((chosen) => (chosen === open ? vscode.commands.executeCommand('vscode.open', target) : undefined));
}
