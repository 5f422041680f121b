// What it costs to follow edits, beside peers in the same run.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TextEdit } from '../src/anchoring/following/edits';
import type { Range } from '../src/model/range';
import { codeMirror, ours, proseMirror, type Follower } from './followers';
import * as script from './followingScript';
import { seeded } from '../src/analysis/seeded';
// @ts-expect-error plain JavaScript without declarations
import { spread, table } from './statistics.mjs';

interface Scenario {
  readonly name: string;
  readonly events: TextEdit[][];
  /** What our time may be of that of RangeSet.map at most; of prosemirror-view's always 1. */
  readonly aim: number;
  readonly rounds: number;
}

const NOTES = `Microseconds an event: the median of the rounds' means. All three keep the same rules: what is inserted at an edge stays
outside, a target without text left is gone (ours keeps where it was). After each round the three agree on every position.
No replacement takes just a target's first or last unit: the peers would take in what stands there now, ours leaves it out.
Ours alone also checks the edits, makes the new text, and keeps what undo needs; the peers get their change sets and
documents ready made. The aim: a tenth of RangeSet.map for caret typing, else never slower than either.`;

/**
 * @param quick a small version, for a look
 * @param print takes lines
 */
export function measureFollowing(quick: boolean, print: (lines: string) => void): void {
  print('Following edits, µs an event');
  const rows = [['', 'ours', 'RangeSet.map', 'DecorationSet.map', 'of RangeSet', 'of DecorationSet', 'aim']];
  for (const count of quick ? [1000, 10_000] : [1000, 10_000, 100_000]) {
    const random = seeded(count);
    const text = script.articleOf(count, random);
    const targets = script.targetsIn(text, count, random);
    for (const { name, events, aim, rounds } of scenarios(text, count, quick, random)) {
      const [mine = 0, ranges = 0, decorations = 0] = measured(
        [ours, codeMirror, proseMirror],
        text,
        events,
        targets,
        rounds,
      );
      rows.push([
        `${count.toLocaleString('en')} targets, ${name}`,
        ...[mine, ranges, decorations].map(microseconds),
        (mine / ranges).toFixed(3),
        (mine / decorations).toFixed(3),
        againstAim(mine / ranges, aim, mine / decorations),
      ]);
    }
  }
  print(`${table(rows)}\n\n${NOTES}\n`);
}

function scenarios(text: string, count: number, quick: boolean, random: () => number): Scenario[] {
  const many = quick ? 200 : 1000;
  const replaced = script.replacedEverywhere(text);
  const atOnce = script.scatteredAtOnce(text, 100, random);
  const rounds = quick || count >= 100_000 ? 10 : 40;
  // One event is timed more often than many, but for those that take the peers a second.
  const once = count >= 100_000 ? 5 : quick ? 10 : 4 * rounds;
  return [
    { name: 'caret typing', events: script.typing(text, many), aim: 0.1, rounds },
    { name: 'single edits anywhere', events: script.scattered(text, many, random), aim: 1, rounds },
    { name: `${atOnce[0]?.length} edits in one event`, events: atOnce, aim: 1, rounds: once },
    { name: `a word replaced ${replaced[0]?.length} times`, events: replaced, aim: 1, rounds: once },
  ];
}

/** Median microseconds an event, of each follower; the rounds take turns, after some that aren't counted. */
function measured(
  followers: readonly Follower[],
  text: string,
  events: readonly TextEdit[][],
  targets: readonly Range[],
  rounds: number,
): number[] {
  const ready = followers.map((follower) => follower(text, events));
  const warming = Math.ceil(rounds / 3);
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  const times: number[][] = ready.map(() => []);
  for (let round = 0; round < rounds + warming; round += 1) {
    const results = ready.map((setUp, index) => {
      const run = setUp(targets);
      collectGarbage({ type: 'minor' }); // of the setting up, and of the one before
      const begin = performance.now();
      run.follow();
      const time = performance.now() - begin;
      if (round >= warming) times[index]?.push((time * 1000) / events.length);
      return run.positions();
    });
    for (const positions of results.slice(1)) assert.deepEqual(positions, results[0]);
  }
  return times.map((values) => spread(values).median);
}

function microseconds(value: number): string {
  return value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString('en');
}

function againstAim(ofRanges: number, aim: number, ofDecorations: number): string {
  const short = [
    ...(ofRanges > aim ? [`${ofRanges.toFixed(3)} of RangeSet instead of ${aim}`] : []),
    ...(ofDecorations > 1 ? [`${ofDecorations.toFixed(3)} of DecorationSet instead of 1`] : []),
  ];
  return short.length === 0 ? 'reached' : `NOT reached: ${short.join(', ')}`;
}
