import assert from 'node:assert/strict';
import type { Wanted } from '../../../src/corpus/wanted';
import { corpus, mention } from './articles';

const index = corpus({
  'a.txt': [
    mention('m-us', 'us', 0),
    { ...mention('m-by', 'us', 50), type: 'byline' },
    {
      ...{
        id: 'k-oppose',
        type: 'claim',
        start: 10,
        end: 40,
        topic: 'levy',
        stance: 'oppose',
        attributes: { verdict: 'mixed' },
      },
      links: [
        { role: 'speaker', actor: 'minister', for: 'us' },
        { role: 'source', annotation: 's-kcna' },
      ],
    },
    {
      ...{ id: 'k-none', type: 'claim', start: 60, end: 90, topic: 'levy', actor: 'us', date: '2023-12' },
      links: [
        { role: 'speaker', annotation: 'm-us' },
        { role: 'holder', actor: 'karsk' },
        { role: 'addressee', actor: 'us' },
        { role: 'evidence', source: 'report' },
      ],
    },
    { id: 's-kcna', type: 'source', start: 95, end: 99, source: 'kcna' },
  ],
  'b.txt': [{ id: 'p', type: 'passage', start: 0, end: 9, topic: 'levy' }],
});

const set = (...ids: string[]): ReadonlySet<string> => new Set(ids);
const ids = (wanted: Wanted): string[] => [...index.all(wanted, 'workspace')].map(({ id }) => id);

describe('CorpusIndex: what is wanted', () => {
  it('fits each field that is given', () => {
    const cases: [Wanted, string[]][] = [
      [{}, ['m-us', 'k-oppose', 'm-by', 'k-none', 's-kcna', 'p']],
      [{ type: 'claim' }, ['k-oppose', 'k-none']],
      [{ actors: set('us', 'karsk') }, ['m-us']],
      [{ actors: set('us'), type: 'claim' }, []],
      [{ topics: set('levy') }, ['k-oppose', 'k-none', 'p']],
      [{ topics: set('levy'), type: 'passage' }, ['p']],
      [{ type: 'claim', stances: set('') }, ['k-none']],
      [{ type: 'claim', stances: set('', 'oppose') }, ['k-oppose', 'k-none']],
      [{ sources: set('report') }, ['k-none']],
      [{ sources: set('kcna') }, ['k-oppose', 's-kcna']],
      [{ speakers: set('us') }, ['k-oppose', 'k-none']],
      [{ speakers: set('minister') }, ['k-oppose']],
      [{ holders: set('karsk') }, ['k-none']],
      [{ holders: set('us') }, []],
      [{ addressees: set('us'), topics: set('levy'), stances: set('') }, ['k-none']],
      [{ addressees: set('us'), topics: set('levy'), stances: set('oppose') }, []],
      [{ actors: set() }, []],
    ];
    for (const [wanted, expected] of cases) assert.deepEqual(ids(wanted), expected, JSON.stringify(wanted));
  });

  it('is the next or previous one too, across articles', () => {
    const levy = { topics: set('levy') };
    const from = { uri: 'file:/a.txt', start: 60, end: 90 };
    assert.equal(index.next(levy, 'workspace', from, 'next')?.id, 'p');
    assert.equal(index.next(levy, 'workspace', from, 'previous')?.id, 'k-oppose');
    assert.equal(index.next({ ...levy, type: 'claim' }, 'workspace', from, 'next')?.id, 'k-oppose');
  });

  it('is given with all that the index keeps', () => {
    const [hit] = index.all({ speakers: set('minister') }, 'workspace');
    assert.deepEqual(hit, {
      ...{ uri: 'file:/a.txt', id: 'k-oppose', type: 'claim', start: 10, end: 40 },
      ...{ topic: 'levy', stance: 'oppose', verdict: 'mixed' },
      links: [
        { role: 'speaker', actor: 'minister', for: 'us' },
        { role: 'source', annotation: 's-kcna' },
      ],
    });
  });
});
