import * as vscode from 'vscode';
import type { TableData, TableRow } from '../../../../model/picture';

/** Rows of a table that its page gets: more than anybody reads there; the file has all. */
const MOST_ROWS = 5000;

/** A table of a page, with the first of very many rows. */
export function tableOf(title: string, columns: readonly string[], rows: readonly TableRow[]): TableData {
  if (rows.length <= MOST_ROWS) return { title, columns, rows };
  const shortened = vscode.l10n.t('{0}: the first of {1}, CSV has all', title, rows.length);
  return { title: shortened, columns, rows: rows.slice(0, MOST_ROWS) };
}
