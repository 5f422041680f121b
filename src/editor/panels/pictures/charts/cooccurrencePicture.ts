import * as vscode from 'vscode';
import type { Work } from '../../../../anchoring/slices';
import { Behind } from '../../../../analysis/behind';
import {
  CooccurrenceCounter,
  cooccurrenceKey,
  cooccurrenceTable,
  type Cooccurrence,
} from '../../../../analysis/cooccurrence/cooccurrence';
import { cooccurrenceSettings, readCooccurrenceSettings } from '../../../../analysis/cooccurrence/settings';
import type { TableData } from '../../../../model/picture';
import { claimsInWords } from '../countWords';
import type { Articles, AsyncWork, Computed, Picture, TextReading } from '../picture';
import { unreadableWords } from '../texts/unreadableWords';
import { chartFormats, computedChart, idsOf, labelIn } from './computed';
import { tableOf } from './tables';
import { through, throughTexts } from './through';
import { chartWords, shownLabel, thingLabels } from './words';

const { t } = vscode.l10n;

/** Who and what occurs together. */
export function cooccurrencePicture(): Picture {
  return {
    title: t('Co-occurrence'),
    settings: cooccurrenceSettings,
    begins: {},
    first: ['of', 'within', 'top', 'from', 'to'],
    formats: chartFormats('cooccurrence', cooccurrenceSettings),
    labels: cooccurrenceLabels(),
    words: chartWords(),
    check: (given) => void readCooccurrenceSettings(given),
    compute: (given, articles, texts) => {
      const behind = new Behind();
      const settings = readCooccurrenceSettings(given);
      const counter = new CooccurrenceCounter(settings, behind);
      return settings.within === 'paragraph'
        ? inParagraphs(counter, behind, articles, texts)
        : inAnnotations(counter, behind, articles);
    },
  };
}

function cooccurrenceLabels(): Readonly<Record<string, string>> {
  return {
    ...thingLabels(),
    within: t('Within one'),
    'within.article': t('article'),
    'within.paragraph': t('paragraph'),
    'within.claim': t('claim'),
    top: shownLabel(),
  };
}

function* inAnnotations(counter: CooccurrenceCounter, behind: Behind, articles: Articles): Work<Computed> {
  yield* through(articles, (article) => counter.add(article));
  return computed(counter.result(), behind, 0);
}

async function* inParagraphs(
  counter: CooccurrenceCounter,
  behind: Behind,
  articles: Articles,
  texts: TextReading,
): AsyncWork<Computed> {
  let unreadable = 0;
  yield* throughTexts(articles, texts, ({ article, text }) => {
    if (text) counter.add(article, text.text);
    else unreadable += 1;
  });
  return computed(counter.result(), behind, unreadable);
}

function computed(figures: Cooccurrence, behind: Behind, unreadable: number): Computed {
  const { items, counts, contexts, unplaced } = figures;
  return computedChart({
    title: titleOf(figures.settings),
    ...{
      chart: { chart: 'cooccurrence', figures },
      tables: [table(figures)],
      file: cooccurrenceTable(figures),
      behind,
    },
    nothing:
      items.length === 0
        ? t('Nothing is marked, or left by the settings, of which two could occur together.')
        : undefined,
    counted: [
      contextWords(figures.settings.within, contexts),
      ...(unplaced > 0 ? [t('Without a sure place in the text, and so not counted: {0}.', unplaced)] : []),
      ...unreadableWords(unreadable),
      claimsInWords(counts),
    ],
    nameOf: (key) => {
      const labels = idsOf(key).map((id) => labelIn(items, id));
      return labels.length === 0 || labels.includes(undefined) ? undefined : labels.join(' + ');
    },
  });
}

function titleOf({ of, within }: Cooccurrence['settings']): string {
  const labels = new Map(Object.entries(cooccurrenceLabels()));
  return t(
    'Co-occurrence of {0} within one {1}',
    labels.get(`of.${of}`) ?? of,
    labels.get(`within.${within}`) ?? within,
  );
}

function contextWords(within: Cooccurrence['settings']['within'], count: number): string {
  switch (within) {
    case 'article':
      return t('Articles with any of them: {0}.', count);
    case 'paragraph':
      return t('Paragraphs with any of them: {0}.', count);
    case 'claim':
      return t('Claims with any of them: {0}.', count);
  }
}

function table({ items, pairs }: Cooccurrence): TableData {
  return tableOf(
    t('Pairs'),
    [t('One'), t('Other'), t('Together'), t('One, in all'), t('Other, in all'), t('Jaccard')],
    pairs.map(({ from, to, count, jaccard }) => {
      const [one, other] = [items[from], items[to]];
      return {
        key: cooccurrenceKey(one?.id ?? '', other?.id ?? ''),
        cells: [one?.label ?? '', other?.label ?? '', count, one?.contexts ?? 0, other?.contexts ?? 0, jaccard],
      };
    }),
  );
}
