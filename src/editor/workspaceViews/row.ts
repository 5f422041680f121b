import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import type { LazyRow } from './lazyTree';

/** A thing of a codebook. */
export interface ItemOf {
  readonly kind: Referent;
  /** The codebook's uri as text. */
  readonly book: string;
  readonly id: string;
}

/** An annotation by its article (uri as text) and its id. */
export interface AnnotationOf {
  readonly article: string;
  readonly id: string;
}

/** What a row of the views shows, and what it stands for. Plain data but for icon and functions, so that two can be compared. */
export interface Row extends LazyRow<Row> {
  readonly label: string;
  /** Parts of the label that stand out: start and end in UTF-16 code units. */
  readonly highlights?: [number, number][];
  readonly description: string;
  readonly spoken: string;
  /** For `viewItem` in menus. */
  readonly context: string;
  readonly icon?: vscode.ThemeIcon | vscode.Uri;
  /** Whether it is open at first. */
  readonly isOpen?: boolean;
  /** What a click does. */
  readonly command?: vscode.Command;
  /** The file that it stands for, for VS Code's own decorations (uri as text). */
  readonly resource?: string;
  readonly item?: ItemOf;
  readonly annotation?: AnnotationOf;
  /** The article that it stands for: its uri as text. */
  readonly article?: string;
  /** The disagreement that it stands for, or which of its sides. */
  readonly disagreement?: { readonly id: string; readonly side?: number };
  /** Claims that a list can be made of. */
  readonly claims?: ClaimsOf;
  /** Made when it is asked for. */
  readonly tooltip?: () => vscode.MarkdownString | string | undefined | Promise<string | undefined>;
  /** What else the tooltip says: where that is another, the row is drawn anew. */
  readonly told?: unknown;
}

/** Claims of one codebook that belong together: those of a group, or about a thing of the codebook. */
export interface ClaimsOf {
  readonly book: string;
  readonly by: string;
  readonly key: string;
}

/** The row as VS Code draws it. */
export function treeItem(row: Row): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = row.children === undefined ? None : row.isOpen ? Expanded : Collapsed;
  const label = row.highlights ? { label: row.label, highlights: row.highlights } : row.label;
  const item = new vscode.TreeItem(label, state);
  item.id = row.id;
  item.description = row.description;
  item.contextValue = row.context;
  item.accessibilityInformation = { label: row.spoken };
  if (row.icon) item.iconPath = row.icon;
  if (row.command) item.command = row.command;
  return item;
}

/** The parts of a line that have something to say, with dots between them. */
export function dotted(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** For a spoken label. */
export function spokenOf(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
