import * as vscode from 'vscode';
import type { ExportChunk } from '../../exchange/format';
import { pathProblem } from '../../exchange/reading/paths';
import { zipped } from '../../exchange/writing/zip';
import { CODEBOOK_FILE, sidecarName, SIDECAR_SUFFIX } from '../../model/article';
import { sameBytes } from '../bytes';
import { readIfThere } from '../files';
import { reason } from '../store/fileErrors';
import { UserError } from '../userError';
import { isFree } from './exportChoice';

/** The bytes of each file of an export, by its path; the one file of a format of one is at ''. */
export type ExportFiles = ReadonlyMap<string, Uint8Array>;

/** All that a format writes, held in memory: `workspace.fs` takes whole files only. */
export async function gathered(chunks: AsyncIterable<ExportChunk>): Promise<ExportFiles> {
  const encoder = new TextEncoder();
  const pieces = new Map<string, Uint8Array[]>();
  for await (const { path, chunk } of chunks) {
    const parts = pieces.get(path) ?? [];
    pieces.set(path, parts);
    parts.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
  }
  return new Map([...pieces].map(([path, parts]) => [path, joined(parts)]));
}

/** Several files as one, a zip. Packed as they come, so that not all of them are held. */
export async function* asZip(files: AsyncIterable<ExportChunk>): AsyncIterable<ExportChunk> {
  for await (const chunk of zipped(files)) yield { path: '', chunk };
}

/** Writes one file in whole. */
export async function writeFile(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const shown = vscode.workspace.asRelativePath(target);
    throw new UserError(vscode.l10n.t('{0} could not be written: {1}.', shown, reason(error)));
  }
}

/** Writes files into a folder, which is made where it isn't there. Throws a {@link UserError} before the first is written where one
 * would replace an article or annotations. */
export async function writeFolder(
  folder: vscode.Uri,
  files: ExportFiles,
  articles: readonly vscode.Uri[],
): Promise<void> {
  const targets = [...files].map(([path, bytes]) => {
    const problem = pathProblem(path);
    if (problem) throw new UserError(vscode.l10n.t('{0}: {1}. Nothing was exported.', path, problem));
    return { uri: vscode.Uri.joinPath(folder, path), bytes };
  });
  for (const { uri, bytes } of targets) {
    await assertFreeOfOurs(uri, articles);
    await assertNoOtherText(uri, bytes);
  }
  for (const { uri, bytes } of targets) await writeFile(uri, bytes);
}

/** Throws a {@link UserError} where the export would replace an article, or a file that holds annotations. */
export async function assertFreeOfOurs(target: vscode.Uri, articles: readonly vscode.Uri[]): Promise<void> {
  const isOurs =
    target.path.endsWith(SIDECAR_SUFFIX) ||
    target.path.endsWith(`/${CODEBOOK_FILE}`) ||
    articles.some((article) => article.toString() === target.toString()) ||
    !(await isFree(target.with({ path: sidecarName(target.path) })));
  if (!isOurs) return;
  const shown = vscode.workspace.asRelativePath(target);
  throw new UserError(vscode.l10n.t('{0} is an article or holds annotations. Export to another file.', shown));
}

/** Throws a {@link UserError} where another text is there: it may be an article that nobody annotated yet. */
async function assertNoOtherText(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (!/\.(?:txt|md)$/i.test(target.path)) return;
  const there = await readIfThere(target);
  if (!there || sameBytes(there, bytes)) return;
  const shown = vscode.workspace.asRelativePath(target);
  throw new UserError(vscode.l10n.t('{0} is another text. Export to an empty folder.', shown));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
