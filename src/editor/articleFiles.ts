import * as vscode from 'vscode';
import type { CorpusIndex } from '../corpus/corpusIndex';
import { SIDECAR_SUFFIX } from '../model/article';
import { inOrder, mayBeArticle, type KnownArticle } from './articleStatus';
import type { Parts } from './parts';

const MOST_FILES = 20_000;
const DEFAULT_PATTERN = '**/*.{txt,md,article}';

/** Which text files may be articles, as the person set it. */
export function articlePattern(): string {
  const setting = vscode.workspace.getConfiguration('policyAnnotator').get<string>('articles.files')?.trim();
  return setting ? setting : DEFAULT_PATTERN;
}

/** Text files of the workspace that may be articles, whether they have a sidecar or not. What VS Code's explorer hides is left
 * out. */
export async function textFiles(): Promise<readonly KnownArticle[]> {
  const files = await vscode.workspace.findFiles(articlePattern(), '**/node_modules/**', MOST_FILES);
  return files.flatMap((uri): KnownArticle[] => {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = vscode.workspace.asRelativePath(uri, false);
    if (uri.path.endsWith(SIDECAR_SUFFIX) || !mayBeArticle(path)) return [];
    return [{ uri: uri.toString(), folder: folder?.index ?? Number.MAX_SAFE_INTEGER, path, coding: [] }];
  });
}

/** Text files and the articles with a sidecar, of which the index knows more, in the workspace's order. */
export function withAnnotated(files: readonly KnownArticle[], index: CorpusIndex): readonly KnownArticle[] {
  const articles = new Map(files.map((article) => [article.uri, article]));
  for (const article of index.ordered()) articles.set(article.uri, article);
  return inOrder(articles.values());
}

/** All articles of the workspace as they are now; the index must have been built. */
export async function articleFiles({ corpus }: Parts): Promise<readonly KnownArticle[]> {
  return withAnnotated(await textFiles(), corpus.current());
}

/** Those of the workspace folder that holds a file or folder; of the whole workspace where none does. */
export async function articlesAround(parts: Parts, uri: vscode.Uri): Promise<readonly KnownArticle[]> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return (await articleFiles(parts)).filter(({ folder: index }) => !folder || index === folder.index);
}
