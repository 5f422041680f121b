import * as vscode from 'vscode';

/**
 * The rows of a tree that a key is about: those that are selected where the one that the person has gone to is among them, else that one, as in VS
 * Code's own trees. Arrow keys go through rows without selecting them, and where they are VS Code doesn't tell: so that row is put into the
 * selection or taken out of it, which shows which it is, and back again.
 */
export async function rowsReached<T>(view: Pick<vscode.TreeView<T>, 'selection'>): Promise<readonly T[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const reached = view.selection.filter((row) => !before.includes(row));
  await vscode.commands.executeCommand('list.toggleSelection');
  return reached.length > 0 ? reached : before;
}
