import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { sidecarUri } from '../store/article';
import type { Work } from './slowWork';
import type { Stray } from './stray';
import { hashesOf } from './textOnDisk';

/** A sidecar without an article, and the files without a sidecar whose text is the one that it describes. */
export interface Match {
  readonly stray: Stray;
  readonly files: readonly vscode.Uri[];
}

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

/** The matches in which nothing is to be chosen: one file for the sidecar, and one sidecar for the file. */
export function certain(matches: readonly Match[]): readonly { stray: Stray; file: vscode.Uri }[] {
  const claims = new Map<string, number>();
  for (const { files } of matches) {
    for (const file of files) claims.set(file.toString(), (claims.get(file.toString()) ?? 0) + 1);
  }
  return matches.flatMap(({ stray, files }) => {
    const [file] = files;
    return file && files.length === 1 && claims.get(file.toString()) === 1 ? [{ stray, file }] : [];
  });
}
