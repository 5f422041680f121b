import * as vscode from 'vscode';
import { compareArticles } from '../corpus/order';
import { SIDECAR_SUFFIX, type Coding } from '../model/article';
import type { Parts } from './parts';

/** Files that may be articles. */
const ARTICLE_FILES = '**/*.{txt,md,article}';
const MOST_FILES = 20_000;

/** An article of the workspace, whether it is annotated or not. */
export interface ArticleFile {
  readonly uri: vscode.Uri;
  readonly encoding: string | undefined;
  readonly coding: readonly Coding[];
}

/** Articles with a sidecar, as the index knows them, and text files without, in the workspace's order. What VS Code's explorer
 * hides is left out of the latter. */
export async function articleFiles({ corpus }: Parts): Promise<readonly ArticleFile[]> {
  const files = new Map<string, ArticleFile & { readonly folder: number; readonly path: string }>();
  for (const uri of await vscode.workspace.findFiles(ARTICLE_FILES, '**/node_modules/**', MOST_FILES)) {
    if (uri.path.endsWith(SIDECAR_SUFFIX)) continue;
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.index ?? 0;
    files.set(uri.toString(), {
      uri,
      encoding: undefined,
      coding: [],
      folder,
      path: vscode.workspace.asRelativePath(uri, false),
    });
  }
  for (const { uri, folder, path, info, coding } of corpus.current().articles()) {
    files.set(uri, { uri: vscode.Uri.parse(uri, true), encoding: info.encoding, coding, folder, path });
  }
  return [...files.values()].sort(compareArticles);
}
