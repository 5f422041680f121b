import { columnsOf, type Table, type TableCell, type TableColumn } from '../table';
import type { AgreementReport, AgreementRow } from './agreement';
import type { Measure } from './rows';
import { reasons } from './statistics';

/** All figures, one a row: as statistics programs take them. */
export function figuresTable({ rows }: AgreementReport): Table {
  const ids = ['creators', 'articles', 'by', 'label', 'of', 'measure', 'value', 'low', 'high', 'reason', 'count'];
  return {
    columns: columnsOf(...ids),
    rows: rows.map(({ creators, articles, by, label, of, measure, figure, low, high, count }) => [
      ...[creators.join('; '), articles, by, label, of, measure],
      ...(typeof figure === 'number'
        ? [figure, low, high, undefined]
        : [undefined, undefined, undefined, reasons[figure]]),
      count,
    ]),
  };
}

/** Columns of the overview: the figures that stand in them, of the text and targets, or of matched annotations and links. */
const columns: readonly (TableColumn & { readonly holds: readonly string[] })[] = [
  { id: 'alpha', label: 'Alpha', holds: ['text alpha', 'matched annotations alpha'] },
  { id: 'u_alpha', label: 'u-alpha', holds: ['text u-alpha'] },
  {
    ...{ id: 'kappa', label: 'Kappa' },
    holds: (['cohen', 'fleiss'] as const).flatMap((one) => [`text ${one}-kappa`, `matched annotations ${one}-kappa`]),
  },
  { id: 'f1_exact', label: 'F1 exact', holds: ['exact targets f1'] },
  { id: 'f1', label: 'F1 overlapping, links', holds: ['overlapping targets f1', 'links f1'] },
];

/** The main figures side by side, a row for each label of what is compared: for people. Columns that hold nothing are left out. */
export function overviewTable({ rows }: AgreementReport): Table {
  const lines = new Map<string, { readonly head: readonly TableCell[]; readonly cells: Map<string, AgreementRow> }>();
  for (const row of rows) {
    const subject = row.of === 'matched annotations' || row.of === 'links' ? row.of : 'text and targets';
    const who = row.creators.join(' – ');
    const key = JSON.stringify([who, row.by, row.label, subject]);
    const line = lines.get(key) ?? { head: [who, row.articles, row.by, row.label ?? 'all', subject], cells: new Map() };
    lines.set(key, line);
    const column = columns.find(({ holds }) => holds.includes(cellOf(row.of, row.measure)));
    if (column) line.cells.set(column.id, row);
  }
  const used = columns.filter(({ id }) => [...lines.values()].some(({ cells }) => cells.has(id)));
  return {
    columns: [...columnsOf('creators', 'articles', 'by', 'label', 'of'), ...used],
    rows: [...lines.values()].map(({ head, cells }) => [...head, ...used.map(({ id }) => shown(cells.get(id)))]),
  };
}

function cellOf(of: AgreementRow['of'], measure: Measure): string {
  return `${of} ${measure}`;
}

function shown(row: AgreementRow | undefined): string {
  if (!row) return '';
  const { figure, low, high } = row;
  if (typeof figure !== 'number') return marks[figure];
  return low === undefined || high === undefined
    ? digits(figure)
    : `${digits(figure)} [${digits(low)}, ${digits(high)}]`;
}

/** What stands for a figure that there isn't. */
export const marks = { nothing: '–', alike: '=' } as const;

function digits(value: number): string {
  const text = value.toFixed(3);
  return text === '-0.000' ? '0.000' : text;
}
