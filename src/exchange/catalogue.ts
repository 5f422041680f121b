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
  {
    id: 'jsonl',
    label: 'JSON Lines, one line an annotation',
    extensions: ['jsonl', 'ndjson'],
    writes: true,
    reads: false,
  },
  {
    id: 'json',
    label: 'JSON, all articles and the codebook in one file',
    extensions: ['json'],
    writes: true,
    reads: false,
  },
  {
    id: 'markdown',
    label: 'Report (Markdown): actors and their claims',
    extensions: ['md'],
    writes: true,
    reads: false,
  },
];

/** What a format's module says of itself: its id, label and extensions as the catalogue has them. Throws for an unknown id. */
export function described(id: string): Pick<CatalogueEntry, 'id' | 'label' | 'extensions'> {
  const entry = catalogue.find((other) => other.id === id);
  if (!entry) throw new RangeError(`The catalogue has no format "${id}"`);
  const { label, extensions } = entry;
  return { id, label, extensions };
}
