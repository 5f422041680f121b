/** What is asked of a format besides what and where to. */
export interface FormatOption {
  readonly id: string;
  readonly label: string;
  readonly on: 'write' | 'read' | 'both';
  /** Absent where any text will do. */
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  /** A choice's id, or a text. */
  readonly default: string;
}

/** What is known of a format without loading it. */
export interface CatalogueEntry {
  readonly id: string;
  /** As pickers show it. */
  readonly label: string;
  /** Under which pickers show it. */
  readonly group: string;
  /** File name extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly writes: boolean;
  readonly reads: boolean;
  /** Whether an export is one file, or several in a folder or a zip. */
  readonly files: 'one' | 'several';
  /** Whether a folder can be read although an export is one file. */
  readonly readsFolders?: true;
  readonly options: readonly FormatOption[];
}

type Ungrouped = Omit<CatalogueEntry, 'group'>;

function group(name: string, entries: readonly Ungrouped[]): readonly CatalogueEntry[] {
  return entries.map((one) => ({ ...one, group: name }));
}

function entry(
  id: string,
  label: string,
  extensions: string,
  can: 'write' | 'read' | 'both',
  more: Partial<Pick<CatalogueEntry, 'files' | 'readsFolders' | 'options'>> = {},
): Ungrouped {
  const ways = { writes: can !== 'read', reads: can !== 'write' };
  return { id, label, extensions: extensions.split(' '), ...ways, files: 'one', options: [], ...more };
}

/** Programs that count positions in ways of their own. */
function qdaPrograms(other: string): { readonly id: string; readonly label: string }[] {
  return [
    { id: 'spec', label: other },
    { id: 'nvivo', label: 'NVivo' },
    { id: 'atlas.ti', label: 'ATLAS.ti' },
    { id: 'maxqda', label: 'MAXQDA' },
  ];
}

/** Every format, in the order in which pickers show them. */
export const catalogue: readonly CatalogueEntry[] = [
  ...group('Tables', [
    entry('csv', 'Spreadsheet (CSV), one row a range', 'csv', 'both'),
    entry('claims-csv', 'Claims (CSV), one row a claim and speaker', 'csv', 'write'),
    entry('tsv', 'Spreadsheet (TSV, tabs), one row a range', 'tsv', 'write'),
    entry('xlsx', 'Excel workbook: annotations, claims, actors, topics, articles', 'xlsx', 'both'),
    entry('metadata-csv', 'Metadata of articles (CSV), one row an article', 'csv', 'both', {
      readsFolders: true,
      options: [
        {
          id: 'pattern',
          label: 'Take metadata from file names, as {date}_{publisher}_{title}.txt',
          on: 'read',
          default: '',
        },
      ],
    }),
    entry('parquet', 'Parquet, a folder of tables for DuckDB, Spark, R and Python', 'parquet', 'write', {
      files: 'several',
    }),
  ]),
  ...group('Data for programs', [
    entry('jsonl', 'JSON Lines, one line an annotation', 'jsonl ndjson', 'both'),
    entry('json', 'JSON, all articles and the codebook in one file', 'json', 'both'),
  ]),
  ...group('To read and publish', [
    entry('markdown', 'Report (Markdown): actors and their claims', 'md', 'write'),
    entry('html', 'Web page (HTML): articles with marked annotations', 'html htm', 'write'),
    entry('claimreview', 'Fact checks (schema.org ClaimReview)', 'json jsonld', 'write', {
      options: [
        { id: 'url', label: 'Web address of the page with the fact checks', on: 'write', default: '' },
        { id: 'publisher', label: 'Organization that publishes the fact checks', on: 'write', default: '' },
      ],
    }),
  ]),
  ...group('Annotations of the web', [
    entry('w3c', 'Web Annotations (W3C, JSON-LD)', 'jsonld json', 'both', {
      options: [
        {
          ...{ id: 'positions', label: 'What positions count', on: 'both', default: 'code-points' },
          choices: [
            { id: 'code-points', label: 'Code points, as the standard says' },
            { id: 'utf-16', label: 'UTF-16 code units, as Hypothesis writes' },
          ],
        },
      ],
    }),
    entry('hypothesis', 'Hypothesis (JSON)', 'json', 'read'),
  ]),
  ...group('Tools for annotating texts', [
    entry('brat', 'brat standoff (.txt and .ann)', 'ann txt', 'both', { files: 'several' }),
    entry('webanno-tsv', 'WebAnno TSV 3.3 (INCEpTION)', 'tsv', 'both', { files: 'several' }),
    entry('uima-xmi', 'UIMA CAS XMI (INCEpTION, DKPro)', 'xmi xml', 'both', { files: 'several' }),
    entry('uima-json', 'UIMA CAS JSON 0.4.0 (INCEpTION)', 'json', 'both', { files: 'several' }),
    entry('conll', 'CoNLL-2003 (IOB2)', 'conll txt', 'both', {
      options: [
        {
          ...{ id: 'types', label: 'Which annotations', on: 'write', default: 'all' },
          choices: [
            { id: 'all', label: 'All, each type in a column' },
            { id: 'actor', label: 'Actors' },
            { id: 'claim', label: 'Claims' },
            { id: 'source', label: 'Sources' },
            { id: 'passage', label: 'Passages' },
          ],
        },
      ],
    }),
    entry('doccano', 'doccano (JSONL)', 'jsonl json', 'both'),
    entry('label-studio', 'Label Studio (JSON tasks)', 'json', 'both', { files: 'several' }),
    entry('spacy-jsonl', 'spaCy, Prodigy (JSONL)', 'jsonl json', 'both'),
  ]),
  ...group('Qualitative analysis', [
    entry('qdpx', 'REFI-QDA project (NVivo, ATLAS.ti, MAXQDA, QualCoder)', 'qdpx', 'both', {
      options: [
        {
          id: 'profile',
          label: 'For which program',
          on: 'write',
          choices: qdaPrograms('The specification'),
          default: 'spec',
        },
        {
          ...{ id: 'made-by', label: 'Made by which program', on: 'read', default: 'auto' },
          choices: [{ id: 'auto', label: 'Find out' }, ...qdaPrograms('Another program')],
        },
      ],
    }),
    entry('qdc', 'REFI-QDA codebook', 'qdc', 'both'),
  ]),
  ...group('Networks', [
    entry('graphml', 'Network (GraphML): actors, claims, topics, sources', 'graphml', 'write'),
    entry('gexf', 'Network (GEXF) for Gephi', 'gexf', 'write'),
    entry('dna', 'Discourse Network Analyzer project (DNA)', 'dna', 'read', {
      options: [
        {
          id: 'mapping',
          label: 'What variables are, such as: location=attribute, target=addressee',
          on: 'read',
          default: '',
        },
        {
          ...{
            id: 'line-breaks',
            label: 'What a line break of two characters (CRLF) counts',
            on: 'read',
            default: 'detect',
          },
          choices: [
            { id: 'detect', label: 'As fits the marked words better' },
            { id: 'two', label: 'Two, as in the file' },
            { id: 'one', label: 'One, as in DNA’s window' },
          ],
        },
      ],
    }),
  ]),
];

/** A format's entry; throws for an unknown id. */
export function entryOf(id: string): CatalogueEntry {
  const found = catalogue.find((other) => other.id === id);
  if (!found) throw new RangeError(`The catalogue has no format "${id}"`);
  return found;
}

/** What a format's module says of itself: its id, label and extensions as the catalogue has them. Throws for an unknown id. */
export function described(id: string): Pick<CatalogueEntry, 'id' | 'label' | 'extensions'> {
  const { label, extensions } = entryOf(id);
  return { id, label, extensions };
}

/** Whether a folder, or an archive of one, can be read. */
export function readsFolder({ files, readsFolders }: CatalogueEntry): boolean {
  return files === 'several' || readsFolders === true;
}

/** What counts for an option: what was chosen, else its default. Throws for an option that the format hasn't. */
export function optionValue(format: string, options: Readonly<Record<string, string>>, option: string): string {
  const known = entryOf(format).options.find(({ id }) => id === option);
  if (!known) throw new RangeError(`${format} has no option "${option}"`);
  return Object.hasOwn(options, option) ? (options[option] ?? known.default) : known.default;
}
