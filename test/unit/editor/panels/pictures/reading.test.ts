import assert from 'node:assert/strict';
import { inSlicesOrWaiting } from '../../../../../src/editor/panels/pictures/reading';

const slicing = { slice: 0, pause: () => Promise.resolve() };

describe('Work that waits for files', () => {
  it('is done as work that doesn’t, and says how far it is', async () => {
    const shares: number[] = [];
    async function* waits(): AsyncGenerator<number, string> {
      yield await Promise.resolve(0.25);
      yield 0.5;
      return 'waited';
    }
    function* doesNot(): Generator<number, string> {
      yield 0.75;
      return 'done';
    }
    const told = { ...slicing, progress: (share: number) => void shares.push(share) };
    assert.equal(await inSlicesOrWaiting(waits(), told), 'waited');
    assert.equal(await inSlicesOrWaiting(doesNot(), told), 'done');
    assert.deepEqual(shares, [0.25, 0.5, 0.75]);
  });

  it('ends where it is cancelled, and lets go of what it holds', async () => {
    let [steps, isLetGo] = [0, false];
    async function* endless(): AsyncGenerator<number, string> {
      try {
        for (;;) yield await Promise.resolve(++steps / 1000);
      } finally {
        isLetGo = true;
      }
    }
    const cancelled = (): boolean => steps >= 3;
    assert.equal(await inSlicesOrWaiting(endless(), { ...slicing, cancelled }), undefined);
    assert.deepEqual([steps, isLetGo], [3, true]);
  });
});
