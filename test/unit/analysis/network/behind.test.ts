import assert from 'node:assert/strict';
import { claimsBehind, type Picked } from '../../../../src/analysis/network/behind';
import type { Given } from '../../../../src/analysis/settings';
import { article, claim, coded, gathered } from './coded';

const told = coded(`
  A x support 2023
  B x oppose 2022
  A y support
  A x neutral
  B z support
  A+B y support`);

/** Ids of claims, by the names of nodes. */
function behind(given: Given, picked: Picked): string {
  const statements = gathered(given, told);
  const named = Object.entries(picked).map(([what, name]: [string, string]) => [what, JSON.stringify([name, name])]);
  return claimsBehind(statements, Object.fromEntries(named) as Picked)
    .map(({ article: key, id }) => (key === told.key ? id : ''))
    .join('');
}

describe('the claims behind a node or an edge', () => {
  it('are in the order of the workspace, each once', () => {
    assert.equal(behind({}, { row: 'A' }), '0235');
    assert.equal(behind({}, { column: 'x' }), '013');
    assert.equal(behind({ mode: 'two-mode' }, { row: 'A', column: 'x' }), '03');
    assert.equal(behind({}, { row: 'C' }), '');
    assert.equal(behind({}, {}), '012345');
  });

  it('are those that an edge between rows is made of, by the aggregation', () => {
    const edge = { row: 'A', otherRow: 'B' };
    assert.equal(behind({}, edge), '01235');
    // On x, support and oppose are as far apart as can be: of A only the neutral claim is near B's.
    assert.equal(behind({ aggregation: 'congruence' }, edge), '1235');
    assert.equal(behind({ aggregation: 'conflict' }, edge), '013');
    // Neutral and oppose are half way apart: what they agree and differ cancels out.
    assert.equal(behind({ aggregation: 'subtract' }, edge), '0125');
  });

  it('of a text qualifier too', () => {
    const acts = article('a.txt', [
      claim('0', { speakers: ['A'], topic: 'x', attributes: { act: 'demand' } }),
      claim('1', { speakers: ['A'], topic: 'x', attributes: { act: 'praise' } }),
      claim('2', { speakers: ['B'], topic: 'x', attributes: { act: 'praise' } }),
      claim('3', { speakers: ['B'], topic: 'y', attributes: { act: 'praise' } }),
    ]);
    const of = (aggregation: string): string => {
      const statements = gathered({ qualifier: 'attribute:act', aggregation }, acts);
      const [row = '', otherRow = ''] = statements.rows.map(({ id }) => id);
      return claimsBehind(statements, { row, otherRow })
        .map(({ id }) => id)
        .join('');
    };
    assert.equal(of('congruence'), '12');
    assert.equal(of('conflict'), '03');
    assert.equal(of('subtract'), '0123');
  });
});
