import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../src/anchoring/slices';
import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import { Tallies, type Tally } from '../../../src/corpus/tallies';
import { annotations, excluded } from './arbitrary';
import { at, corpus, mention, put, type Marked } from './articles';

const uris = ['file:/a.txt', 'file:/b.txt'];
const asIs = (_: string, id: string): string => id;

function tallies(index: CorpusIndex, resolved = asIs): Tallies {
  const made = new Tallies(resolved);
  completed(made.update(index, uris));
  return made;
}

function told(tally: Tally | undefined): (object & { readonly byStance: object }) | undefined {
  return tally && { ...tally, byStance: Object.fromEntries(tally.byStance) };
}

describe('Tallies', () => {
  it('count each thing as its figures do', () => {
    fc.assert(
      fc.property(annotations, annotations, excluded, (first, second, but) => {
        const index = new CorpusIndex();
        put(index, at('file:/a.txt', 'a.txt'), first, but);
        put(index, at('file:/b.txt', 'b.txt'), second);
        const { total } = tallies(index);
        for (const each of ['us', 'karsk', 'levy', 'tests', 'kcna']) {
          const ids = new Set([each]);
          const known = {
            actor: index.actorFigures(ids),
            topic: index.topicFigures(ids),
            source: index.sourceFigures(ids),
          };
          for (const kind of ['actor', 'topic', 'source'] as const) {
            const { first: _first, last: _last, ...figures } = known[kind];
            const none = { mentions: 0, articles: 0, claims: 0, byStance: {} };
            assert.deepEqual(told(total[kind].get(each)) ?? none, told(figures));
          }
        }
      }),
    );
  });

  it('count what is known by several ids as one, and say in which articles', () => {
    const index = corpus({
      'a.txt': [mention('m', 'us', 0), mention('n', 'america', 9)],
      'b.txt': [
        mention('m', 'america', 0),
        { id: 'k', type: 'claim', start: 20, end: 30, links: [{ role: 'speaker', actor: 'us', for: 'america' }] },
      ],
    });
    const { total, articles } = tallies(index, (_, id) => (id === 'america' ? 'us' : id));
    assert.deepEqual([...total.actor.keys()], ['us']);
    assert.deepEqual(told(total.actor.get('us')), { mentions: 3, articles: 2, claims: 1, byStance: { '': 1 } });
    assert.deepEqual(
      articles.map(({ uri, tally }) => [uri, tally.actor.get('us')?.mentions]),
      [
        ['file:/a.txt', 2],
        ['file:/b.txt', 1],
      ],
    );
  });

  it('count what has none under the empty id', () => {
    const index = corpus({ 'a.txt': [{ id: 's', type: 'source', start: 0, end: 5 }] });
    assert.deepEqual(told(tallies(index).total.source.get('')), { mentions: 1, articles: 1, claims: 0, byStance: {} });
  });

  it('follow what is set anew, added and gone, and count nothing else again', () => {
    const index = corpus({ 'a.txt': [mention('m', 'us', 0)], 'b.txt': [mention('m', 'us', 0)] });
    const all = tallies(index);
    const [first] = all.articles;
    const stance = (id: string, stance: string): Marked => ({
      ...{ id, type: 'claim', start: 0, end: 9, stance },
      links: [{ role: 'speaker', actor: 'us' }],
    });
    put(index, at('file:/b.txt', 'b.txt'), [mention('m', 'karsk', 0), stance('k', 'oppose')]);
    completed(all.update(index, uris));
    assert.equal(all.articles[0]?.tally, first?.tally);
    assert.deepEqual(told(all.total.actor.get('us')), { mentions: 1, articles: 2, claims: 1, byStance: { oppose: 1 } });
    put(index, at('file:/b.txt', 'b.txt'), [stance('k', 'support')]);
    completed(all.update(index, uris));
    assert.deepEqual([...all.total.actor.keys()], ['us']);
    assert.deepEqual(told(all.total.actor.get('us'))?.byStance, { support: 1 });
    completed(all.update(index, ['file:/b.txt']));
    assert.deepEqual(told(all.total.actor.get('us')), {
      mentions: 0,
      articles: 1,
      claims: 1,
      byStance: { support: 1 },
    });
    index.removeArticle('file:/b.txt');
    completed(all.update(index, uris));
    assert.deepEqual(told(all.total.actor.get('us')), { mentions: 1, articles: 1, claims: 0, byStance: {} });
  });
});
