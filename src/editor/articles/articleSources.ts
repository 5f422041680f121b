import * as vscode from 'vscode';
import { CODEBOOK_FILE, fileNameOf, SIDECAR_SUFFIX } from '../../model/article';
import { compareCodeUnits } from '../../model/codeUnits';
import { reason } from '../store/fileErrors';
import { UserError } from '../userError';

/** A file that is to become an article. */
export interface ArticleSource {
  /** As the report says it; relative to the folder that was chosen. */
  readonly path: string;
  readonly bytes: () => Thenable<Uint8Array>;
}

const readable = /\.(?:x?html?|mht(?:ml)?|docx|pdf|epub|txt|text|md|markdown)$/i;
const passedOver = new Set(['.git', 'node_modules']);
const MOST_FILES = 20_000;

/** The files that were chosen, and those in and under folders that were whose endings can be read. Throws a {@link UserError} where one
 * isn't there. */
export async function articleSources(uris: readonly vscode.Uri[]): Promise<readonly ArticleSource[]> {
  const found: ArticleSource[] = [];
  for (const uri of uris) {
    const stat = await vscode.workspace.fs.stat(uri).then(
      (one) => one,
      (error: unknown) => {
        const shown = vscode.workspace.asRelativePath(uri);
        throw new UserError(vscode.l10n.t('{0} can’t be read: {1}.', shown, reason(error)));
      },
    );
    if ((stat.type & vscode.FileType.Directory) === 0) found.push(sourceOf(uri, fileNameOf(uri.path)));
    else found.push(...(await inFolder(uri)));
  }
  return found;
}

function sourceOf(uri: vscode.Uri, path: string): ArticleSource {
  return { path, bytes: () => vscode.workspace.fs.readFile(uri) };
}

async function inFolder(folder: vscode.Uri): Promise<readonly ArticleSource[]> {
  const paths: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, at))) {
      if (type === vscode.FileType.Directory && !passedOver.has(name)) waiting.push(`${at}${name}/`);
      if (type === vscode.FileType.File && readable.test(name) && !isOurs(name)) paths.push(at + name);
    }
    if (paths.length > MOST_FILES) {
      throw new UserError(vscode.l10n.t('There are more than {0} files in that folder.', MOST_FILES));
    }
  }
  return paths.sort(compareCodeUnits).map((path) => sourceOf(vscode.Uri.joinPath(folder, path), path));
}

function isOurs(name: string): boolean {
  return name.endsWith(SIDECAR_SUFFIX) || name === CODEBOOK_FILE;
}
