import * as vscode from 'vscode';

/** Where the index lies between sessions: one file in the extension's folder for the workspace. */
export class CacheFolder {
  private readonly file: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.file = vscode.Uri.joinPath(folder, 'index.cache');
  }

  /** Empty where there is none to be had. */
  async read(): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(this.file).then(
      (bytes) => bytes,
      () => new Uint8Array(),
    );
  }

  /** A death half-way leaves what is told from a whole file by its content. Rejects where it can't be written. */
  async write(bytes: Uint8Array): Promise<void> {
    await vscode.workspace.fs.writeFile(this.file, bytes);
  }
}
