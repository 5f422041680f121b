// Who finds passages again in the bench: ours, behind the interface that its peers have too.
import { createHash } from 'node:crypto';
import { placements, type StoredTarget } from '../../src/anchoring/placing';
import { quoteAll } from '../../src/anchoring/quoting';
import { completed } from '../../src/anchoring/slices';
import { articleText } from '../../src/model/article';
import type { Range } from '../../src/model/range';
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
    const times: number[] = [];
    let placed = completed(placements(placing));
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      placed = completed(placements(placing));
      times.push(performance.now() - begin);
    }
    return {
      measured: targets.map((_, index) => index),
      answers: placed.map(([range]) => range ?? { start: 0, end: 0, standing: 'orphaned' }),
      truths: text === changed.text ? truths : truthsIn(old, withLineFeeds(changed), targets),
      time: times.sort((a, b) => a - b)[rounds >> 1] ?? NaN,
      text,
    };
  };
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
