import type { Behind } from '../../../../analysis/behind';
import type { Chart, ChartData } from '../../../../analysis/chart';
import type { SettingSpec } from '../../../../analysis/settings';
import type { Table } from '../../../../analysis/table';
import { variableText, type Variable } from '../../../../analysis/variables';
import { tableCsv } from '../../../../exchange/tables/csv';
import type { TableData } from '../../../../model/picture';
import type { Computed, PictureFormat } from '../picture';
import { variableWords } from '../settingWords';

interface Made {
  readonly chart: Chart;
  readonly title: string;
  readonly tables: readonly TableData[];
  /** The figures as a file. */
  readonly file: Table;
  readonly nothing: string | undefined;
  readonly counted: readonly string[];
  readonly behind: Behind;
  /** What lies behind a key, in a few words; undefined for a key that the chart doesn't have. */
  readonly nameOf: (key: string) => string | undefined;
}

/** A chart as its page gets it, with the tables, the file and what lies behind its parts. */
export function computedChart({ chart, title, tables, file, nothing, counted, behind, nameOf }: Made): Computed {
  return {
    ...(nothing === undefined ? { data: { chart, title, tables } satisfies ChartData } : { missing: nothing }),
    counted,
    behind: (key) => {
      const name = nameOf(key);
      return name === undefined ? undefined : { name, claims: behind.of(key) };
    },
    file: () => [...tableCsv(file)].join(''),
  };
}

/** The ids that a key is made of, see `partKey`; none where it isn't one. */
export function idsOf(key: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(key);
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : [];
  } catch {
    return [];
  }
}

/** A variable as people call it. */
export function labelOf(variable: Variable): string {
  return variableWords(variableText(variable), []);
}

/** The label of the thing with an id. */
export function labelIn(
  values: readonly { readonly id: string; readonly label: string }[],
  id: string | undefined,
): string | undefined {
  return values.find((value) => value.id === id)?.label;
}

export function chartFormats(kind: string, settings: readonly SettingSpec[]): readonly PictureFormat[] {
  const drawn = { words: ['plot', kind], more: [], settings };
  return [
    { id: 'svg', label: 'SVG', isDrawn: true, command: drawn },
    { id: 'png', label: 'PNG', isDrawn: true, command: drawn },
    { id: 'csv', label: 'CSV', command: { words: ['stats', '--what', kind], more: ['--format', 'csv'], settings } },
  ];
}
