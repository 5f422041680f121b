// fast-diff on both texts, in a thread of its own that is ended when its time is over.
import { Worker } from 'node:worker_threads';
import type { Range } from '../../src/model/range';
import { Draft, hull } from './characterMap';
import type { Finder } from './finders';
import type { Answer } from './score';

type Difference = readonly [kind: -1 | 0 | 1, text: string];

/**
 * A target is where its characters are that fast-diff calls equal; orphaned where there is none.
 * @param thread the file fastDiffThread.mjs
 * @param limit milliseconds
 */
export function fastDiff(thread: string, limit: number): Finder {
  return async ({ old, targets, changed, truths }) => {
    const differences = await differencesOf(thread, limit, old, changed.text);
    if (typeof differences === 'string') return differences;
    const begin = performance.now();
    const draft = new Draft(old);
    let from = 0;
    for (const [kind, { length }] of differences.all) {
      if (kind === 0) draft.keep(from, from + length);
      if (kind === 1) draft.insert(' '.repeat(length));
      if (kind <= 0) from += length;
    }
    const map = draft.finished();
    const answers = targets.map(({ start, end }): Answer => {
      const found: Range | undefined = hull(map, start, end);
      return found ? { ...found, standing: 'anchored' } : { start: 0, end: 0, standing: 'orphaned' };
    });
    const time = differences.time + performance.now() - begin;
    return { measured: targets.map((_, index) => index), answers, truths, time, text: changed.text };
  };
}

/** @returns words where it took too long */
function differencesOf(
  thread: string,
  limit: number,
  old: string,
  text: string,
): Promise<string | { all: readonly Difference[]; time: number }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: { old, text } });
    const timer = setTimeout(() => {
      resolve(`not within ${limit / 1000} s`);
      void worker.terminate();
    }, limit);
    worker.once('message', (result: { all: readonly Difference[]; time: number }) => {
      clearTimeout(timer);
      resolve(result);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
