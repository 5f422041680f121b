import * as vscode from 'vscode';
import type { LineIndex } from '../model/lines';
import type { Range } from '../model/range';

/** A range of a text that no document holds, as VS Code counts it. */
export function rangeIn(lines: LineIndex, range: Range): vscode.Range {
  const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
