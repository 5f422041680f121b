import * as vscode from 'vscode';

const columns = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

/** The tab of a panel by its type: one that VS Code kept over a reload has no panel until it is looked at. */
export function keptTab(viewType: string): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  // VS Code puts a word of its own before the type.
  return tabs.find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

/** Shows a tab, whereupon VS Code brings its panel back. There is no call for that: commands go to the group, and in it to the tab. */
export async function showTab(tab: vscode.Tab): Promise<void> {
  const column = columns[tab.group.viewColumn - 1];
  if (column !== undefined) await vscode.commands.executeCommand(`workbench.action.focus${column}EditorGroup`);
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', tab.group.tabs.indexOf(tab));
}
