// Finding marked passages again in changed texts, beside peers in the same run.
import { caseOf, scenarios, sizes, sourcesOf, type Case, type Size } from './cases';
import type { Source } from './changes/change';
import { explained } from './explain';
import { fastDiff } from './fastDiff';
import { ours, type Finder } from './finders';
import { apache, domAnchor, hypothesis } from './peers';
import { readSpeeches, type Half } from './prose';
import { notes } from './notes';
import { tableOf, type Measured, type Row } from './report';
import { added, tallied } from './score';
import { speedOf, sumsOf } from './sums';

export interface Options {
  /** The folder with the prose, and the file fastDiffThread.mjs. */
  readonly prose: string;
  readonly thread: string;
  /** A small version, for a look. */
  readonly quick: boolean;
  /** On the texts that thresholds are tuned on. */
  readonly tune: boolean;
  /** Without the peers. */
  readonly noPeers: boolean;
  /** Only sizes and scenarios whose names begin so. */
  readonly size?: string | undefined;
  readonly scenario?: string | undefined;
  /** How many cases of each kind that isn't right are shown. */
  readonly explain: number;
}

/** @param print takes lines */
export async function measureAnchoring(options: Options, print: (lines: string) => void): Promise<void> {
  const half: Half = options.tune ? 'tuning' : 'reporting';
  const speeches = readSpeeches(options.prose, half);
  const chosen = sizes
    .filter(({ name }) => name.startsWith(options.size === undefined ? '' : `${options.size} `))
    .filter(({ units }) => !options.quick || units <= 500_000);
  const wanted = scenarios.filter(({ name }) => name.startsWith(options.scenario ?? ''));
  if (wanted.length === 0)
    throw new RangeError(
      `There is no scenario "${options.scenario}", but ${scenarios.map(({ name }) => name).join(', ')}.`,
    );
  const rows: Row[] = [];
  for (const size of chosen) {
    const mine: Row[] = [];
    const sources = sourcesOf(speeches, half, options.quick ? { ...size, texts: 1 } : size);
    for (const scenario of wanted) {
      const cases = sources.map((source: Source, index) => caseOf(source, scenario, half, size, index));
      for (const [finder, find] of findersFor(size, options)) {
        // What one scenario of a smaller text was too large for isn't tried with a larger one.
        const tooSlow = rows.find(
          (row) => row.scenario === scenario.name && row.finder === finder && typeof row.result === 'string',
        );
        const explain = finder.startsWith('ours') ? options.explain : 0;
        if (explain > 0) print(`\n### ${size.name}, ${scenario.name}, ${finder}`);
        const result = tooSlow
          ? `not tried: too slow for ${tooSlow.size}`
          : await measured(find, cases, explain, print);
        mine.push({ size: size.name, scenario: scenario.name, finder, result });
      }
    }
    rows.push(...mine);
    print(`Finding passages again, ${half} texts, ${sources.length} of ${size.name}\n${tableOf(mine)}\n`);
  }
  print(`Sums\n${sumsOf(rows)}\n\nTime\n${speedOf(rows)}\n\n${notes}\n`);
}

function findersFor({ units }: Size, { quick, noPeers, thread }: Options): [string, Finder][] {
  const rounds = units > 1_000_000 || quick ? 3 : 5;
  const mine: [string, Finder][] = [
    ['ours, old text', ours(true, rounds)],
    ['ours, selectors', ours(false, rounds)],
  ];
  if (noPeers) return mine;
  const most = units < 100_000 ? 1000 : units < 1_000_000 ? 200 : 60;
  const limit = quick ? 300 : units < 100_000 ? 2000 : 5000;
  return [
    ...mine,
    ['Hypothesis’ way', hypothesis({ most, limit })],
    ['dom-anchor-text-quote', domAnchor({ most, limit })],
    ['@apache-annotator/selector', apache({ most, limit })],
    ['fast-diff, old text', fastDiff(thread, quick ? 500 : 6000)],
  ];
}

/** Over all cases; words where one was too long. */
async function measured(
  find: Finder,
  cases: readonly Case[],
  explain: number,
  print: (lines: string) => void,
): Promise<Measured | string> {
  const outcomes = [];
  for (const given of cases) {
    const outcome = await find(given);
    if (typeof outcome === 'string') return outcome;
    if (explain > 0) print(explained(given, outcome, explain));
    outcomes.push(outcome);
  }
  return {
    tally: added(outcomes.map(({ truths, answers }) => tallied(truths, answers))),
    time: outcomes.reduce((sum, { time }) => sum + time, 0),
    stretch: Math.max(...outcomes.map(({ stretch }) => stretch ?? 0)),
    targets: cases.reduce((sum, { targets }) => sum + targets.length, 0),
  };
}
