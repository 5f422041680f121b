import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../../src/anchoring/slices';
import { fixedBackbone, nestedBackbone } from '../../../../src/analysis/network/backbone';
import { networkOf } from '../../../../src/analysis/network/networkOf';
import { normalisedSpectrum, spectralLoss } from '../../../../src/analysis/network/spectrum';
import { statementsThat, type Statements } from '../../../../src/analysis/network/statements';
import { coded, edgeLines, gathered } from './coded';

function near(found: readonly number[], expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  for (const [n, value] of found.entries())
    assert.ok(Math.abs(value - (expected[n] ?? NaN)) < 1e-9, `${value} at ${n}`);
}

/** A and B are tied by x and by z, B and C by y. */
const statements = gathered({}, coded('A x\nB x\nB y\nC y\nA z\nB z'));
// The Laplacian of AB 2, BC 1 has the eigenvalues 3 + root 3, 3 - root 3 and 0, whose sum is 6; of AB 1, BC 1 it is 3, 1, 0; of one tie 2, 0, 0.
const [high, low] = [(3 + Math.sqrt(3)) / 6, (3 - Math.sqrt(3)) / 6];
const ofPath = high - 3 / 4 + (1 / 4 - low);
const ofOneTie = 1 - high + low;

describe('the spectrum of a network', () => {
  it('is that of its Laplacian, divided by its sum', () => {
    near(normalisedSpectrum(Float64Array.of(0, 2, 0, 2, 0, 1, 0, 1, 0), 3), [high, low, 0]);
    near(normalisedSpectrum(Float64Array.of(0, -2, 0, -2, 0, 1, 0, 1, 0), 3), [1, 0, 0]);
    near(normalisedSpectrum(new Float64Array(4), 2), [0, 0]);
    assert.equal(spectralLoss([0.75, 0.25, 0], [1, 0, 0]), 0.5);
  });

  it('adds up to 1, and its squares to those of the matrix', () => {
    const size = 6;
    const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(weights, (list) => {
        const matrix = new Float64Array(size * size);
        let next = 0;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i] = list[next++] ?? 0;
        }
        const degrees = Array.from({ length: size }, (_, i) =>
          matrix.slice(i * size, i * size + size).reduce((sum, weight) => sum + weight, 0),
        );
        const sum = degrees.reduce((a, b) => a + b, 0);
        if (sum === 0) return;
        const squares = [...degrees, ...matrix].reduce((all, value) => all + (value / sum) ** 2, 0);
        const spectrum = normalisedSpectrum(matrix, size);
        near([spectrum.reduce((a, b) => a + b, 0)], [1]);
        near([spectrum.reduce((a, b) => a + b * b, 0)], [squares]);
      }),
    );
  });
});

describe('the backbone of a network', () => {
  it('nested: the columns that can be done without go first', () => {
    // Without z, as without x, the path is left: z is the last. Then without x or y one tie is left: y is the last.
    const steps = completed(nestedBackbone(statements));
    assert.deepEqual(
      steps.map(({ column, statements: left }) => [column.label, left]),
      [
        ['z', 4],
        ['y', 2],
        ['x', 0],
      ],
    );
    near(
      steps.map(({ loss }) => loss),
      [ofPath, ofOneTie, 1],
    );
    near(
      steps.map(({ redundantLoss }) => redundantLoss),
      [ofOneTie, ofPath, 0],
    );
  });

  it('fixed: the set that loses least, of alike ones the first', () => {
    const backbone = completed(fixedBackbone(statements, 2));
    assert.deepEqual(
      [backbone.columns.map(({ label }) => label), backbone.redundant.map(({ label }) => label)],
      [['x', 'y'], ['z']],
    );
    near([backbone.loss, backbone.redundantLoss], [ofPath, ofOneTie]);
    assert.deepEqual(edgeLines(completed(networkOf(backbone.statements))), ['A B 1', 'B C 1']);
    near([completed(fixedBackbone(statements, 3)).loss], [0]);
    assert.throws(() => completed(fixedBackbone(statements, 4)), /there are 3 columns/);
  });

  const claims = (topics: number): fc.Arbitrary<Statements> =>
    fc
      .array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.nat(topics - 1)), { minLength: 10, maxLength: 40 })
      .map((list) => gathered({}, coded(list.map(([actor, topic]) => `${actor} t${topic}`).join('\n'))));

  it('fixed: none of that size loses less', () => {
    fc.assert(
      fc.property(claims(5), fc.integer({ min: 1, max: 2 }), (some, size) => {
        const { columns, loss, redundant } = completed(fixedBackbone(some, size));
        assert.equal(columns.length, size);
        const places = new Map(some.columns.map(({ id }, number) => [id, number]));
        const all = [...columns, ...redundant].map(({ id }) => places.get(id) ?? -1);
        const whole = spectrumOf(some);
        for (const one of all) {
          for (const other of size === 1 ? [one] : all.filter((number) => number > one)) {
            const part = statementsThat(some, (at) => some.column[at] === one || some.column[at] === other);
            assert.ok(spectralLoss(whole, spectrumOf(part)) >= loss - 1e-9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('fixed, of many columns: loses no more than what the nested one leaves, and is the same each time', () => {
    for (const some of fc.sample(claims(15), { numRuns: 3, seed: 6 })) {
      const steps = completed(nestedBackbone(some));
      const size = 6;
      const nested = steps[steps.length - size - 1]?.loss ?? 0;
      const found = completed(fixedBackbone(some, size));
      assert.ok(found.loss <= nested + 1e-9);
      assert.deepEqual(completed(fixedBackbone(some, size)).columns, found.columns);
    }
  });
});

/** By all rows that the statements may have. */
function spectrumOf(some: Statements): readonly number[] {
  const { rows, edges } = completed(networkOf({ ...some, settings: { ...some.settings, isolates: true } }));
  const matrix = new Float64Array(rows.length ** 2);
  for (const [n, weight] of edges.weight.entries()) {
    const [from = 0, to = 0] = [edges.from[n], edges.to[n]];
    matrix[from * rows.length + to] = matrix[to * rows.length + from] = weight;
  }
  return normalisedSpectrum(matrix, rows.length);
}
