import * as vscode from 'vscode';
import { Behind } from '../../../../analysis/behind';
import {
  FrequencyCounter,
  frequencyKey,
  frequencyTable,
  type Frequencies,
} from '../../../../analysis/frequencies/frequencies';
import { frequencySettings, readFrequencySettings } from '../../../../analysis/frequencies/settings';
import type { TableData } from '../../../../model/picture';
import { claimsInWords } from '../countWords';
import type { Computed, Picture } from '../picture';
import { chartFormats, computedChart, idsOf, labelIn, labelOf } from './computed';
import { missingWords } from './missing';
import { tableOf } from './tables';
import { through } from './through';
import { chartWords, measureWords, shownLabel, thingLabels } from './words';

const { t } = vscode.l10n;

/** How often there is what. */
export function frequenciesPicture(): Picture {
  return {
    title: t('Frequencies'),
    settings: frequencySettings,
    begins: {},
    first: ['of', 'by', 'top', 'from', 'to'],
    formats: chartFormats('frequencies', frequencySettings),
    labels: { ...thingLabels(), by: t('Claims by'), top: shownLabel() },
    words: chartWords(),
    off: (given) => (given['of'] === 'claims' ? {} : { by: t('Of claims only') }),
    check: (given) => void readFrequencySettings(given),
    compute: function* (given, articles) {
      const behind = new Behind();
      const counter = new FrequencyCounter(readFrequencySettings(given), behind);
      yield* through(articles, (article) => counter.add(article));
      return computed(counter.result(), behind);
    },
  };
}

function computed(figures: Frequencies, behind: Behind): Computed {
  const { items, counts } = figures;
  return computedChart({
    title: titleOf(figures),
    ...{ chart: { chart: 'frequencies', figures }, tables: [table(figures)], file: frequencyTable(figures), behind },
    nothing: items.length === 0 ? nothingOf(figures) : undefined,
    counted: [claimsInWords(counts)],
    nameOf: (key) => {
      const [id, measure = ''] = idsOf(key);
      const label = labelIn(items, id);
      return label === undefined ? undefined : `${label}: ${measureWords(measure)}`;
    },
  });
}

function titleOf({ settings: { of, by } }: Frequencies): string {
  switch (of) {
    case 'actors':
      return t('Actors: mentions and claims');
    case 'topics':
      return t('Topics: claims and passages');
    case 'sources':
      return t('Sources: mentions and what they are for');
    case 'claims':
      return t('Claims by {0}', labelOf(by));
  }
}

function nothingOf({ settings, counts }: Frequencies): string | undefined {
  switch (settings.of) {
    case 'actors':
      return t('No actor is tagged, or left by the settings. Tag who acts: then it shows here.');
    case 'topics':
      return t('No claim or passage has a topic, or none is left by the settings.');
    case 'sources':
      return t('No source is marked or linked, or none is left by the settings. Mark where things were said.');
    case 'claims':
      return missingWords(counts, true);
  }
}

function table({ settings, measures, items }: Frequencies): TableData {
  const [first = ''] = measures;
  return tableOf(
    t('Frequencies'),
    [settings.of === 'claims' ? t('Value') : t('Name'), ...[...measures, 'articles'].map(measureWords)],
    items.map(({ id, label, counts, articles }) => {
      // Where there is none of the first, the name leads to what there is.
      const measure = measures.find((_, at) => (counts[at] ?? 0) > 0) ?? first;
      return { key: frequencyKey(id, measure), cells: [label, ...counts, articles] };
    }),
  );
}
