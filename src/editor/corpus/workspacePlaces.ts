import * as vscode from 'vscode';
import type { FoundArticle } from '../../corpus/reading';

/** Tells where articles stand in the workspace, as its folders are now; those outside come last. */
export function placing(): (article: vscode.Uri) => FoundArticle {
  /** Of the folders that articles lie in, which mostly hold many. */
  const known = new Map<string, vscode.WorkspaceFolder | undefined>();
  return (article) => {
    const { scheme, authority, path } = article;
    const parent = `${scheme}://${authority}${path.slice(0, path.lastIndexOf('/'))}`;
    if (!known.has(parent)) known.set(parent, vscode.workspace.getWorkspaceFolder(article));
    const folder = known.get(parent);
    const uri = article.toString();
    if (!folder) return { uri, folder: Number.MAX_SAFE_INTEGER, path };
    const root = folder.uri.path.replace(/\/?$/, '/');
    return { uri, folder: folder.index, path: path.slice(root.length) };
  };
}
