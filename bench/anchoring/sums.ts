// What the rows come to, beside the aims and beside what the throwaway prototype reached.
// @ts-expect-error plain JavaScript without declarations
import { table } from '../statistics.mjs';
import { scenarios } from './cases';
import type { Measured, Row } from './report';
import { added, figuresOf, type Figures } from './score';

/** In per cent: see {@link Figures}. */
interface Aim {
  readonly hit: number;
  readonly misplaced: number;
  readonly uncertain: number;
}

const aims: ReadonlyMap<string, Aim> = new Map([
  ['ours, old text', { hit: 99.9, misplaced: 0.05, uncertain: 0.5 }],
  ['ours, selectors', { hit: 99, misplaced: 0.3, uncertain: 2 }],
]);

/** Of a prototype, on other texts: 50 KB, nine kinds of change. */
const prototype: readonly string[][] = [
  ['50 KB, nine kinds  prototype, old text', '9000', '99.9', '', '0.07', '1+5', '', '', '5/271', 'on other texts'],
  ['50 KB, nine kinds  prototype, selectors', '9000', '99.3', '', '1.32', '50+69', '', '', '69/271', 'on other texts'],
];

interface Done extends Row {
  readonly result: Measured;
}

const isName = (scenario: string): boolean => scenarios.some(({ name, names }) => name === scenario && names === true);
const wasMeasured = (row: Row): row is Done => typeof row.result !== 'string';

/** Rows added up: by size and over all sizes, the nine kinds of change and the profile of repeated names apart. */
export function sumsOf(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const groups: [string, (row: Row) => boolean][] = [
    ...sizes.map((size): [string, (row: Row) => boolean] => [
      `${size}, nine kinds`,
      (row) => row.size === size && !isName(row.scenario),
    ]),
    ['all, nine kinds', (row) => !isName(row.scenario)],
    ['all, repeated names', (row) => isName(row.scenario)],
    ['all', () => true],
  ];
  const lines = groups.flatMap(([label, belongs]) => [
    ...sumRows(label, rows.filter(belongs)),
    ...(label.startsWith('50 KB') ? prototype : []),
  ]);
  return table([
    ['', 'targets', 'hit %', 'without remnants', 'wrong+false %', 'n', 'unsure %', 'named %', 'false anchors', 'aim'],
    ...lines,
  ]) as string;
}

function sumRows(label: string, rows: readonly Row[]): string[][] {
  return [...new Set(rows.map(({ finder }) => finder))].flatMap((finder) => {
    const mine = rows.filter((row) => row.finder === finder);
    const done = mine.filter(wasMeasured);
    if (done.length === 0) return [];
    const tallies = done.map(({ result }) => result.tally);
    const counted = added(tallies);
    const measured = figuresOf(counted);
    // A sample stands for its scenario in shares; counts are of what was measured.
    const weights = done.map(({ result }) => result.targets / figuresOf(result.tally).targets);
    const figures = figuresOf(added(tallies, weights));
    const { verdicts, named } = counted;
    const all = Math.round(figures.targets);
    const aim = aims.get(finder);
    return [
      [
        `${label}  ${finder}${done.length < mine.length ? ` (${done.length} of ${mine.length} rows)` : ''}`,
        measured.targets < all ? `${measured.targets}/${all}` : String(all),
        figures.hit.toFixed(2),
        figures.hitOfWhole.toFixed(2),
        figures.misplaced.toFixed(3),
        `${verdicts.wrong}+${verdicts.false}`,
        figures.uncertainOfAll.toFixed(2),
        verdicts.uncertain === 0 ? '' : ((100 * named) / verdicts.uncertain).toFixed(0),
        `${measured.falseAnchors}/${measured.deleted}`,
        aim ? againstAim(figures, aim) : '',
      ],
    ];
  });
}

function againstAim(figures: Figures, aim: Aim): string {
  const { hit, misplaced, uncertainOfAll } = figures;
  const short = [
    ...(hit < aim.hit ? [`hit ${(aim.hit - hit).toFixed(2)} below ${aim.hit}`] : []),
    ...(misplaced > aim.misplaced
      ? [`wrong+false ${(misplaced - aim.misplaced).toFixed(3)} above ${aim.misplaced}`]
      : []),
    ...(uncertainOfAll > aim.uncertain
      ? [`unsure ${(uncertainOfAll - aim.uncertain).toFixed(2)} above ${aim.uncertain}`]
      : []),
  ];
  return short.length === 0 ? 'reached' : `NOT reached: ${short.join(', ')}`;
}

/** A thousand targets at 500 KB: seconds at most, and how many times faster than approximate matching one by one. */
const fastEnough = { seconds: 0.3, times: 20 };

/** How long ours takes at 500 KB, in the slowest scenario and all together beside Hypothesis' way; its longest stretch of all. */
export function speedOf(rows: readonly Row[]): string {
  const at = rows.filter((row) => row.size === '500 KB').filter(wasMeasured);
  const all = (row: Done): number => (row.result.time * row.result.targets) / figuresOf(row.result.tally).targets;
  const theirs = at.filter(({ finder }) => finder.startsWith('Hypothesis'));
  const lines = [...aims.keys()].flatMap((finder) => {
    const mine = at.filter((row) => row.finder === finder);
    const slowest = [...mine].sort((a, b) => all(b) - all(a))[0];
    if (!slowest) return [];
    const together = mine.reduce((sum, row) => sum + all(row), 0);
    const times = theirs.reduce((sum, row) => sum + all(row), 0) / together;
    const seconds = all(slowest) / 1000;
    const short = [
      ...(seconds > fastEnough.seconds ? [`${seconds.toFixed(2)} s instead of ${fastEnough.seconds}`] : []),
      ...(theirs.length > 0 && times < fastEnough.times
        ? [`${times.toFixed(1)} times instead of ${fastEnough.times}`]
        : []),
    ];
    return [
      [
        finder,
        `${seconds.toFixed(3)} s (${slowest.scenario})`,
        theirs.length === 0 ? '' : times.toFixed(1),
        longestStretch(rows.filter((row) => row.finder === finder)),
        short.length === 0 ? 'reached' : `NOT reached: ${short.join(', ')}`,
      ],
    ];
  });
  return table([
    ['500 KB', 'slowest scenario', 'times faster than Hypothesis’ way', 'longest without a yield', 'aim'],
    ...lines,
  ]) as string;
}

function longestStretch(rows: readonly Row[]): string {
  const longest = [...rows.filter(wasMeasured)].sort((a, b) => b.result.stretch - a.result.stretch)[0];
  return longest ? `${Math.round(longest.result.stretch)} ms (${longest.size}, ${longest.scenario})` : '';
}
