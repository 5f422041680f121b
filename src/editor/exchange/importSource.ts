import * as vscode from 'vscode';
import { readsFolder, type CatalogueEntry } from '../../exchange/catalogue';
import type { ImportSource } from '../../exchange/format';
import { InputError } from '../../exchange/inputError';
import { fileSource } from '../../exchange/reading/source';
import { fileNameOf } from '../../model/article';
import { reason } from '../store/fileErrors';
import { UserError } from '../userError';
import { filesIn, isFolder } from './filesIn';

const MOST_FILES = 100_000;

/** What was chosen, as a format reads it: a file, the files in and under a folder, or those of an archive. Throws a {@link UserError}
 * where it isn't there, or is a folder and the format is one file. */
export async function importSource(uri: vscode.Uri, entry: CatalogueEntry): Promise<ImportSource> {
  const name = fileNameOf(uri.path.replace(/\/$/, ''));
  if (!(await isFolder(uri))) return fileSource(name, await bytesOf(uri, name), entry);
  if (!readsFolder(entry)) {
    const shown = vscode.workspace.asRelativePath(uri);
    throw new UserError(vscode.l10n.t('{0} is a folder; {1} is one file.', shown, entry.label));
  }
  const paths = await filesIn(uri, MOST_FILES);
  return { name, paths, bytes: (path) => bytesOf(vscode.Uri.joinPath(uri, path), path) };
}

async function bytesOf(uri: vscode.Uri, path: string): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw new InputError(`It can’t be read: ${reason(error)}`, { path });
  }
}
