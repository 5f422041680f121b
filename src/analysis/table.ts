/** What stands in a cell; undefined for nothing. */
export type TableCell = string | number | boolean | undefined;

/** The figures of an analysis, row by row: what is written as CSV or JSON, and stands beside a picture for who can't see it. */
export interface Table {
  /** In their order; the ids are names of fields. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableColumn {
  readonly id: string;
  /** As a heading. */
  readonly label: string;
}

/** Columns whose headings are their ids with a capital and spaces. */
export function columnsOf(...ids: readonly string[]): readonly TableColumn[] {
  return ids.map((id) => ({ id, label: `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('_', ' ')}` }));
}
