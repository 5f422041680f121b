import * as vscode from 'vscode';

/** What is dragged from one of our views: rows, as text, for between two views nothing else arrives. */
export const ROWS_MIME = 'application/vnd.policy-annotator.rows';

/** What is said of a row that is dragged. */
export interface DraggedRow {
  readonly item?: unknown;
  readonly annotation?: unknown;
  readonly context: string;
}

/** Takes rows along. */
export function dragRows(elements: readonly { readonly row: DraggedRow }[], data: vscode.DataTransfer): void {
  const rows = elements.map(({ row: { item, annotation, context } }) => ({ item, annotation, context }));
  data.set(ROWS_MIME, new vscode.DataTransferItem(JSON.stringify(rows)));
}
