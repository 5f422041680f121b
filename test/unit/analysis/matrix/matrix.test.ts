import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import { Behind } from '../../../../src/analysis/behind';
import { MatrixCounter, matrixKey, type Matrix } from '../../../../src/analysis/matrix/matrix';
import { similarityScores } from '../../../../src/analysis/matrix/seriation';
import { readMatrixSettings } from '../../../../src/analysis/matrix/settings';
import { matrixTable } from '../../../../src/analysis/matrix/table';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { articleOf, claimOf, codebookOf, resultOf } from '../articles';

function matrix(given: Given, articles: readonly AnalysedArticle[], behind?: Behind): Matrix {
  return resultOf(new MatrixCounter(readMatrixSettings(given), behind), articles);
}

const article = articleOf('a.txt', [
  claimOf('1', 'karsk', 'levy', 'support'),
  claimOf('2', 'karsk', 'levy', 'support'),
  claimOf('3', 'karsk', 'levy', 'oppose'),
  claimOf('4', 'karsk', 'levy', undefined),
  claimOf('5', 'velmar', 'levy', 'oppose'),
  claimOf('6', 'velmar', 'escorts', 'neutral'),
  claimOf('7', 'nobody', 'escorts', 'support', { links: [] }),
]);

describe('matrix', () => {
  it('counts claims by actor, topic and stance, the most frequent first', () => {
    const behind = new Behind();
    const { rows, columns, levels, scale, cells, counts } = matrix({}, [article], behind);
    assert.deepEqual(
      [rows, columns].map((lines) => lines.map(({ label, count }) => [label, count])),
      [
        [
          ['karsk', 4],
          ['velmar', 2],
        ],
        [
          ['levy', 5],
          ['escorts', 1],
        ],
      ],
    );
    assert.deepEqual(
      levels.map(({ label }) => label),
      ['Support', 'Neutral', 'Oppose'],
    );
    assert.deepEqual(scale, { least: -1, most: 1 });
    assert.deepEqual(cells, [
      { row: 0, column: 0, count: 4, levels: [2, 0, 1], mean: 1 / 3 },
      { row: 1, column: 0, count: 1, levels: [0, 0, 1], mean: -1 },
      { row: 1, column: 1, count: 1, levels: [0, 1, 0], mean: 0 },
    ]);
    assert.deepEqual([counts.used, counts.leftOut['no-row']], [6, 1]);
    assert.deepEqual(behind.of(matrixKey(rows[1]?.id ?? '', columns[0]?.id ?? '')), [{ article: 'a.txt', id: '5' }]);
  });

  it('takes any variables, and levels without numbers', () => {
    const said = [
      claimOf('1', 'karsk', 'levy', 'support', { attributes: { act: 'demand' }, creator: 'lee' }),
      claimOf('2', 'karsk', 'levy', 'support', { creator: 'lee' }),
    ];
    const found = matrix({ rows: 'creator', columns: 'topic', qualifier: 'attribute:act' }, [articleOf('a', said)]);
    assert.deepEqual(
      found.levels.map(({ label }) => label),
      ['Demand'],
    );
    assert.equal(found.scale, undefined);
    assert.deepEqual(found.cells, [{ row: 0, column: 0, count: 2, levels: [1] }]);
    assert.deepEqual(matrixTable(found), {
      columns: ['row', 'column', 'claims', 'Demand', 'mean'].map((id) => ({
        id,
        label: id === 'Demand' ? id : id.charAt(0).toUpperCase() + id.slice(1),
      })),
      rows: [['lee', 'levy', 2, 1, undefined]],
    });
    assert.throws(() => matrix({ rows: 'topic' }, []), SettingsError);
  });

  it('puts those together that take sides alike', () => {
    const camps = ['w', 'e', 'w', 'e', 'w', 'e'].map((camp, n) => ({ camp, actor: `${n}${camp}` }));
    const claims = camps.flatMap(({ camp, actor }) =>
      ['a', 'b', 'c'].map((topic) => claimOf(`${actor}${topic}`, actor, topic, camp === 'w' ? 'support' : 'oppose')),
    );
    const shared = claimOf('x', '0w', 'a', 'oppose');
    const { rows } = matrix({ order: 'similarity' }, [articleOf('a', [...claims, shared])]);
    assert.match(rows.map(({ label }) => label.slice(1)).join(''), /^(wwweee|eeewww)$/);
    assert.equal(rows[0]?.label, matrix({ order: 'similarity' }, [articleOf('a', [...claims, shared])]).rows[0]?.label);
  });

  it('keeps what two codebooks call alike apart, if it is called alike for other things', () => {
    const of = (name: string) =>
      articleOf(name, [claimOf('1', 'k', 'levy', 'support')], {
        codebook: codebookOf({ actors: [{ id: 'k', name }] }),
      });
    assert.equal(matrix({}, [of('Karsk'), of('Kovar')]).rows.length, 2);
    assert.equal(matrix({}, [of('Karsk'), of('Karsk')]).rows.length, 1);
  });
});

describe('similarityScores', () => {
  it('are the first axis of a correspondence analysis', () => {
    // Two blocks that one row joins: the axis goes from one to the other.
    const profiles = [
      { features: [0, 1], values: [2, 2] },
      { features: [0, 1], values: [1, 1] },
      { features: [1, 2], values: [1, 1] },
      { features: [2, 3], values: [2, 2] },
    ];
    const [a = 0, b = 0, c = 0, d = 0] = similarityScores(profiles, 4);
    assert.ok(Math.abs(a - b) < 1e-6 && Math.abs(a - c) > 0.1 && (a - c) * (c - d) > 0);
  });

  it('have the weighted mean 0 and the variance 1, or are 0 where there is no axis', () => {
    const profile = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 9 })), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 8 }), (all) => {
        const profiles = all.map((pairs) => ({
          features: pairs.map(([at]) => at),
          values: pairs.map(([, value]) => value),
        }));
        const scores = similarityScores(profiles, 5);
        const weights = profiles.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const sum = (of: (score: number) => number): number =>
          scores.reduce((added, score, n) => added + (weights[n] ?? 0) * of(score), 0);
        assert.ok(scores.every(Number.isFinite));
        assert.ok(Math.abs(sum((score) => score)) < 1e-6);
        const variance = total === 0 ? 0 : sum((score) => score * score) / total;
        assert.ok(variance === 0 || Math.abs(variance - 1) < 1e-6, String(variance));
      }),
    );
  });
});
