import * as vscode from 'vscode';
import { Behind } from '../../../../analysis/behind';
import { MatrixCounter, matrixKey, type Matrix } from '../../../../analysis/matrix/matrix';
import { matrixSettings, readMatrixSettings } from '../../../../analysis/matrix/settings';
import { matrixTable } from '../../../../analysis/matrix/table';
import type { TableData } from '../../../../model/picture';
import { claimsInWords } from '../countWords';
import type { Computed, Picture } from '../picture';
import { chartFormats, computedChart, idsOf, labelIn, labelOf } from './computed';
import { missingWords } from './missing';
import { tableOf } from './tables';
import { through } from './through';
import { chartWords } from './words';

const { t } = vscode.l10n;

/** Who takes which side of what. */
export function matrixPicture(): Picture {
  return {
    title: t('Matrix'),
    settings: matrixSettings,
    begins: {},
    first: ['rows', 'columns', 'qualifier', 'order', 'from', 'to'],
    formats: chartFormats('matrix', matrixSettings),
    labels: {
      rows: t('Rows'),
      columns: t('Columns'),
      qualifier: t('Colour'),
      order: t('Order'),
      'order.frequency': t('the most frequent first'),
      'order.similarity': t('those alike together'),
      'order.name': t('by name'),
      top: t('Rows shown'),
      'top-columns': t('Columns shown'),
    },
    words: chartWords(),
    check: (given) => void readMatrixSettings(given),
    compute: function* (given, articles) {
      const behind = new Behind();
      const counter = new MatrixCounter(readMatrixSettings(given), behind);
      yield* through(articles, (article) => counter.add(article));
      return computed(counter.result(), behind);
    },
  };
}

function computed(figures: Matrix, behind: Behind): Computed {
  const { rows, columns, cells, counts } = figures;
  return computedChart({
    title: t('Claims by {0} and {1}', labelOf(figures.settings.rows), labelOf(figures.settings.columns)),
    ...{ chart: { chart: 'matrix', figures }, tables: [table(figures)], file: matrixTable(figures), behind },
    nothing: missingWords(counts, cells.length === 0, t('No claim has both a row and a column: choose others.')),
    counted: [claimsInWords(counts)],
    nameOf: (key) => {
      const [row, column] = idsOf(key);
      const labels = [labelIn(rows, row), labelIn(columns, column)];
      return labels.includes(undefined) ? undefined : labels.join(' – ');
    },
  });
}

function table({ rows, columns, levels, cells }: Matrix): TableData {
  const labels = levels.map(({ label }) => label);
  return tableOf(
    t('Claims by row and column'),
    [t('Row'), t('Column'), t('Claims'), ...labels, t('Mean')],
    cells.map(({ row, column, count, levels: counts, mean }) => ({
      key: matrixKey(rows[row]?.id ?? '', columns[column]?.id ?? ''),
      cells: [rows[row]?.label ?? '', columns[column]?.label ?? '', count, ...counts, mean ?? ''],
    })),
  );
}
