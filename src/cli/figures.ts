import type { AnalysedArticle } from '../analysis/analysedArticle';
import type { Chart } from '../analysis/chart';
import { CooccurrenceCounter, cooccurrenceTable } from '../analysis/cooccurrence/cooccurrence';
import { cooccurrenceSettings, readCooccurrenceSettings } from '../analysis/cooccurrence/settings';
import { contradictionTable } from '../analysis/evidence/contradictions';
import { EvidenceCollector, evidenceTable } from '../analysis/evidence/evidence';
import { evidenceSettings, readEvidenceSettings } from '../analysis/evidence/settings';
import { FrequencyCounter, frequencyTable } from '../analysis/frequencies/frequencies';
import { frequencySettings, readFrequencySettings } from '../analysis/frequencies/settings';
import { MatrixCounter } from '../analysis/matrix/matrix';
import { matrixSettings, readMatrixSettings } from '../analysis/matrix/settings';
import { matrixTable } from '../analysis/matrix/table';
import type { Given, SettingSpec } from '../analysis/settings';
import type { Table } from '../analysis/table';
import { readTimelineSettings, timelineSettings } from '../analysis/timeline/settings';
import { TimelineCounter, timelineTable } from '../analysis/timeline/timeline';
import { noClaims } from '../analysis/wording';

export const figureKinds = [
  'timeline',
  'matrix',
  'frequencies',
  'cooccurrence',
  'evidence',
] as const satisfies readonly Chart['chart'][];
export type FigureKind = (typeof figureKinds)[number];

/** Takes article by article. */
export interface Counter {
  readonly add: (article: AnalysedArticle, text: string) => void;
  readonly chart: () => Chart;
}

/** The settings of each kind. */
export const figureSettings: Readonly<Record<FigureKind, readonly SettingSpec[]>> = {
  timeline: timelineSettings,
  matrix: matrixSettings,
  frequencies: frequencySettings,
  cooccurrence: cooccurrenceSettings,
  evidence: evidenceSettings,
};

/** Begins to count; throws a SettingsError where it can't be asked so. */
export const counters: Readonly<Record<FigureKind, (given: Given) => Counter>> = {
  timeline: (given) => {
    const counter = new TimelineCounter(readTimelineSettings(given));
    return { add: (article) => counter.add(article), chart: () => ({ chart: 'timeline', figures: counter.result() }) };
  },
  matrix: (given) => {
    const counter = new MatrixCounter(readMatrixSettings(given));
    return { add: (article) => counter.add(article), chart: () => ({ chart: 'matrix', figures: counter.result() }) };
  },
  frequencies: (given) => {
    const counter = new FrequencyCounter(readFrequencySettings(given));
    return {
      add: (article) => counter.add(article),
      chart: () => ({ chart: 'frequencies', figures: counter.result() }),
    };
  },
  cooccurrence: (given) => {
    const counter = new CooccurrenceCounter(readCooccurrenceSettings(given));
    return {
      add: (article, text) => counter.add(article, text),
      chart: () => ({ chart: 'cooccurrence', figures: counter.result() }),
    };
  },
  evidence: (given) => {
    const collector = new EvidenceCollector(readEvidenceSettings(given));
    return {
      add: (article) => collector.add(article),
      chart: () => ({ chart: 'evidence', figures: collector.result() }),
    };
  },
};

export function tableOf(chart: Chart): Table {
  switch (chart.chart) {
    case 'timeline':
      return timelineTable(chart.figures);
    case 'matrix':
      return matrixTable(chart.figures);
    case 'frequencies':
      return frequencyTable(chart.figures);
    case 'cooccurrence':
      return cooccurrenceTable(chart.figures);
    case 'evidence': {
      const { settings, contradictions } = chart.figures;
      return settings.show === 'contradictions' ? contradictionTable(contradictions) : evidenceTable(chart.figures);
    }
  }
}

/** What is missing for there to be anything to draw, and what to do: one sentence. Undefined where nothing is. */
export function missingIn(chart: Chart): string | undefined {
  switch (chart.chart) {
    case 'timeline': {
      const { counts, periods, undated, settings } = chart.figures;
      if (counts.used === 0) return noClaims(counts, settings);
      if (periods.length > 0) return undefined;
      return `None of the ${undated} claims has a date: give dates to articles or claims.`;
    }
    case 'matrix':
      return chart.figures.cells.length > 0 ? undefined : noClaims(chart.figures.counts, chart.figures.settings);
    case 'frequencies': {
      const { items, settings, counts } = chart.figures;
      if (items.length > 0) return undefined;
      return settings.of === 'claims'
        ? noClaims(counts, settings)
        : `There are no ${settings.of} in these articles: ${ANNOTATE}`;
    }
    case 'cooccurrence': {
      const { items, pairs, settings } = chart.figures;
      if (items.length === 0) return `There are no ${settings.of} in these articles: ${ANNOTATE}`;
      if (pairs.length > 0) return undefined;
      return `No two ${settings.of} occur in one ${settings.within}: ${settings.within === 'article' ? ANNOTATE : 'choose within article, or other articles.'}`;
    }
    case 'evidence': {
      const { counts, settings, contradictions } = chart.figures;
      if (counts.used === 0) return noClaims(counts, settings);
      if (settings.show === 'evidence' || contradictions.length > 0) return undefined;
      return 'Nobody is both for and against one topic: choose show evidence, or other articles.';
    }
  }
}

const ANNOTATE = 'annotate some, or choose other articles.';

/** What is to be known of the figures beside them, in sentences. */
export function remarksOn(chart: Chart): readonly string[] {
  switch (chart.chart) {
    case 'timeline': {
      const { undated, coarse, settings } = chart.figures;
      return [
        ...(undated > 0 ? [`Without a date, and in no period: ${undated}.`] : []),
        ...(coarse > 0
          ? [`With a date that is coarser than a ${settings.unit}, and counted at its first day: ${coarse}.`]
          : []),
      ];
    }
    case 'cooccurrence': {
      const { contexts, unplaced, settings } = chart.figures;
      const context = settings.within === 'article' ? 'articles' : `${settings.within}s`;
      return [
        `Contexts: ${contexts} ${context}.`,
        ...(unplaced > 0
          ? [`Annotations that don't stand in the text as it is now, and are in no ${settings.within}: ${unplaced}.`]
          : []),
      ];
    }
    default:
      return [];
  }
}

/** Names of settings that don't matter for these figures. */
export function idleSettings(chart: Chart): readonly string[] {
  if (chart.chart === 'frequencies') return chart.figures.settings.of === 'claims' ? [] : ['by'];
  return chart.chart === 'evidence' && chart.figures.settings.show === 'contradictions' ? ['by', 'verdict'] : [];
}
