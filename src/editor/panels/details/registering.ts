import * as vscode from 'vscode';
import type { ActiveArticle } from '../../activeArticle';
import type { Command } from '../../commands/command';
import type { Parts } from '../../parts';

const VIEW = 'policyAnnotator.details';

/** The view of what is at the cursor, as a form; what it does is loaded when it is first shown. */
export function registerDetails(parts: Parts, active: ActiveArticle, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(VIEW, {
    resolveWebviewView: async (view) => {
      const { DetailsPanel } = await parts.details.get();
      new DetailsPanel(view, parts, active, extensionUri);
    },
  });
}

/** Shows the view, and gives its form the focus. */
export function focusDetailsCommand(): Command {
  return {
    id: 'focusDetails',
    run: async (args) => {
      args?.only();
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      return true;
    },
    otherwise: false,
  };
}
