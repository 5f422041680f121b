import * as vscode from 'vscode';
import type { Command } from '../../commands/command';
import { Made } from '../../lazyPart';
import type { Parts } from '../../parts';
import { PICTURE_TYPE, pictureKinds, type PictureKind } from './kinds';
import type { Pictures } from './picturePanels';

/** The commands that show pictures, and what brings them back after a reload; the pictures are loaded with the first one. */
export class PictureStubs implements vscode.Disposable {
  private readonly pictures: Made<Pictures>;
  private readonly subscriptions: vscode.Disposable;

  constructor(parts: Parts, { extensionUri, workspaceState }: vscode.ExtensionContext) {
    this.pictures = new Made(async () => {
      const { Pictures: All } = await parts.pictures.get();
      return new All(parts, extensionUri, workspaceState);
    });
    const restorers = pictureKinds.map((kind) =>
      vscode.window.registerWebviewPanelSerializer(PICTURE_TYPE + kind, {
        deserializeWebviewPanel: async (panel, state) => (await this.pictures.get()).restore(kind, panel, state),
      }),
    );
    // A view's title passes the row that is selected: not an argument object.
    const buttons = pictureKinds.map((kind) =>
      vscode.commands.registerCommand(`policyAnnotator.view.${commandOf(kind)}`, () =>
        vscode.commands.executeCommand(`policyAnnotator.${commandOf(kind)}`),
      ),
    );
    this.subscriptions = vscode.Disposable.from(this.pictures, ...restorers, ...buttons);
  }

  commands(): readonly Command[] {
    return pictureKinds.map((kind) => ({
      id: commandOf(kind),
      inTurn: 'never',
      otherwise: false,
      run: async (args) => (await this.pictures.get()).open(kind, args),
    }));
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function commandOf(kind: PictureKind): string {
  return `show${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
