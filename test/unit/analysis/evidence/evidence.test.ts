import assert from 'node:assert/strict';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import { Behind } from '../../../../src/analysis/behind';
import { contradictionTable } from '../../../../src/analysis/evidence/contradictions';
import {
  EvidenceCollector,
  evidenceKey,
  evidenceTable,
  type Evidence,
} from '../../../../src/analysis/evidence/evidence';
import { readEvidenceSettings } from '../../../../src/analysis/evidence/settings';
import type { Given } from '../../../../src/analysis/settings';
import { annotation, articleOf, claimOf, resultOf } from '../articles';

function evidence(given: Given, articles: readonly AnalysedArticle[], behind?: Behind): Evidence {
  return resultOf(new EvidenceCollector(readEvidenceSettings(given), behind), articles);
}

const speaker = { role: 'speaker', actor: 'karsk' };
const article = articleOf(
  'a.txt',
  [
    annotation({ id: 's', type: 'source', reference: 'KTA, 7 March' }),
    annotation({ id: 't', type: 'source', kind: 'report' }),
    claimOf('1', 'karsk', 'levy', 'support', {
      links: [speaker, { role: 'source', annotation: 's' }, { role: 'counterevidence', source: 'audit' }],
      attributes: { verdict: 'mostly-false' },
    }),
    claimOf('2', 'karsk', 'levy', 'oppose', {
      links: [speaker, { role: 'evidence', annotation: 't' }, { role: 'counterevidence', source: 'audit' }],
      attributes: { verdict: 'odd' },
      date: '2023-01',
    }),
    claimOf('3', 'velmar', 'levy', 'oppose'),
    claimOf('4', 'velmar', 'escorts', 'neutral', { links: [speaker, { role: 'evidence', source: 'audit' }] }),
  ],
  { info: { date: '2024-03-01' } },
);

describe('evidence', () => {
  it('tells where claims were said apart from what speaks for and against them', () => {
    const behind = new Behind();
    const { groups, verdicts, claims } = evidence({}, [article], behind);
    assert.deepEqual(
      groups.map(({ label, claims: count, said, supported }) => [label, count, said, supported]),
      [
        ['levy', 3, 1, [0, 1, 1, 1]],
        ['escorts', 1, 0, [1, 0, 0, 0]],
      ],
    );
    assert.deepEqual(
      verdicts.map(({ label }) => label),
      ['Unchecked', 'True', 'Mostly true', 'Mixed', 'Mostly false', 'False', 'Unverifiable', 'odd', '(none)'],
    );
    assert.deepEqual(groups[0]?.verdicts, [0, 0, 0, 0, 1, 0, 0, 1, 1]);
    assert.deepEqual(claims[0], {
      ...{ article: 'a.txt', path: 'a.txt', id: '1', positions: ['karsk'], topic: 'levy', stance: 'Support' },
      ...{ date: '2024-03-01', said: ['KTA, 7 March'], evidence: [], counterevidence: ['audit'] },
      ...{ support: 'against', verdict: 'Mostly false' },
    });
    assert.deepEqual(claims[1]?.evidence, ['report in a.txt']);
    const levy = groups[0]?.id ?? '';
    assert.deepEqual(behind.of(evidenceKey(levy, 'support', 'none')), [{ article: 'a.txt', id: '3' }]);
    assert.deepEqual(behind.of(evidenceKey(levy, 'verdict', 'odd')), [{ article: 'a.txt', id: '2' }]);
    assert.deepEqual(evidenceTable(evidence({}, [article])).rows[2], [
      ...['a.txt', '3', 'velmar', 'levy', 'Oppose', '2024-03-01', '', '', '', 'none', undefined],
    ]);
  });

  it('finds who is for and against one topic, by date', () => {
    const other = articleOf('b.txt', [
      claimOf('1', 'karsk', 'levy', 'support'),
      claimOf('2', 'velmar', 'escorts', 'support', { links: [{ role: 'speaker', actor: 'velmar' }] }),
      claimOf('3', 'velmar', 'escorts', 'oppose', {
        links: [
          { role: 'speaker', actor: 'velmar' },
          { role: 'contradicts', annotation: '2' },
        ],
      }),
    ]);
    const { contradictions } = evidence({ show: 'contradictions' }, [article, other]);
    assert.deepEqual(contradictionTable(contradictions).rows, [
      ['karsk', 'levy', '2023-01', 'against', 'a.txt', '2', false],
      ['karsk', 'levy', '2024-03-01', 'for', 'a.txt', '1', false],
      ['karsk', 'levy', undefined, 'for', 'b.txt', '1', false],
      ['velmar', 'escorts', undefined, 'for', 'b.txt', '2', true],
      ['velmar', 'escorts', undefined, 'against', 'b.txt', '3', true],
    ]);
  });

  it('puts claims together by anything', () => {
    const { groups } = evidence({ by: 'position' }, [article]);
    assert.deepEqual(
      groups.map(({ label, claims }) => [label, claims]),
      [
        ['karsk', 3],
        ['velmar', 1],
      ],
    );
  });
});
