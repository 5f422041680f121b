import assert from 'node:assert/strict';
import { againstBudget, spread, table } from '../../../bench/statistics.mjs';

describe('the figures of the bench', () => {
  it('have the middle of an odd count, and the mean of the two in the middle of an even one', () => {
    assert.deepEqual(spread([10, 9, 100]), { min: 9, median: 10, max: 100 });
    assert.deepEqual(spread([4, 1, 3, 2]), { min: 1, median: 2.5, max: 4 });
    assert.deepEqual(spread([7]), { min: 7, median: 7, max: 7 });
    assert.throws(() => spread([]), RangeError);
  });

  it('leave what they are made of in its order', () => {
    const values = [3, 1, 2];
    spread(values);
    assert.deepEqual(values, [3, 1, 2]);
  });

  it('stand to a budget by how much', () => {
    assert.equal(againstBudget(34, 30, 'ms'), 'OVER the budget of 30 ms by 4 ms');
    assert.equal(againstBudget(30, 30, 'ms'), 'within the budget of 30 ms, 0 ms left');
    assert.equal(againstBudget(125.846, 150, 'KB'), 'within the budget of 150 KB, 24.2 KB left');
  });

  it('are printed in columns, numbers to the right', () => {
    assert.equal(
      table([
        ['What', 'ms'],
        ['a', '100'],
      ]),
      '  What   ms\n  a     100',
    );
  });
});
