import * as vscode from 'vscode';
import { platform } from '#platform';

/** Whether bytes are the whole content of a file of ours, not the half that a dying writer left. */
export type IsWhole = (bytes: Uint8Array) => boolean;

/** Reads and replaces small files, such that a death half-way leaves the whole old or the whole new content. */
export class Files {
  /**
   * The file's bytes; undefined where there is none. Where a writer died between its temporary file and its target, the
   * temporary file is put in place first (see {@link replaceBySteps}), unless the target is whole and newer.
   */
  async read(uri: vscode.Uri, isWhole: IsWhole): Promise<Uint8Array | undefined> {
    if (!onDisk(uri)) await this.recover(uri, isWhole);
    return readIfThere(uri);
  }

  /** Replaces the file. Rejects with the system's error where that can't be done; the old content stands then. */
  async replace(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    if (onDisk(uri) && platform.replaceFile) await platform.replaceFile(uri.fsPath, bytes);
    else await replaceBySteps(uri, bytes);
  }

  private async recover(uri: vscode.Uri, isWhole: IsWhole): Promise<void> {
    const temporary = temporaryOf(uri);
    const left = await readIfThere(temporary);
    if (!left) return;
    // A temporary file that isn't whole died first: its target was not touched yet.
    if (isWhole(left) && !(await wasWrittenAfter(uri, temporary, isWhole))) {
      await vscode.workspace.fs.writeFile(uri, left);
    }
    await vscode.workspace.fs.delete(temporary);
  }
}

function onDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && platform.replaceFile !== undefined;
}

/** Whether the target is whole and newer than the temporary file: it was reached, and somebody else may have written since. */
async function wasWrittenAfter(uri: vscode.Uri, temporary: vscode.Uri, isWhole: IsWhole): Promise<boolean> {
  const there = await readIfThere(uri);
  if (!there || !isWhole(there)) return false;
  const [target, left] = await Promise.all([vscode.workspace.fs.stat(uri), vscode.workspace.fs.stat(temporary)]);
  return target.mtime > left.mtime;
}

/** `workspace.fs` has neither flush nor atomic rename: temporary file, read back, write the target, remove. */
async function replaceBySteps(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryOf(uri);
  await vscode.workspace.fs.writeFile(temporary, bytes);
  const back = await vscode.workspace.fs.readFile(temporary);
  if (!sameBytes(back, bytes)) {
    await vscode.workspace.fs.delete(temporary);
    throw new Error(vscode.l10n.t('what was written did not read back the same'));
  }
  await vscode.workspace.fs.writeFile(uri, bytes);
  // Written it is; another window may have removed this one meanwhile, and one that stays is known for older.
  await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
}

function temporaryOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path}.tmp` });
}

/** The file's bytes; undefined where there is no such file, any other failure rejects. */
export async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** What tells one state of a file from another without reading it; undefined where there is no file to be had. */
export async function fileStamp(uri: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ mtime, size }) => `${mtime} ${size}`,
    () => undefined,
  );
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
