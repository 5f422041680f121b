import * as vscode from 'vscode';
import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { sidecarUri } from '../store/article';
import type { Work } from '../slowWork';
import type { Match } from './matches';
import type { Stray } from './stray';
import { hashesOf, type Described } from './textOnDisk';

/** Files of the workspace that are listed. */
const MOST_LISTED = 50_000;
/** Files that are looked at together: most of the time is spent waiting for the host. */
const AT_ONCE = 32;

/** Looks for the texts of strays among files, or in at most `most` of the workspace's. What was found until the work was
 * cancelled counts. */
export async function findMoved(
  strays: readonly Stray[],
  among: readonly vscode.Uri[] | undefined,
  most: number,
  { token, report }: Work,
): Promise<readonly Match[]> {
  const texts = strays.flatMap(({ says }) => (says ? [says] : []));
  if (texts.length === 0) return [];
  const files = among ?? (await likelyFiles(strays, most, token));
  const byHash = new Map<string, vscode.Uri[]>();
  for (let at = 0; at < files.length && !token.isCancellationRequested; at += AT_ONCE) {
    report(`${at} / ${files.length}`);
    const some = files.slice(at, at + AT_ONCE);
    const hashes = await Promise.all(some.map((file) => hashesIfFree(file, texts)));
    for (const [index, file] of some.entries()) {
      for (const hash of hashes[index] ?? []) byHash.set(hash, [...(byHash.get(hash) ?? []), file]);
    }
  }
  return strays.flatMap((stray) => {
    const found = byHash.get(stray.says?.sha256 ?? '') ?? [];
    return found.length > 0 ? [{ stray, files: found }] : [];
  });
}

/** The workspace's files that could be articles and, as far as the search for files knows, have no sidecar. */
export async function freeFiles(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const files = await vscode.workspace.findFiles('**/*', undefined, MOST_LISTED, token);
  const all = new Set(files.map(String));
  return files.filter(
    (file) =>
      !file.path.endsWith(SIDECAR_SUFFIX) &&
      !file.path.endsWith(`/${CODEBOOK_FILE}`) &&
      !all.has(sidecarUri(file).toString()),
  );
}

/** At most `most` of these, those first that are named as articles that are gone: an extension mostly stays. */
async function likelyFiles(
  strays: readonly Stray[],
  most: number,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const extensions = new Set(strays.map(({ article }) => extensionOf(article)));
  const files = await freeFiles(token);
  const isLikely = (file: vscode.Uri): boolean => extensions.has(extensionOf(file));
  return [...files.filter(isLikely), ...files.filter((file) => !isLikely(file))].slice(0, most);
}

function extensionOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The hashes of a file's text, as {@link hashesOf}; none where it has a sidecar, or can't be read. */
async function hashesIfFree(file: vscode.Uri, texts: readonly Described[]): Promise<ReadonlySet<string>> {
  const none = new Set<string>();
  if (file.path.endsWith(SIDECAR_SUFFIX)) return none;
  const hashes = await hashesOf(file, texts).catch(() => none);
  return hashes.size > 0 && (await fileStamp(sidecarUri(file))) === undefined ? hashes : none;
}
