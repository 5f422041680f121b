import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePoints } from '../../../src/exchange/codePoints';

describe('Code points', () => {
  it('are counted as iterating over the text counts them, either way', () => {
    const unit = fc.constantFrom('a', '😀', 'e\u0301', '\ud83d', '\ude00', '\n', '👩‍👩‍👧');
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          const points = new CodePoints(text);
          let [units, count] = [0, 0];
          for (const char of text) {
            assert.equal(points.fromUnits(units), count);
            assert.equal(points.toUnits(count), units);
            units += char.length;
            count += 1;
          }
          assert.deepEqual([points.fromUnits(units), points.toUnits(count), points.length], [count, units, count]);
        },
      ),
    );
  });
});
