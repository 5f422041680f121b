import * as vscode from 'vscode';

/** What we use of the API of VS Code's own git extension (`vscode.git`, version 1). */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  readonly onDidOpenRepository: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): GitRepository | null;
  /** Of the repository that a file lies in, opened by the extension or not. */
  getRepositoryRoot?(uri: vscode.Uri): Promise<vscode.Uri | null>;
}

export interface GitRepository {
  /** Newest first, from the refs, or else from what is checked out. */
  log(options: {
    readonly maxEntries: number;
    readonly path: string;
    readonly refNames?: readonly string[];
  }): Promise<readonly GitCommit[]>;
  getRefs(query: object): Promise<readonly { readonly commit?: string }[]>;
  /** A file's bytes as of a commit. */
  buffer(ref: string, path: string): Promise<Uint8Array>;
  diffBetween(ref1: string, ref2: string): Promise<readonly GitChange[]>;
}

export interface GitCommit {
  readonly hash: string;
  readonly parents: readonly string[];
}

export interface GitChange {
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

/** Git may have to be started first, and to look for repositories. */
const START_MS = 5000;

/** The repository of a file; undefined where there is none, no git extension, or it takes too long. Never rejects. */
export async function repositoryOf(
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<GitRepository | undefined> {
  // Git runs programs that a repository's settings name.
  if (!vscode.workspace.isTrusted || uri.scheme !== 'file') return undefined;
  const waits: vscode.Disposable[] = [];
  try {
    return await Promise.race([startedRepository(uri, waits), ended(token)]);
  } catch {
    return undefined;
  } finally {
    vscode.Disposable.from(...waits).dispose();
  }
}

async function startedRepository(uri: vscode.Uri, waits: vscode.Disposable[]): Promise<GitRepository | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI?(version: 1): GitApi }>('vscode.git');
  const api = (await extension?.activate())?.getAPI?.(1);
  if (!api) return undefined;
  if (api.state !== 'initialized') await happened(api.onDidChangeState, () => api.state === 'initialized', waits);
  const repository = api.getRepository(uri);
  if (repository) return repository;
  // One in a folder of the workspace is opened a while after the first of its files.
  if (!(await api.getRepositoryRoot?.(uri))) return undefined;
  await happened(api.onDidOpenRepository, () => api.getRepository(uri) !== null, waits);
  return api.getRepository(uri) ?? undefined;
}

/** Resolves when an event has made a condition true; at once where it is. */
function happened(event: vscode.Event<unknown>, isSo: () => boolean, waits: vscode.Disposable[]): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isSo()) resolve();
    };
    waits.push(event(look));
    look();
  });
}

function ended(token: vscode.CancellationToken): Promise<undefined> {
  return new Promise((resolve) => {
    const end = (): void => resolve(undefined);
    setTimeout(end, START_MS);
    token.onCancellationRequested(end);
  });
}
