import * as vscode from 'vscode';
import type { Support } from '../../../../analysis/evidence/evidence';

const { t } = vscode.l10n;

/** What is counted, see `frequencyMeasures`. */
const measures = {
  mentions: t('Mentions'),
  claims: t('Claims'),
  passages: t('Passages'),
  said: t('Said there'),
  evidence: t('Evidence'),
  counterevidence: t('Counterevidence'),
  articles: t('Articles'),
};

export function measureWords(measure: string): string {
  return new Map(Object.entries(measures)).get(measure) ?? measure;
}

export function supportWords(support: Support): string {
  switch (support) {
    case 'for':
      return t('for');
    case 'against':
      return t('against');
    case 'both':
      return t('for and against');
    case 'none':
      return t('nothing');
  }
}

export function shownLabel(): string {
  return t('How many are shown');
}

export function thingLabels(): Readonly<Record<string, string>> {
  return {
    of: t('Of what'),
    'of.actors': t('actors'),
    'of.topics': t('topics'),
    'of.sources': t('sources'),
    'of.claims': t('claims'),
  };
}

export function periodLabels(): Readonly<Record<string, string>> {
  return {
    unit: t('Period'),
    'unit.day': t('day'),
    'unit.week': t('week'),
    'unit.month': t('month'),
    'unit.quarter': t('quarter'),
    'unit.year': t('year'),
  };
}

/** What the page of charts says itself, and what stands in the drawings: see `PictureWords` of src/pictures. */
export function chartWords(): Readonly<Record<string, string>> {
  return {
    keys: t('Tab goes into the picture, arrow keys from mark to mark, Enter to what lies behind one.'),
    goes: t('Click or Enter: what lies behind it'),
    brushHelp: t('Drag over the picture, or give dates, to show the other pictures of these days alone.'),
    brushFrom: t('Other pictures from'),
    brushTo: t('to'),
    brush: t('Filter Others'),
    brushed: t('The other pictures show {0}.'),
    noDay: t('A date is like 2023-12-18, 2023-12 or 2023.'),
    timeline: t('Claims by date'),
    matrix: t('Claims by row and column'),
    frequencies: t('Frequencies'),
    cooccurrence: t('Co-occurrence'),
    evidence: t('Evidence'),
    contradictions: t('For and against one topic'),
    claims: t('Claims'),
    others: t('{0} others'),
    none: t('(none)'),
    movingAverage: t('Average of {0} periods, all together'),
    noDate: t('no date'),
    allFor: t('all for'),
    allAgainst: t('all against'),
    between: t('in between'),
    cellHelp: t('+ for, − against, ○ neutral, ? without a stance'),
    together: t('contexts with both'),
    alone: t('contexts with one'),
    support: t('What speaks for and against'),
    said: t('Where it was said'),
    verdict: t('Verdict'),
    for: t('for'),
    against: t('against'),
    both: t('for and against'),
    neither: t('nothing'),
    isSaid: t('known'),
    isNotSaid: t('not known'),
    linked: t('linked as a contradiction'),
    ...Object.fromEntries(Object.entries(measures).map(([name, word]) => [`measures.${name}`, word])),
  };
}
