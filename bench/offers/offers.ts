// What the rules offer, beside two baselines in the same run, on articles that were marked by hand before.
import type { Actor } from '../../src/model/codebook';
import { NameScan } from '../../src/suggest/nameScan';
import { explained } from './explain';
import { readGold, type GoldArticle, type Half } from './gold';
import { scoreTable, timeTable } from './report';
import { added, scored, type Scores } from './score';
import { capitalisedWords, compromise, ours, type System } from './systems';

export interface Options {
  /** The gold set's folder. */
  readonly gold: string;
  /** On the half that rules may be tuned on. */
  readonly tune: boolean;
  /** How many errors of each kind are shown, of that half only. */
  readonly explain: number;
  readonly quick: boolean;
}

export interface Row {
  readonly system: string;
  /** With the codebook, and without one. */
  readonly known: Scores;
  readonly unknown: Scores;
  /** Milliseconds of the processor's time per 1,000 words, with the codebook: median of the rounds. */
  readonly time: number;
}

const SYSTEMS: readonly (readonly [string, (actors: readonly Actor[]) => System])[] = [
  ['ours', ours],
  ['capitalised words', capitalisedWords],
  ['compromise', compromise],
];

/** @param print takes lines */
export function measureOffers({ gold, tune, explain, quick }: Options, print: (lines: string) => void): void {
  const half: Half = tune || explain > 0 ? 'development' : 'held-out';
  const { actors, articles } = readGold(gold, half);
  const rows = SYSTEMS.map(([system, make]): Row => {
    const [withCodebook, without] = [make(actors), make([])];
    return {
      system,
      known: added(articles.map((article) => scored(article.marks, knownOnly(withCodebook(article))))),
      unknown: added(articles.map((article) => scored(article.marks, without(article)))),
      time: timeOf(withCodebook, articles, quick ? 3 : 15),
    };
  });
  const words = articles.reduce((sum, article) => sum + article.words, 0);
  const about = half === 'held-out' ? 'held out: no rule was tuned on them' : 'those that rules are tuned on';
  print(`Offers, ${articles.length} articles (${about}), ${words} words\n`);
  print(`${scoreTable(rows)}\n`);
  print(`${timeTable(rows, buildTimeOf(actors))}\n`);
  if (explain > 0) print(explained(articles, ours(actors), ours([]), explain));
}

/** Milliseconds to make ours ready for a codebook, which is done once: median of five. */
function buildTimeOf(actors: readonly Actor[]): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    new NameScan(actors).all('x');
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[2] ?? NaN;
}

/** What the codebook doesn't know is left out where actors are compared. */
function knownOnly(marks: ReturnType<System>): ReturnType<System> {
  return { ...marks, mentions: marks.mentions.filter(({ actor }) => actor !== undefined) };
}

function timeOf(system: System, articles: readonly GoldArticle[], rounds: number): number {
  const words = articles.reduce((sum, article) => sum + article.words, 0);
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (const article of articles) system(article);
    const { user, system: kernel } = process.cpuUsage(start);
    return (user + kernel) / words;
  }).sort((a, b) => a - b);
  return times[rounds >> 1] ?? NaN;
}
