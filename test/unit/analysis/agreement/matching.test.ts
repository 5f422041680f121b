import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matching, type Pair } from '../../../../src/analysis/agreement/matching';

/** All ways to make one-to-one pairs. */
function* all(pairs: readonly Pair[]): Generator<readonly Pair[]> {
  const [first, ...rest] = pairs;
  if (!first) return yield [];
  yield* all(rest);
  const free = rest.filter(({ left, right }) => left !== first.left && right !== first.right);
  for (const others of all(free)) yield [first, ...others];
}

const weightOf = (pairs: readonly Pair[]): number => pairs.reduce((sum, { weight }) => sum + weight, 0);

const somePairs = fc.uniqueArray(
  fc.record({ left: fc.nat(4), right: fc.nat(4), weight: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 10, selector: ({ left, right }) => left * 10 + right },
);

describe('one-to-one pairs', () => {
  it('are as many as can be, and then as heavy; or as heavy as can be', () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const ways = [...all(pairs)];
        const most = Math.max(...ways.map(({ length }) => length));
        const heaviest = Math.max(...ways.map(weightOf));
        const heaviestOfMost = Math.max(...ways.filter(({ length }) => length === most).map(weightOf));
        const many = matching(pairs, 'pairs');
        assert.equal(new Set(many.map(({ left }) => left)).size, many.length);
        assert.equal(new Set(many.map(({ right }) => right)).size, many.length);
        assert.deepEqual([many.length, weightOf(many)], [most, heaviestOfMost]);
        assert.equal(weightOf(matching(pairs, 'weights')), heaviest);
      }),
    );
  });

  it('are the same, however the pairs are ordered', () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        assert.deepEqual(matching([...pairs].reverse(), 'pairs'), matching(pairs, 'pairs'));
      }),
    );
  });
});
