import type { AnalysedArticle } from '../analysis/analysedArticle';
import { CooccurrenceCounter, cooccurrenceTable, type Cooccurrence } from '../analysis/cooccurrence/cooccurrence';
import { cooccurrenceSettings, readCooccurrenceSettings } from '../analysis/cooccurrence/settings';
import { contradictionTable } from '../analysis/evidence/contradictions';
import { EvidenceCollector, evidenceTable, type Evidence } from '../analysis/evidence/evidence';
import { evidenceSettings, readEvidenceSettings } from '../analysis/evidence/settings';
import { FrequencyCounter, frequencyTable, type Frequencies } from '../analysis/frequencies/frequencies';
import { frequencySettings, readFrequencySettings } from '../analysis/frequencies/settings';
import { MatrixCounter, type Matrix } from '../analysis/matrix/matrix';
import { matrixSettings, readMatrixSettings } from '../analysis/matrix/settings';
import { matrixTable } from '../analysis/matrix/table';
import type { Given, SettingSpec } from '../analysis/settings';
import type { Table } from '../analysis/table';
import { readTimelineSettings, timelineSettings } from '../analysis/timeline/settings';
import { TimelineCounter, timelineTable, type Timeline } from '../analysis/timeline/timeline';
import { noClaims } from '../analysis/wording';

export const figureKinds = ['timeline', 'matrix', 'frequencies', 'cooccurrence', 'evidence'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What was made of articles. */
export type Figures =
  | { readonly kind: 'timeline'; readonly of: Timeline }
  | { readonly kind: 'matrix'; readonly of: Matrix }
  | { readonly kind: 'frequencies'; readonly of: Frequencies }
  | { readonly kind: 'cooccurrence'; readonly of: Cooccurrence }
  | { readonly kind: 'evidence'; readonly of: Evidence };

/** Takes article by article. */
export interface Counter {
  readonly add: (article: AnalysedArticle, text: string) => void;
  readonly figures: () => Figures;
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
    return { add: (article) => counter.add(article), figures: () => ({ kind: 'timeline', of: counter.result() }) };
  },
  matrix: (given) => {
    const counter = new MatrixCounter(readMatrixSettings(given));
    return { add: (article) => counter.add(article), figures: () => ({ kind: 'matrix', of: counter.result() }) };
  },
  frequencies: (given) => {
    const counter = new FrequencyCounter(readFrequencySettings(given));
    return { add: (article) => counter.add(article), figures: () => ({ kind: 'frequencies', of: counter.result() }) };
  },
  cooccurrence: (given) => {
    const counter = new CooccurrenceCounter(readCooccurrenceSettings(given));
    return {
      add: (article, text) => counter.add(article, text),
      figures: () => ({ kind: 'cooccurrence', of: counter.result() }),
    };
  },
  evidence: (given) => {
    const collector = new EvidenceCollector(readEvidenceSettings(given));
    return { add: (article) => collector.add(article), figures: () => ({ kind: 'evidence', of: collector.result() }) };
  },
};

export function tableOf(figures: Figures): Table {
  switch (figures.kind) {
    case 'timeline':
      return timelineTable(figures.of);
    case 'matrix':
      return matrixTable(figures.of);
    case 'frequencies':
      return frequencyTable(figures.of);
    case 'cooccurrence':
      return cooccurrenceTable(figures.of);
    case 'evidence': {
      const { settings, contradictions } = figures.of;
      return settings.show === 'contradictions' ? contradictionTable(contradictions) : evidenceTable(figures.of);
    }
  }
}

/** What is missing for there to be anything to draw, and what to do: one sentence. Undefined where nothing is. */
export function missingIn(figures: Figures): string | undefined {
  switch (figures.kind) {
    case 'timeline': {
      const { counts, periods, undated, settings } = figures.of;
      if (counts.used === 0) return noClaims(counts, settings);
      if (periods.length > 0) return undefined;
      return `None of the ${undated} claims has a date: give dates to articles or claims.`;
    }
    case 'matrix':
      return figures.of.cells.length > 0 ? undefined : noClaims(figures.of.counts, figures.of.settings);
    case 'frequencies': {
      const { items, settings, counts } = figures.of;
      if (items.length > 0) return undefined;
      return settings.of === 'claims'
        ? noClaims(counts, settings)
        : `There are no ${settings.of} in these articles: ${ANNOTATE}`;
    }
    case 'cooccurrence': {
      const { items, pairs, settings } = figures.of;
      if (items.length === 0) return `There are no ${settings.of} in these articles: ${ANNOTATE}`;
      if (pairs.length > 0) return undefined;
      return `No two ${settings.of} occur in one ${settings.within}: ${settings.within === 'article' ? ANNOTATE : 'choose within article, or other articles.'}`;
    }
    case 'evidence': {
      const { counts, settings, contradictions } = figures.of;
      if (counts.used === 0) return noClaims(counts, settings);
      if (settings.show === 'evidence' || contradictions.length > 0) return undefined;
      return 'Nobody is both for and against one topic: choose show evidence, or other articles.';
    }
  }
}

const ANNOTATE = 'annotate some, or choose other articles.';

/** What is to be known of the figures beside them, in sentences. */
export function remarksOn(figures: Figures): readonly string[] {
  switch (figures.kind) {
    case 'timeline': {
      const { undated, coarse, settings } = figures.of;
      return [
        ...(undated > 0 ? [`Without a date, and in no period: ${undated}.`] : []),
        ...(coarse > 0
          ? [`With a date that is coarser than a ${settings.unit}, and counted at its first day: ${coarse}.`]
          : []),
      ];
    }
    case 'cooccurrence': {
      const { contexts, unplaced, settings } = figures.of;
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
export function idleSettings(figures: Figures): readonly string[] {
  if (figures.kind === 'frequencies') return figures.of.settings.of === 'claims' ? [] : ['by'];
  return figures.kind === 'evidence' && figures.of.settings.show === 'contradictions' ? ['by', 'verdict'] : [];
}
