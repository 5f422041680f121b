import * as vscode from 'vscode';
import type { Stages } from '../../sidecar/resolve';
import { repositoryOf, type GitRepository } from '../gitApi';

/** Git writes its index after the files. */
const INDEX_MS = 500;

/**
 * The three files whose merge left conflict markers in a file, out of git's index; undefined where git, its repository (VS
 * Code opens that of each file that is shown) or one of the two sides can't be had, as in the web, or once the file was
 * added. Never rejects.
 */
export async function conflictStages(uri: vscode.Uri): Promise<Stages | undefined> {
  const repository = await repositoryOf(uri, new vscode.CancellationTokenSource().token);
  if (!repository) return undefined;
  const stages = await inIndex(repository, uri.fsPath);
  if (stages) return stages;
  await new Promise((resolve) => setTimeout(resolve, INDEX_MS));
  return inIndex(repository, uri.fsPath);
}

async function inIndex(repository: GitRepository, path: string): Promise<Stages | undefined> {
  const stage = (number: number): Promise<string | undefined> =>
    repository.buffer(`:${number}`, path).then(
      (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      () => undefined,
    );
  const [base, ours, theirs] = await Promise.all([1, 2, 3].map(stage));
  if (ours === undefined || theirs === undefined) return undefined;
  return { ours, theirs, ...(base !== undefined && { base }) };
}
