// Who finds passages again in the bench: ours, behind the interface that its peers have too.
import { createHash } from 'node:crypto';
import type { StoredTarget } from '../../src/anchoring/finding/placement';
import { placements } from '../../src/anchoring/finding/placing';
import { quoteAll } from '../../src/anchoring/quoting';
import { completed, type Work } from '../../src/anchoring/slices';
import { articleText } from '../../src/model/article';
import type { Range } from '../../src/model/range';
// @ts-expect-error plain JavaScript without declarations
import { spread } from '../statistics.mjs';
import { composed, type Changed } from './characterMap';
import type { Case } from './cases';
import { respelt } from './changes/layout';
import type { Answer } from './score';
import { truthOf, type Truth } from './truth';

/** What a finder gave. */
export interface Outcome {
  /** Which targets it was measured on: their places in the case's list. */
  readonly measured: readonly number[];
  /** One each. */
  readonly answers: readonly Answer[];
  readonly truths: readonly (Truth | undefined)[];
  /** Milliseconds of the median round, for those. */
  readonly time: number;
  /** The text that the answers refer to. */
  readonly text: string;
  /** Where it can be interrupted: the longest stretch of work between two points where it can, in milliseconds. */
  readonly stretch?: number;
}

/** Finds a case's targets again; a text where it took longer than it was given. */
export type Finder = (given: Case) => Promise<Outcome | string>;

/**
 * Ours, as the product calls it: on the article's text, whose lines end with LF, with stored quotations.
 * @param withOldText whether the old text can be had
 * @param rounds how many rounds are timed, after one that isn't
 */
export function ours(withOldText: boolean, rounds: number): Finder {
  return async ({ old, targets, changed, truths }) => {
    const text = articleText(changed.text);
    const oldHash = sha256(old);
    const stored: StoredTarget[] = quoteAll(old, targets).map((target) => ({ target: [target], sha256: oldHash }));
    const placing = {
      text,
      sha256: sha256(text),
      targets: stored,
      ...(withOldText ? { oldTexts: new Map([[oldHash, old]]) } : {}),
    };
    const placed = completed(placements(placing));
    const timed = Array.from({ length: rounds }, () => timedWork(placements(placing)));
    return {
      measured: targets.map((_, index) => index),
      answers: placed.map(([range]) => range ?? { start: 0, end: 0, standing: 'orphaned' }),
      truths: text === changed.text ? truths : truthsIn(old, withLineFeeds(changed), targets),
      time: median(timed.map(({ time }) => time)),
      text,
      stretch: median(timed.map(({ stretch }) => stretch)),
    };
  };
}

/** Milliseconds of the whole work, and of its longest stretch. */
function timedWork(work: Work<unknown>): { time: number; stretch: number } {
  const begin = performance.now();
  let stretch = 0;
  for (let last = begin; ;) {
    const { done } = work.next();
    const now = performance.now();
    stretch = Math.max(stretch, now - last);
    last = now;
    if (done === true) return { time: now - begin, stretch };
  }
}

function median(values: readonly number[]): number {
  return spread(values).median as number;
}

function withLineFeeds(changed: Changed): Changed {
  return composed(
    changed,
    respelt(changed.text, /\r\n?/g, () => '\n'),
  );
}

function truthsIn(old: string, changed: Changed, targets: readonly Range[]): (Truth | undefined)[] {
  return targets.map((target) => truthOf(old, changed, target));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
