import assert from 'node:assert/strict';
import { Growing, int32s, uint32s } from '../../../src/analysis/growing';
import { orderByDay } from '../../../src/analysis/network/ordering';
import { UNDATED } from '../../../src/analysis/network/statements';

describe('numbers in columns', () => {
  it('grow over many pieces, and are taken as they came', () => {
    const numbers = new Growing(uint32s);
    for (let number = 0; number < 700_000; number++) numbers.push(number);
    assert.equal(numbers.length, 700_000);
    const taken = numbers.taken();
    assert.ok(taken.length === 700_000 && taken.every((number, at) => number === at));
    assert.equal(numbers.length, 0);
    numbers.push(7);
    assert.deepEqual([...numbers.taken()], [7]);
    assert.deepEqual([...new Growing(int32s).taken()], []);
  });

  it('are ordered by day, as they were within one, and what has none last', () => {
    const days = Int32Array.of(UNDATED, 5, -600_000, 5, UNDATED, 2_900_000, 0, -600_000);
    assert.deepEqual([...orderByDay(days)], [2, 7, 6, 1, 3, 5, 0, 4]);
  });
});
