import * as vscode from 'vscode';
import type { Work } from '../../../../anchoring/slices';
import {
  ConcordanceCollector,
  concordanceTable,
  type Concordance,
  type ConcordanceData,
} from '../../../../analysis/concordance/concordance';
import { concordanceSettings, readConcordanceSettings } from '../../../../analysis/concordance/settings';
import type { Given } from '../../../../analysis/settings';
import { tableCsv } from '../../../../exchange/tables/csv';
import type { Articles, AsyncWork, Computed, Picture, PictureFormat, TextReading } from '../picture';
import { unreadableWords } from '../texts/unreadableWords';
import { concordanceLabels, concordanceWords } from './words';

const { t } = vscode.l10n;

/** Lines that the page gets: more than anybody reads there; the file has all. */
const MOST_LINES = 5000;

/** A keyword, or an actor's mentions, in their contexts. */
export function concordancePicture(): Picture {
  return {
    title: t('Concordance'),
    settings: concordanceSettings,
    begins: {},
    first: ['actor', 'search', 'whole-words', 'sort'],
    formats: formats(),
    labels: concordanceLabels(),
    words: concordanceWords(),
    offers: { actor: 'actors' },
    instead: { actor: ['search'], search: ['actor'] },
    off: (given) => {
      const why = t('Of a text only');
      return isGiven(given, 'search') ? {} : { regex: why, 'whole-words': why, 'match-case': why };
    },
    check: (given) => {
      const settings = readConcordanceSettings(given);
      if (isAsked(given)) void new ConcordanceCollector(settings);
    },
    compute,
  };
}

async function* compute(given: Given, articles: Articles, texts: TextReading): AsyncWork<Computed> {
  const settings = readConcordanceSettings(given);
  if (!isAsked(given)) {
    const missing = t('Choose an actor, or give a text to look for: each place shows here with the words around it.');
    return { missing, counted: [], behind: () => undefined, file: () => '' };
  }
  const collector = new ConcordanceCollector(settings);
  let [done, unreadable] = [0, 0];
  for await (const { article, text } of texts.of(articles)) {
    if (!text) unreadable += 1;
    else yield* within(collector.add(article, text), done, articles.count);
    yield ++done / articles.count;
  }
  return computed(collector.result(), settings.sort, unreadable);
}

/** The work on one of several articles. */
function* within(work: Work<void>, done: number, count: number): Work<void> {
  for (let step = work.next(); step.done !== true; step = work.next()) yield (done + step.value) / count;
}

function computed(concordance: Concordance, sort: ConcordanceData['sort'], unreadable: number): Computed {
  const { lines, articles, unplaced } = concordance;
  const shown = lines.slice(0, MOST_LINES);
  const counted = [
    t('{0} places in {1} of {2} articles.', lines.length, new Set(lines.map(({ key }) => key)).size, articles),
    ...(lines.length > shown.length ? [t('The first {0} are shown; CSV has all.', shown.length)] : []),
    ...(unplaced > 0 ? [t('Without a sure place in the text, and so not in it: {0}.', unplaced)] : []),
    ...unreadableWords(unreadable),
  ];
  return {
    ...(lines.length > 0
      ? { data: { lines: shown, sort } satisfies ConcordanceData }
      : { missing: t('It is found nowhere in {0} articles.', articles) }),
    counted,
    behind: () => undefined,
    file: () => [...tableCsv(concordanceTable(concordance))].join(''),
  };
}

function formats(): readonly PictureFormat[] {
  const command = { words: ['concordance'], more: ['--format', 'csv'], settings: concordanceSettings };
  return [{ id: 'csv', label: 'CSV', command }];
}

function isAsked(given: Given): boolean {
  return isGiven(given, 'actor') || isGiven(given, 'search');
}

function isGiven(given: Given, name: string): boolean {
  return (given[name] ?? '') !== '';
}
