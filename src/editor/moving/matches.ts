import type * as vscode from 'vscode';
import type { Stray } from './stray';

/** A sidecar without an article, and the files without a sidecar whose text is the one that it describes. */
export interface Match {
  readonly stray: Stray;
  readonly files: readonly vscode.Uri[];
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
