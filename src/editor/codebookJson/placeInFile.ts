import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import * as vscode from 'vscode';
import { slotAt, type Slot } from '../../model/codebookSlots';

/** A place in a codebook's file where something of ours stands, or may. */
export interface PlaceInFile {
  readonly slot: Slot;
  /** The value there, with its quotation marks; empty where none is yet. */
  readonly range: vscode.Range;
  /** The text there; empty where none is yet. */
  readonly value: string;
}

/** What stands at a position of a codebook's file, however broken the file is; undefined where that is nothing of ours. */
export function placeInFile(document: vscode.TextDocument, position: vscode.Position): PlaceInFile | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(document.getText(), document.offsetAt(position));
  const slot = isAtPropertyKey ? undefined : slotAt(path);
  if (!slot) return undefined;
  const node =
    previousNode?.type === 'string' && holds(previousNode, document.offsetAt(position)) ? previousNode : undefined;
  const start = node ? document.positionAt(node.offset) : position;
  const end = node ? document.positionAt(node.offset + node.length) : position;
  return { slot, range: new vscode.Range(start, end), value: typeof node?.value === 'string' ? node.value : '' };
}

/** Where the values at some paths stand in a codebook's file; those that aren't there, nowhere. */
export function rangesOf(
  document: vscode.TextDocument,
  paths: readonly (readonly (string | number)[])[],
): readonly (vscode.Range | undefined)[] {
  const tree = parseTree(document.getText());
  return paths.map((path) => {
    const node = tree && findNodeAtLocation(tree, [...path]);
    return node && new vscode.Range(document.positionAt(node.offset), document.positionAt(node.offset + node.length));
  });
}

function holds({ offset, length }: { readonly offset: number; readonly length: number }, at: number): boolean {
  return offset <= at && at <= offset + length;
}

/** The text at a path of a codebook's file; undefined where none is there. */
export function valueAt(document: vscode.TextDocument, path: readonly (string | number)[]): string | undefined {
  const tree = parseTree(document.getText());
  const value: unknown = tree && findNodeAtLocation(tree, [...path])?.value;
  return typeof value === 'string' ? value : undefined;
}
