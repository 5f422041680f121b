import * as vscode from 'vscode';
import { CODEBOOK_FILE, fileNameOf, SIDECAR_SUFFIX } from '../../model/article';
import { filesIn, isFolder } from '../exchange/filesIn';

/** A file that is to become an article. */
export interface ArticleSource {
  /** As the report says it; relative to the folder that was chosen. */
  readonly path: string;
  readonly bytes: () => Thenable<Uint8Array>;
}

const readable = /\.(?:x?html?|mht(?:ml)?|docx|pdf|epub|txt|text|md|markdown)$/i;
const MOST_FILES = 20_000;

/** The files that were chosen, and those in and under folders that were whose endings can be read. Throws a {@link UserError} where one
 * isn't there. */
export async function articleSources(uris: readonly vscode.Uri[]): Promise<readonly ArticleSource[]> {
  const found: ArticleSource[] = [];
  for (const uri of uris) {
    if (!(await isFolder(uri))) found.push(sourceOf(uri, fileNameOf(uri.path)));
    else {
      const paths = await filesIn(uri, MOST_FILES, (name) => readable.test(name) && !isOurs(name));
      found.push(...paths.map((path) => sourceOf(vscode.Uri.joinPath(uri, path), path)));
    }
  }
  return found;
}

function sourceOf(uri: vscode.Uri, path: string): ArticleSource {
  return { path, bytes: () => vscode.workspace.fs.readFile(uri) };
}

function isOurs(name: string): boolean {
  return name.endsWith(SIDECAR_SUFFIX) || name === CODEBOOK_FILE;
}
