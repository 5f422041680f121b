import assert from 'node:assert/strict';
import { json } from '../../../../src/exchange/formats/json';
import { annotation, article, at, codebook, sample, text, written } from '../sample';

interface File {
  readonly codebooks: readonly unknown[];
  readonly articles: readonly (Record<string, unknown> & {
    readonly annotations: readonly { readonly id: string }[];
  })[];
}

describe('json', () => {
  it('is laid out as JSON.stringify does, with or without articles', async () => {
    for (const articles of [[], [sample], [sample, article('x.txt', 'a\nb', [])]]) {
      const file = await written(json, articles);
      assert.equal(file, JSON.stringify(JSON.parse(file), null, 2) + '\n');
      assert.equal((JSON.parse(file) as File).articles.length, articles.length);
    }
    assert.deepEqual(JSON.parse(await written(json, [], [])), {
      ...{ format: 'policy-annotations-export', version: 1, codebooks: [], articles: [] },
    });
  });

  it("holds each sidecar's content: annotations by id, positions in UTF-16 units, no standing", async () => {
    const coding = [{ creator: 'lee', status: 'done' }];
    const file = JSON.parse(await written(json, [{ ...sample, coding }])) as File;
    const [first] = file.articles;
    assert.deepEqual(Object.keys(first ?? {}), [
      'path',
      'codebook',
      'format',
      'version',
      'article',
      'coding',
      'annotations',
    ]);
    assert.deepEqual(first?.['coding'], coding);
    assert.deepEqual(
      first?.annotations.map(({ id }) => id),
      ['c1', 'm1', 's1', 's2'],
    );
    const start = text.indexOf('North Korea');
    assert.equal(start, 16);
    assert.deepEqual(first?.annotations[1], {
      ...{ id: 'm1', type: 'actor', actor: 'dprk', form: 'name', creator: 'lee', created: '2026-11-22T05:00:00Z' },
      target: [{ start, end: start + 11, exact: 'North Korea', prefix: '', suffix: '' }],
    });
  });

  it('says what isn’t anchored, how sure a place is, and which text offsets belong to', async () => {
    const was = { start: 9, end: 12, exact: 'two', prefix: '', suffix: '' };
    const text = 'e'.repeat(64);
    const candidates = [{ start: 0, end: 3, confidence: 0.6 }];
    const annotations = [
      annotation('a', 'claim', { ...at('one', 'one'), confidence: 0.97 }),
      annotation('b', 'claim', { ...was, standing: 'uncertain', confidence: 0.6, candidates }, { text }),
      annotation('c', 'claim', { ...was, standing: 'orphaned' }, { text, orphaned: true }),
    ];
    const file = JSON.parse(await written(json, [article('x.txt', 'one', annotations)])) as File;
    const one = { start: 0, end: 3, exact: 'one', prefix: '', suffix: '' };
    assert.deepEqual(file.articles[0]?.annotations, [
      { id: 'a', type: 'claim', target: [{ ...one, confidence: 0.97 }] },
      {
        ...{ id: 'b', type: 'claim', text, standing: 'uncertain' },
        target: [{ ...was, standing: 'uncertain', confidence: 0.6 }],
      },
      {
        ...{ id: 'c', type: 'claim', text, orphaned: true, standing: 'orphaned' },
        target: [{ ...was, standing: 'orphaned' }],
      },
    ]);
  });

  it('holds the codebooks as their files have them, and tells which counts where', async () => {
    const other = { ...codebook, mine: { kept: true } };
    const articles = [article('a.txt', 'a', [], other), article('b.txt', 'b', [], codebook), article('c.txt', 'c', [])];
    const file = JSON.parse(await written(json, articles, [codebook, other])) as File;
    assert.deepEqual(file.codebooks, [codebook, other]);
    assert.deepEqual(
      file.articles.map((one) => one['codebook']),
      [1, 0, undefined],
    );
  });

  it('keeps unknown fields and lone surrogates', async () => {
    const odd = { ...annotation('x', 'measure', { ...at('a\udc00', 'a\udc00'), colour: 'red' } as never), weight: 3 };
    const file = JSON.parse(await written(json, [article('x.txt', 'a\udc00', [odd])])) as File;
    assert.deepEqual(file.articles[0]?.annotations, [
      {
        id: 'x',
        type: 'measure',
        weight: 3,
        target: [{ start: 0, end: 2, exact: 'a\udc00', prefix: '', suffix: '', colour: 'red' }],
      },
    ]);
  });
});
