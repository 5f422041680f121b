import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Direction, Position } from '../../../src/corpus/articleIndex';
import { CorpusIndex, type Scope } from '../../../src/corpus/corpusIndex';
import type { Wanted } from '../../../src/corpus/wanted';
import { at, corpus, mention, put } from './articles';

const korea = new Set(['north-korea', 'dprk']);

function jump(
  index: CorpusIndex,
  direction: Direction,
  [path, start, end = start, id]: readonly [string, number, number?, string?],
  scope: Scope = 'workspace',
  wanted: Wanted = { actors: korea },
): string | undefined {
  const from: Position = id === undefined ? { start, end } : { start, end, id };
  return index.next(wanted, scope, { uri: `file:/${path}`, ...from }, direction)?.id;
}

describe('CorpusIndex: going from mention to mention', () => {
  const index = corpus({
    'c.txt': [mention('c1', 'dprk', 50)],
    'a.txt': [mention('a2', 'dprk', 40), mention('a1', 'north-korea', 10), mention('x', 'russia', 20)],
    'b.txt': [mention('y', 'russia', 0)],
  });

  it('goes on in the article, then in the next that has one, then round', () => {
    assert.equal(jump(index, 'next', ['a.txt', 0]), 'a1');
    assert.equal(jump(index, 'next', ['a.txt', 10, 15]), 'a2');
    assert.equal(jump(index, 'next', ['a.txt', 40, 45]), 'c1');
    assert.equal(jump(index, 'next', ['c.txt', 50, 55]), 'a1');
    assert.equal(jump(index, 'previous', ['a.txt', 10, 15]), 'c1');
    assert.equal(jump(index, 'previous', ['c.txt', 50, 55]), 'a2');
    assert.equal(jump(index, 'previous', ['b.txt', 99]), 'a2');
  });

  it('stays in the article where that is the scope, going round', () => {
    const scope = { article: 'file:/a.txt' };
    assert.equal(jump(index, 'next', ['a.txt', 40, 45], scope), 'a1');
    assert.equal(jump(index, 'previous', ['a.txt', 10, 15], scope), 'a2');
    assert.equal(jump(index, 'next', ['c.txt', 50], scope), 'a1');
    assert.equal(jump(index, 'previous', ['c.txt', 50], scope), 'a2');
    assert.equal(jump(index, 'next', ['b.txt', 0], { article: 'file:/b.txt' }), undefined);
  });

  it('passes the mention that the cursor stands in, whichever way', () => {
    assert.equal(jump(index, 'next', ['a.txt', 10]), 'a2');
    assert.equal(jump(index, 'next', ['a.txt', 12]), 'a2');
    assert.equal(jump(index, 'previous', ['a.txt', 42]), 'a1');
    assert.equal(jump(index, 'previous', ['a.txt', 41, 43]), 'a1');
    assert.equal(jump(index, 'previous', ['a.txt', 45]), 'a2', 'a cursor at the end stands after it');
  });

  it('gives a single mention back', () => {
    const one = corpus({ 'a.txt': [mention('only', 'dprk', 10)], 'b.txt': [] });
    for (const direction of ['next', 'previous'] as const) {
      for (const at of [0, 12, 90]) assert.equal(jump(one, direction, ['a.txt', at]), 'only');
      assert.equal(jump(one, direction, ['b.txt', 0]), 'only');
    }
  });

  it('begins at the ends from an article that it does not know', () => {
    assert.equal(jump(index, 'next', ['aa.txt', 0]), 'a1');
    assert.equal(jump(index, 'previous', ['aa.txt', 0]), 'c1');
    assert.equal(jump(new CorpusIndex(), 'next', ['a.txt', 0]), undefined);
  });

  it('goes through nested mentions, the longer first', () => {
    const nested = corpus({
      'a.txt': [mention('in', 'dprk', 10, 15), mention('out', 'dprk', 10, 40), mention('late', 'dprk', 30, 35)],
    });
    assert.equal(jump(nested, 'next', ['a.txt', 0]), 'out');
    assert.equal(jump(nested, 'next', ['a.txt', 10, 40]), 'in');
    assert.equal(jump(nested, 'next', ['a.txt', 10, 15]), 'late');
    assert.equal(jump(nested, 'next', ['a.txt', 30, 35]), 'out');
    assert.equal(jump(nested, 'previous', ['a.txt', 30, 35]), 'in');
    assert.equal(jump(nested, 'previous', ['a.txt', 10, 15]), 'out', 'exactly at one: the one around it counts');
    assert.equal(jump(nested, 'previous', ['a.txt', 36]), 'late', 'a cursor inside the outer one');
  });

  it('passes those of one range one by one with an id, together without', () => {
    const tied = corpus({
      'a.txt': [mention('b', 'dprk', 10), mention('a', 'north-korea', 10), mention('c', 'dprk', 20)],
    });
    assert.equal(jump(tied, 'next', ['a.txt', 10, 15, 'a']), 'b');
    assert.equal(jump(tied, 'next', ['a.txt', 10, 15, 'b']), 'c');
    assert.equal(jump(tied, 'previous', ['a.txt', 20, 25, 'c']), 'b');
    assert.equal(jump(tied, 'previous', ['a.txt', 10, 15, 'b']), 'a');
    assert.equal(jump(tied, 'next', ['a.txt', 10, 15]), 'c');
    assert.equal(jump(tied, 'previous', ['a.txt', 10, 15]), 'c');
  });

  it('goes by type, or through all', () => {
    const mixed = corpus({
      'a.txt': [mention('m', 'dprk', 10), { id: 'k', type: 'claim', start: 5, end: 60, actor: 'ignored' }],
      'b.txt': [{ id: 's', type: 'source', start: 0, end: 3 }],
    });
    assert.equal(jump(mixed, 'next', ['a.txt', 0], 'workspace', {}), 'k');
    assert.equal(jump(mixed, 'next', ['a.txt', 5, 60, 'k'], 'workspace', {}), 'm');
    assert.equal(jump(mixed, 'next', ['a.txt', 10, 15, 'm'], 'workspace', {}), 's');
    assert.equal(jump(mixed, 'next', ['a.txt', 10, 15, 'm'], 'workspace', { type: 'claim' }), 'k');
    assert.equal(jump(mixed, 'next', ['a.txt', 0], 'workspace', { actors: new Set(['ignored']) }), undefined);
  });

  it('reaches every mention once before it comes back, both ways', () => {
    const annotation = fc.record({
      actor: fc.constantFrom('north-korea', 'dprk', 'russia'),
      start: fc.nat(12),
      length: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(annotation, { maxLength: 6 }), { maxLength: 4 }), (articles) => {
        const index = new CorpusIndex();
        articles.forEach((items, folder) =>
          put(
            index,
            at(`${folder}`, 'x', folder),
            items.map(({ actor, start, length }, at) => mention(`${folder}-${at}`, actor, start, start + length)),
          ),
        );
        const ordered = [...index.all({ actors: korea }, 'workspace')];
        for (const [at, from] of ordered.entries()) {
          const after = index.next({ actors: korea }, 'workspace', from, 'next');
          assert.deepEqual(after, ordered[(at + 1) % ordered.length]);
          assert.deepEqual(index.next({ actors: korea }, 'workspace', after ?? from, 'previous'), from);
        }
      }),
    );
  });
});

describe('CorpusIndex: lists and counts', () => {
  it('lists mentions by folder, path and place, each with its article', () => {
    const index = new CorpusIndex();
    put(index, at('u:2', 'a.txt', 1), [mention('m3', 'dprk', 1)]);
    put(index, at('u:1', 'b.txt'), [
      ...[mention('m2', 'north-korea', 8), mention('m1', 'dprk', 3), mention('x', 'russia', 5)],
    ]);
    assert.deepEqual(
      [...index.all({ actors: korea }, 'workspace')].map(({ id }) => id),
      ['m1', 'm2', 'm3'],
    );
    assert.deepEqual(
      [...index.all({ actors: korea }, { article: 'u:2' })],
      [{ uri: 'u:2', id: 'm3', type: 'actor', start: 1, end: 6, actor: 'dprk' }],
    );
    assert.deepEqual([...index.all({ actors: korea }, { article: 'u:9' })], []);
    assert.deepEqual(
      index.annotationsOf('u:1').map(({ id }) => id),
      ['m1', 'x', 'm2'],
    );
    assert.deepEqual(index.annotationsOf('u:9'), []);
  });

  it('keeps articles of one path apart', () => {
    const index = new CorpusIndex();
    for (const uri of ['u:b', 'u:a', 'u:c']) {
      put(index, at(uri, 'a.txt'), [mention(uri, 'dprk', 0)]);
    }
    index.removeArticle('u:b');
    assert.deepEqual(
      [...index.all({ actors: korea }, 'workspace')].map(({ uri }) => uri),
      ['u:a', 'u:c'],
    );
  });

  it('counts mentions and articles, and follows changes', () => {
    const index = corpus({
      'a.txt': [mention('1', 'dprk', 0), mention('2', 'dprk', 9)],
      'b.txt': [mention('3', 'dprk', 0), mention('4', 'russia', 9)],
    });
    assert.deepEqual(index.counts().get('dprk'), { mentions: 3, articles: 2 });
    put(index, at('file:/a.txt', 'a.txt'), [mention('1', 'dprk', 0)]);
    assert.deepEqual(index.counts().get('dprk'), { mentions: 2, articles: 2 });
    index.removeArticle('file:/b.txt');
    index.removeArticle('file:/b.txt');
    assert.deepEqual([...index.counts()], [['dprk', { mentions: 1, articles: 1 }]]);
  });

  it('follows an article that moves', () => {
    const index = corpus({ 'a.txt': [mention('a', 'dprk', 0)], 'b.txt': [mention('b', 'dprk', 0)] });
    put(index, at('file:/a.txt', 'z.txt'), [mention('a', 'dprk', 0)]);
    assert.deepEqual(
      [...index.all({ actors: korea }, 'workspace')].map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it('knows what is in use: mentions, links of every role, for, topics, sources', () => {
    const index = corpus({
      'a.txt': [
        mention('m', 'dprk', 0),
        {
          ...{ id: 'k', type: 'claim', start: 0, end: 9, topic: 'tests' },
          links: [
            { role: 'speaker', actor: 'us', for: 'nato' },
            { role: 'holder', actor: 'dprk', annotation: 'm' },
            { role: 'evidence', source: 'unscr' },
          ],
        },
        { id: 's', type: 'source', start: 3, end: 5, source: 'kcna-1', links: [{ role: 'origin', actor: 'kcna' }] },
      ],
    });
    const uses = (): number[] => [
      ...['dprk', 'us', 'nato', 'kcna', 'tests'].map((id) => index.usesOf('actor', id)),
      ...[index.usesOf('topic', 'tests'), index.usesOf('source', 'unscr'), index.usesOf('source', 'kcna-1')],
    ];
    assert.deepEqual(uses(), [2, 1, 1, 1, 0, 1, 1, 1]);
    index.removeArticle('file:/a.txt');
    assert.deepEqual(uses(), [0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
