import * as vscode from 'vscode';
import { Behind } from '../../../../analysis/behind';
import { dateOfDay } from '../../../../analysis/dates';
import { readTimelineSettings, timelineSettings } from '../../../../analysis/timeline/settings';
import { TimelineCounter, timelineKey, timelineTable, type Timeline } from '../../../../analysis/timeline/timeline';
import type { TableData } from '../../../../model/picture';
import { claimsInWords } from '../countWords';
import type { Computed, Picture } from '../picture';
import { chartFormats, computedChart, idsOf, labelIn, labelOf } from './computed';
import { missingWords } from './missing';
import { tableOf } from './tables';
import { through } from './through';
import { chartWords, periodLabels, shownLabel } from './words';

const { t } = vscode.l10n;

/** When who said what; its days filter the other pictures. */
export function timelinePicture(): Picture {
  return {
    title: t('Timeline'),
    settings: timelineSettings,
    begins: {},
    first: ['unit', 'series', 'from', 'to'],
    formats: chartFormats('timeline', timelineSettings),
    labels: {
      ...periodLabels(),
      series: t('Told apart by'),
      top: shownLabel(),
      moving: t('Average of periods'),
    },
    words: chartWords(),
    choosesDays: true,
    check: (given) => void readTimelineSettings(given),
    compute: function* (given, articles) {
      const behind = new Behind();
      const counter = new TimelineCounter(readTimelineSettings(given), behind);
      yield* through(articles, (article) => counter.add(article));
      return computed(counter.result(), behind);
    },
  };
}

function computed(figures: Timeline, behind: Behind): Computed {
  const { series, periods, undated, coarse, counts } = figures;
  return computedChart({
    title: t('Claims by date: {0}', labelOf(figures.settings.series)),
    ...{ chart: { chart: 'timeline', figures }, tables: [table(figures)], file: timelineTable(figures), behind },
    nothing: missingWords(
      counts,
      periods.length === 0,
      t(
        'No claim has a date: give articles a date (Edit Article Metadata), or claims one of their own (Edit Annotation).',
      ),
    ),
    counted: [
      claimsInWords(counts),
      ...(undated > 0 ? [t('Without a date, and so in no period: {0}.', undated)] : []),
      ...(coarse > 0 ? [t('With a date that is longer than a period, and so at its first day: {0}.', coarse)] : []),
    ],
    nameOf: (key) => {
      const [id, period] = idsOf(key);
      const label = labelIn(series, id);
      return label === undefined ? undefined : `${label}, ${period || t('no date')}`;
    },
  });
}

function table({ periods, series }: Timeline): TableData {
  const rows = periods.flatMap(({ text, first, last }, n) =>
    series.flatMap(({ id, label, counts }) => {
      const count = counts[n] ?? 0;
      const cells = [text, dateOfDay(first), dateOfDay(last), label, count];
      return count > 0 ? [{ key: timelineKey(id, text), cells }] : [];
    }),
  );
  const undated = series.flatMap(({ id, label, undated: count }) =>
    count > 0 ? [{ key: timelineKey(id, ''), cells: [t('no date'), '', '', label, count] }] : [],
  );
  return tableOf(
    t('Claims by date'),
    [t('Period'), t('From'), t('To'), t('Series'), t('Claims')],
    [...rows, ...undated],
  );
}
