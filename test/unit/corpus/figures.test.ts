import assert from 'node:assert/strict';
import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import type { Figures } from '../../../src/corpus/figures';
import { at, corpus, mention, type Marked, put } from './articles';

const set = (...ids: string[]): ReadonlySet<string> => new Set(ids);
const claim = (id: string, start: number, fields: Partial<Marked>): Marked => ({
  ...{ id, type: 'claim', start, end: start + 9 },
  ...fields,
});
const said = (actor: string): Pick<Marked, 'links'> => ({ links: [{ role: 'speaker', actor }] });
const told = ({ byStance, ...rest }: Figures): object => ({ ...rest, byStance: Object.fromEntries(byStance) });

describe('CorpusIndex: figures', () => {
  it('count an actor’s mentions and the claims whose position is its', () => {
    const index = new CorpusIndex();
    put(index, { ...at('a', 'a'), info: { length: 99, date: '2023' } }, [
      mention('m', 'us', 0),
      mention('n', 'america', 10),
      claim('k1', 0, { ...said('us'), stance: 'oppose', date: '2022-07' }),
      claim('k2', 9, { links: [{ role: 'speaker', actor: 'minister', for: 'us' }], stance: 'oppose' }),
      claim('k3', 20, {
        links: [
          { role: 'speaker', actor: 'us' },
          { role: 'holder', actor: 'karsk' },
        ],
      }),
      claim('k4', 30, { links: [{ role: 'speaker', annotation: 'n' }], date: 'soon' }),
    ]);
    put(index, { ...at('b', 'b'), info: { length: 99, date: '2019' } }, [mention('m', 'us', 0)]);
    assert.deepEqual(told(index.actorFigures(set('us', 'america'))), {
      ...{ mentions: 3, articles: 2, claims: 3, byStance: { oppose: 2, '': 1 } },
      ...{ first: '2022-07', last: '2023' },
    });
    assert.deepEqual(told(index.actorFigures(set('karsk'))), {
      ...{ mentions: 0, articles: 1, claims: 1, byStance: { '': 1 }, first: '2023', last: '2023' },
    });
    assert.deepEqual(told(index.actorFigures(set('nobody'))), { mentions: 0, articles: 0, claims: 0, byStance: {} });
  });

  it('are of the articles’ dates where there is no claim', () => {
    const index = new CorpusIndex();
    for (const date of ['2020-02', '2019-12-31', 'today']) {
      put(index, { ...at(date, date), info: { length: 99, date } }, [mention('m', 'us', 0)]);
    }
    const { first, last } = index.actorFigures(set('us'));
    assert.deepEqual([first, last], ['2019-12-31', '2020-02']);
  });

  it('count a topic’s passages and claims, and a source’s places and the claims that rest on it', () => {
    const index = corpus({
      'a.txt': [
        { id: 'p', type: 'passage', start: 0, end: 9, topic: 'levy' },
        claim('k', 10, { topic: 'levy', stance: 'support', links: [{ role: 'evidence', annotation: 's' }] }),
        { id: 's', type: 'source', start: 30, end: 40, source: 'kcna' },
      ],
      'b.txt': [claim('k', 10, { links: [{ role: 'source', source: 'kcna' }] })],
    });
    assert.deepEqual(told(index.topicFigures(set('levy'))), {
      ...{ mentions: 1, articles: 1, claims: 1, byStance: { support: 1 } },
    });
    assert.deepEqual(told(index.sourceFigures(set('kcna'))), {
      ...{ mentions: 1, articles: 2, claims: 2, byStance: { support: 1, '': 1 } },
    });
  });

  it('leave out what lies in excluded ranges and what is superseded; lists don’t', () => {
    const index = new CorpusIndex();
    const annotations = [
      ...[mention('in', 'us', 0), mention('across', 'us', 18), mention('only', 'karsk', 5)],
      claim('old', 40, said('us')),
      claim('older', 50, said('us')),
      claim('new', 60, { ...said('us'), supersedes: ['old', 'older', 'new'] }),
    ];
    put(index, at('a', 'a'), annotations, [{ start: 0, end: 20 }]);
    const { mentions, claims } = index.actorFigures(set('us'));
    assert.deepEqual([mentions, claims], [1, 1]);
    assert.deepEqual(index.counts().get('us'), { mentions: 1, articles: 1 });
    assert.deepEqual(index.counts().get('karsk'), { mentions: 0, articles: 0 });
    assert.deepEqual(index.counts({ article: 'a' }), index.counts());
    const [article] = index.articles();
    assert.deepEqual(
      [...(article?.counts ?? [])],
      [
        ['actor', 1],
        ['claim', 1],
      ],
    );
    assert.equal([...index.all({ actors: set('us') }, 'workspace')].length, 2);
    assert.equal([...index.all({ speakers: set('us') }, 'workspace')].length, 3);
    index.removeArticle('a');
    assert.deepEqual([...index.counts()], []);
  });

  it('come with the articles, in order, with what is known of them', () => {
    const index = new CorpusIndex();
    const info = { length: 99, sha256: 'a'.repeat(64), title: 'T' };
    const coding = [{ creator: 'lee', status: 'done' }];
    put(index, { ...at('u:b', 'b'), info, coding }, [mention('m', 'us', 0)]);
    put(index, at('u:a', 'a'), []);
    const counts = (entries: [string, number][]): ReadonlyMap<string, number> => new Map(entries);
    const b = { uri: 'u:b', folder: 0, path: 'b', info, coding, annotations: 1, counts: counts([['actor', 1]]) };
    assert.deepEqual([...index.articles()], [{ ...at('u:a', 'a'), annotations: 0, counts: counts([]) }, b]);
    assert.deepEqual(index.article('u:b'), b);
    assert.equal(index.article('u:c'), undefined);
  });
});
