import * as vscode from 'vscode';
import type { CatalogueEntry } from '../../exchange/catalogue';
import type { ImportSource } from '../../exchange/format';
import { InputError } from '../../exchange/inputError';
import { isZip, zipSource } from '../../exchange/reading/zip';
import { compareCodeUnits } from '../../model/codeUnits';
import { fileNameOf } from '../../model/article';
import { reason } from '../store/fileErrors';
import { UserError } from '../userError';

const MOST_FILES = 100_000;
const passedOver = new Set(['.git', 'node_modules']);

/** What was chosen, as a format reads it: a file, the files in and under a folder, or those of an archive. Throws a {@link UserError}
 * where it isn't there, or is a folder and the format is one file. */
export async function importSource(
  uri: vscode.Uri,
  { label, files, readsFolders }: CatalogueEntry,
): Promise<ImportSource> {
  const shown = vscode.workspace.asRelativePath(uri);
  const name = fileNameOf(uri.path.replace(/\/$/, ''));
  const stat = await vscode.workspace.fs.stat(uri).then(
    (found) => found,
    (error: unknown) => {
      throw new UserError(vscode.l10n.t('{0} can’t be read: {1}.', shown, reason(error)));
    },
  );
  if ((stat.type & vscode.FileType.Directory) === 0) {
    const bytes = await bytesOf(uri, name);
    if (files === 'several' && isZip(bytes)) return zipSource(bytes, name);
    return { name, paths: [name], bytes: () => Promise.resolve(bytes) };
  }
  if (files === 'one' && readsFolders !== true) {
    throw new UserError(vscode.l10n.t('{0} is a folder; {1} is one file.', shown, label));
  }
  const paths = await pathsIn(uri);
  return { name, paths, bytes: (path) => bytesOf(vscode.Uri.joinPath(uri, path), path) };
}

async function bytesOf(uri: vscode.Uri, path: string): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw new InputError(`It can’t be read: ${reason(error)}`, { path });
  }
}

/** The files in and under a folder, relative to it; links are not followed. */
async function pathsIn(folder: vscode.Uri): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, at))) {
      if (type === vscode.FileType.File) found.push(at + name);
      else if (type === vscode.FileType.Directory && !passedOver.has(name)) waiting.push(`${at}${name}/`);
    }
    if (found.length > MOST_FILES) {
      throw new UserError(vscode.l10n.t('There are more than {0} files in that folder.', MOST_FILES));
    }
  }
  return found.sort(compareCodeUnits);
}
