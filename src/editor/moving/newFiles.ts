import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { offerCopies } from './copies';

/** Offers annotations to copies of articles that are made in VS Code. */
export class NewFiles implements vscode.Disposable {
  /** New files that were empty: "Save as" makes one first and fills it then. */
  private readonly empty = new Set<string>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly parts: Parts) {
    this.subscription = vscode.workspace.onDidSaveTextDocument(({ uri }) =>
      this.empty.delete(uri.toString()) ? this.offer([uri]) : undefined,
    );
  }

  async created(files: readonly vscode.Uri[]): Promise<void> {
    const filled: vscode.Uri[] = [];
    for (const file of files) {
      const size = await sizeOf(file);
      if (size === 0) this.empty.add(file.toString());
      else if (size !== undefined) filled.push(file);
    }
    if (filled.length > 0) await this.offer(filled);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async offer(files: readonly vscode.Uri[]): Promise<void> {
    try {
      await offerCopies(this.parts, files);
    } catch (error) {
      showError(error);
    }
  }
}

/** In bytes; undefined where it isn't a file. */
async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ size, type }) => ((type & vscode.FileType.File) === 0 ? undefined : size),
    () => undefined,
  );
}
