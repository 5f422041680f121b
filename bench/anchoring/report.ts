// The table of the bench, and how its sums stand to the aims.
// @ts-expect-error plain JavaScript without declarations
import { table } from '../statistics.mjs';
import { figuresOf, type Tally } from './score';

/** One finder in one scenario. */
export interface Row {
  readonly size: string;
  readonly scenario: string;
  readonly finder: string;
  readonly result: Measured | string;
}

export interface Measured {
  readonly tally: Tally;
  /** Milliseconds for the targets that were measured. */
  readonly time: number;
  /** How many targets there are: more than were measured, where it is a sample. */
  readonly targets: number;
  /** The longest stretch of work that couldn't be interrupted, in milliseconds; 0 where nothing could. */
  readonly stretch: number;
}

const head = [
  '',
  'targets',
  'hit %',
  'exact %',
  'wrong %',
  'missed %',
  'unsure %',
  'false anchors',
  'unsure gone',
  'ms',
  'µs each',
];

/** All rows of a size. */
export function tableOf(rows: readonly Row[]): string {
  let last = '';
  const lines = rows.map(({ scenario, finder, result }) => {
    const label = `${scenario === last ? ' '.repeat(scenario.length) : scenario}  ${finder}`;
    last = scenario;
    return typeof result === 'string' ? [label, result] : [label, ...cells(result)];
  });
  return table([head, ...lines]) as string;
}

function cells({ tally, time, targets }: Measured): string[] {
  const figures = figuresOf(tally);
  const whole = (time * targets) / figures.targets;
  const sampled = figures.targets < targets;
  return [
    sampled ? `${figures.targets}/${targets}` : String(targets),
    ...[figures.hit, figures.exact, figures.wrong, figures.missed, figures.uncertain].map((value) => value.toFixed(2)),
    `${figures.falseAnchors}/${figures.deleted}`,
    String(tally.verdicts.unsure),
    `${sampled ? '~' : ''}${whole < 100 ? whole.toFixed(1) : Math.round(whole)}`,
    ((time * 1000) / figures.targets).toFixed(0),
  ];
}
