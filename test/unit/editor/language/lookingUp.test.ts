import assert from 'node:assert/strict';
import { nearestTo } from '../../../../src/editor/language/nearestTo';
import { isSubsequence } from '../../../../src/editor/language/subsequence';

describe('nearestTo', () => {
  const text = 'DPRK, and the DPRK, and DPRK';
  const at = (offset: number): number | undefined => nearestTo(text, 'DPRK', offset)?.start;

  it('finds what a text says next to an offset, before or behind it', () => {
    assert.deepEqual([-5, 0, 3, 8, 12, 14, 15, 20, 99].map(at), [0, 0, 0, 14, 14, 14, 14, 24, 24]);
  });

  it('takes the later of two as near, and none where the text doesn’t say it', () => {
    assert.equal(nearestTo('a b a', 'a', 2)?.start, 4);
    assert.equal(nearestTo(text, 'Korea', 3), undefined);
    assert.equal(nearestTo(text, '', 3), undefined);
  });
});

describe('isSubsequence', () => {
  it('asks for the letters in their order, whatever the case and the spaces typed', () => {
    for (const typed of ['', 'nk', 'NRTKOR', 'north k', 'rth rea'])
      assert.ok(isSubsequence(typed, 'North Korea'), typed);
    for (const typed of ['kn', 'northx', 'koreaa']) assert.ok(!isSubsequence(typed, 'North Korea'), typed);
  });

  it('takes letters outside of the basic plane whole', () => {
    assert.ok(isSubsequence('😀b', 'a😀 b'));
    assert.ok(!isSubsequence('😀😀', '😀'));
  });
});
