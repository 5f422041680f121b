import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps } from '../../../src/model/range';
import { RangeIndex } from '../../../src/suggest/rangeIndex';

describe('RangeIndex', () => {
  it('finds what a look at each range finds', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), range, (ranges, wanted) => {
        const index = new RangeIndex(ranges, (one) => one);
        const expected = ranges.filter((one) => overlaps(one, wanted)).sort((a, b) => a.start - b.start);
        assert.deepEqual(index.overlapping(wanted), expected);
        assert.equal(index.touches(wanted), expected.length > 0);
      }),
    );
  });
});
