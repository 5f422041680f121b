import assert from 'node:assert/strict';
import fc from 'fast-check';
import { measuresOf } from '../../../../src/analysis/network/nodeMeasures';
import { polarizationOf } from '../../../../src/analysis/network/polarization';
import { anyEdges, edges, network } from './edges';

describe('measures of networks', () => {
  it('are degrees, betweenness and communities', () => {
    // Two triangles, tied by one edge between c and d.
    const own = edges([0, 1, 2], [0, 2, 2], [1, 2, 2], [2, 3, 1], [3, 4, 2], [3, 5, 2], [4, 5, 2]);
    const measures = measuresOf(network(['a', 'b', 'c', 'd', 'e', 'f'], undefined, own));
    assert.deepEqual(
      measures.map(({ degree, weightedDegree }) => [degree, weightedDegree]),
      [2, 2, 3, 3, 2, 2].map((degree) => [degree, degree === 3 ? 5 : 4]),
    );
    // Of the 10 pairs of the five others, c is between 2 of its side and 3 of the other.
    const betweenness = [0, 0, 6 / 10, 6 / 10, 0, 0];
    for (const [n, { betweenness: found }] of measures.entries()) {
      assert.ok(Math.abs(found - (betweenness[n] ?? NaN)) < 1e-12);
    }
    assert.deepEqual(
      measures.map(({ community }) => community),
      [1, 1, 1, 2, 2, 2],
    );
  });

  it('take negative weights for what parts', () => {
    const own = edges([0, 1, 3], [1, 2, -3], [2, 3, 1]);
    const measures = measuresOf(network(['a', 'b', 'c', 'd'], undefined, own));
    assert.deepEqual(
      measures.map((one) => [one.degree, one.weightedDegree, one.betweenness, one.community]),
      [
        [1, 3, 0, 1],
        [2, 0, 0, 1],
        [2, -2, 0, 2],
        [1, 1, 0, 2],
      ],
    );
  });

  it('are of rows and of columns', () => {
    const measures = measuresOf(network(['a', 'b'], ['x'], edges([0, 0, 1], [1, 0, 4])));
    assert.deepEqual(
      measures.map((one) => [one.degree, one.weightedDegree, one.betweenness, one.community]),
      [
        [1, 1, 0, 1],
        [1, 4, 0, 1],
        [2, 5, 1, 1],
      ],
    );
  });

  it('are of networks without edges or nodes too', () => {
    assert.deepEqual(measuresOf(network([], undefined, edges())), []);
    assert.deepEqual(
      measuresOf(network(['a', 'b'], undefined, edges())).map(({ degree, community }) => [degree, community]),
      [
        [0, 1],
        [0, 2],
      ],
    );
  });

  it('are the same each time, and number communities by their size', () => {
    fc.assert(
      fc.property(anyEdges(9), (own) => {
        const one = network([...'abcdefghi'], undefined, own);
        const measures = measuresOf(one);
        assert.deepEqual(measuresOf(one), measures);
        const sizes: number[] = [];
        for (const { community } of measures) sizes[community - 1] = (sizes[community - 1] ?? 0) + 1;
        assert.deepEqual(
          sizes,
          [...sizes].sort((a, b) => b - a),
        );
        for (const [n, { degree }] of measures.entries()) {
          assert.equal(degree, [...own.from, ...own.to].filter((end) => end === n).length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('polarization', () => {
  it('is congruence and conflict within and between clusters', () => {
    // a and b against c and d; e has no cluster.
    const congruence = edges([0, 1, 3], [2, 3, 2], [1, 2, 1], [3, 4, 9]);
    const conflict = edges([0, 2, 4], [1, 3, 1], [0, 1, 1]);
    assert.deepEqual(polarizationOf(congruence, conflict, ['x', 'x', 'y', 'y', undefined]), {
      clusters: [
        { name: 'x', nodes: 2 },
        { name: 'y', nodes: 2 },
      ],
      ties: [
        { clusters: ['x', 'x'], pairs: 1, congruence: 3, conflict: 1 },
        { clusters: ['x', 'y'], pairs: 4, congruence: 1, conflict: 5 },
        { clusters: ['y', 'y'], pairs: 1, congruence: 2, conflict: 0 },
      ],
      // Within agree 3 + 2, between differ 5, of 6 + 6 in all.
      index: 10 / 12,
    });
    assert.equal(polarizationOf(edges(), edges(), ['x', 'y']).index, undefined);
  });

  it('adds up, pair by pair', () => {
    const positive = fc.integer({ min: 1, max: 9 });
    const clusters = fc.array(fc.constantFrom('x', 'y', 'z', undefined), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(anyEdges(7, positive), anyEdges(7, positive), clusters, (congruence, conflict, of) => {
        const { ties, index } = polarizationOf(congruence, conflict, of);
        const slow = (own: typeof congruence, one: string, other: string): number => {
          let sum = 0;
          for (let n = 0; n < own.weight.length; n++) {
            const [a, b] = [of[own.from[n] ?? 0], of[own.to[n] ?? 0]];
            if ((a === one && b === other) || (a === other && b === one)) sum += own.weight[n] ?? 0;
          }
          return sum;
        };
        for (const {
          clusters: [one, other],
          congruence: agreed,
          conflict: differed,
        } of ties) {
          assert.equal(agreed, slow(congruence, one, other));
          assert.equal(differed, slow(conflict, one, other));
        }
        assert.ok(index === undefined || (index >= 0 && index <= 1));
      }),
    );
  });
});
