import * as vscode from 'vscode';
import { readIfThere } from '../files';
import type { KeptText } from './eviction';
import type { TextStorage } from './textStore';

/** Files that are looked at together: most of the time is spent waiting for the host. */
const AT_ONCE = 32;

/** A folder as VS Code gives it to extensions; it is made when the first text comes. */
export class FolderStorage implements TextStorage {
  constructor(private readonly folder: vscode.Uri) {}

  async list(): Promise<readonly KeptText[]> {
    const names = (await vscode.workspace.fs.readDirectory(this.folder).then(undefined, () => [])).flatMap(
      ([name, type]) => (type === vscode.FileType.File && name.endsWith('.txt.gz') ? [name] : []),
    );
    const found: KeptText[] = [];
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const some = names.slice(at, at + AT_ONCE).map(async (name): Promise<KeptText[]> => {
        const { size, mtime } = await vscode.workspace.fs.stat(this.at(name));
        return [{ name, bytes: size, used: mtime }];
      });
      // One that another window has just removed is none.
      found.push(...(await Promise.all(some.map((entry) => entry.catch(() => [])))).flat());
    }
    return found;
  }

  async read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return (await readIfThere(this.at(name))) as Uint8Array<ArrayBuffer> | undefined;
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await vscode.workspace.fs.writeFile(this.at(name), bytes);
  }

  async remove(name: string): Promise<void> {
    await vscode.workspace.fs.delete(this.at(name)).then(undefined, (error: unknown) => unlessGone(error));
  }

  async clear(): Promise<void> {
    await vscode.workspace.fs
      .delete(this.folder, { recursive: true })
      .then(undefined, (error: unknown) => unlessGone(error));
  }

  private at(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}

/** That what is to be removed isn't there is as well. */
function unlessGone(error: unknown): void {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return;
  throw error;
}
