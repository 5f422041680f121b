import assert from 'node:assert/strict';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import { Behind } from '../../../../src/analysis/behind';
import {
  FrequencyCounter,
  frequencyKey,
  frequencyTable,
  type Frequencies,
} from '../../../../src/analysis/frequencies/frequencies';
import { readFrequencySettings } from '../../../../src/analysis/frequencies/settings';
import type { Given } from '../../../../src/analysis/settings';
import { annotation, articleOf, claimOf, resultOf } from '../articles';

function frequencies(given: Given, articles: readonly AnalysedArticle[], behind?: Behind): Frequencies {
  return resultOf(new FrequencyCounter(readFrequencySettings(given), behind), articles);
}

function rows(given: Given, articles: readonly AnalysedArticle[]) {
  return frequencyTable(frequencies(given, articles)).rows;
}

const mention = (id: string, actor: string, fields = {}) => annotation({ id, type: 'actor', actor, ...fields });
const articles = [
  articleOf(
    'a.txt',
    [
      mention('1', 'karsk'),
      mention('2', 'karsk'),
      mention('3', 'velmar', { counts: 'excluded' }),
      claimOf('4', 'velmar', 'levy', 'oppose', {
        links: [
          { role: 'speaker', annotation: '1' },
          { role: 'source', source: 'kta' },
          { role: 'source', annotation: '6' },
          { role: 'evidence', source: 'audit' },
          { role: 'evidence', annotation: '7' },
        ],
      }),
      annotation({ id: '5', type: 'passage', topic: 'levy' }),
      annotation({ id: '6', type: 'source', source: 'kta' }),
      annotation({ id: '7', type: 'source' }),
    ],
    { info: { date: '2024' } },
  ),
  articleOf('b.txt', [mention('1', 'karsk'), claimOf('2', 'velmar', 'escorts', undefined)]),
];

describe('frequencies', () => {
  it('count mentions and claims of actors, and the articles that they are in', () => {
    assert.deepEqual(rows({}, articles), [
      ['karsk', 3, 1, 2],
      ['velmar', 0, 1, 1],
    ]);
    assert.deepEqual(rows({ 'include-excluded': true, from: '2024' }, articles), [
      ['karsk', 2, 1, 1],
      ['velmar', 1, 0, 1],
    ]);
    assert.deepEqual(rows({ only: ['position=Velmar'] }, articles), [
      ['karsk', 3, 0, 2],
      ['velmar', 0, 1, 1],
    ]);
  });

  it('count topics, sources by what they are for, and claims by anything', () => {
    assert.deepEqual(rows({ of: 'topics' }, articles), [
      ['levy', 1, 1, 1],
      ['escorts', 1, 0, 1],
    ]);
    assert.deepEqual(rows({ of: 'sources' }, articles), [
      ['kta', 1, 1, 0, 0, 1],
      ['audit', 0, 0, 1, 0, 1],
      ['(not in the codebook)', 1, 0, 1, 0, 1],
    ]);
    assert.deepEqual(rows({ of: 'claims' }, articles), [
      ['Oppose', 1, 1],
      ['(none)', 1, 1],
    ]);
    assert.deepEqual(rows({ of: 'claims', by: 'article' }, articles), [
      ['a.txt', 1, 1],
      ['b.txt', 1, 1],
    ]);
  });

  it('know what lies behind a count', () => {
    const behind = new Behind();
    const { items } = frequencies({}, articles, behind);
    assert.deepEqual(behind.of(frequencyKey(items[0]?.id ?? '', 'mentions')), [
      { article: 'a.txt', id: '1' },
      { article: 'a.txt', id: '2' },
      { article: 'b.txt', id: '1' },
    ]);
  });
});
