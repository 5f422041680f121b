import * as vscode from 'vscode';
import { overlaps, type Range } from '../model/range';

/** A quick fix that runs a command of ours. */
export function quickFix(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  ...args: readonly object[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: `policyAnnotator.${command}`, title, arguments: [...args] };
  action.diagnostics = [diagnostic];
  return action;
}

/** Whether a cursor or selection is at a place. */
export function touches(place: Range, here: Range): boolean {
  if (place.start === place.end || here.start === here.end) return here.start <= place.end && place.start <= here.end;
  return overlaps(place, here);
}
