import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { sidecarUri } from '../store/article';
import type { Work } from './slowWork';
import type { Match } from './matches';
import type { Stray } from './stray';
import { hashesOf } from './textOnDisk';

/** Looks for the texts of strays among files, in at most `most` of the workspace's where none are given. What was found until
 * the work was cancelled counts. */
export async function findMoved(
  strays: readonly Stray[],
  among: readonly vscode.Uri[] | undefined,
  most: number,
  { token, report }: Work,
): Promise<readonly Match[]> {
  const texts = strays.flatMap(({ says }) => (says ? [says] : []));
  if (texts.length === 0) return [];
  const files = among ?? (await vscode.workspace.findFiles('**/*', undefined, most, token));
  const byHash = new Map<string, vscode.Uri[]>();
  for (const [index, file] of files.entries()) {
    if (token.isCancellationRequested) break;
    if (index % 100 === 0) report(`${index} / ${files.length}`);
    if (file.path.endsWith(SIDECAR_SUFFIX)) continue;
    const hashes = await hashesOf(file, texts).catch(() => new Set<string>()); // gone, or not to be read
    if (hashes.size === 0 || (await fileStamp(sidecarUri(file))) !== undefined) continue;
    for (const hash of hashes) byHash.set(hash, [...(byHash.get(hash) ?? []), file]);
  }
  return strays.flatMap((stray) => {
    const found = byHash.get(stray.says?.sha256 ?? '') ?? [];
    return found.length > 0 ? [{ stray, files: found }] : [];
  });
}
