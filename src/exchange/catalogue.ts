/** What is known of a format without loading it. */
export interface CatalogueEntry {
  readonly id: string;
  /** As pickers show it. */
  readonly label: string;
  /** File name extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly writes: boolean;
  readonly reads: boolean;
}

/** Every format, in the order in which pickers show them. */
export const catalogue: readonly CatalogueEntry[] = [
  { id: 'csv', label: 'Spreadsheet (CSV), one row a range', extensions: ['csv'], writes: true, reads: false },
  {
    id: 'claims-csv',
    label: 'Claims (CSV), one row a claim and speaker',
    extensions: ['csv'],
    writes: true,
    reads: false,
  },
  { id: 'jsonl', label: 'JSON Lines, one line an annotation', extensions: ['jsonl'], writes: true, reads: false },
  { id: 'json', label: 'JSON, all sidecars and the codebook', extensions: ['json'], writes: true, reads: false },
  { id: 'markdown', label: 'Report (Markdown)', extensions: ['md'], writes: true, reads: false },
];
