import type * as vscode from 'vscode';
import { sameBytes } from '../bytes';
import type { Files } from '../files';

/**
 * Copies a file's bytes beside it, under its name with an ending (`.broken`, `.broken-2` …) that no other file has: none is
 * ever overwritten, and a copy that is there already is enough. Gives the copy.
 */
export async function copyAside(files: Files, uri: vscode.Uri, ending: string, bytes: Uint8Array): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const copy = uri.with({ path: `${uri.path}.${n === 1 ? ending : `${ending}-${n}`}` });
    const there = await files.read(copy);
    if (there ? sameBytes(there, bytes) : await files.replace(copy, bytes, undefined)) return copy;
  }
}
