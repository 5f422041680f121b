import assert from 'node:assert/strict';
import { jsonl } from '../../../../src/exchange/formats/jsonl';
import { annotation, article, at, sample, text, written } from '../sample';

interface Line {
  readonly article: string;
  readonly standing: string;
  readonly resolved: Record<string, unknown>;
  readonly target: readonly { readonly start: number; readonly end: number; readonly exact: string }[];
}

async function linesOf(articles: Parameters<typeof written>[1]): Promise<Line[]> {
  const file = await written(jsonl, articles);
  assert.ok(file === '' || file.endsWith('}\n'));
  return file
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

describe('jsonl', () => {
  it("has a line an annotation, from which the sidecar's object can be had back", async () => {
    const lines = await linesOf([sample]);
    assert.deepEqual(
      lines.map((line) => JSON.parse(JSON.stringify({ ...line, article: undefined, resolved: undefined })) as unknown),
      JSON.parse(JSON.stringify(sample.annotations)),
    );
    for (const { article, target } of lines) {
      assert.equal(article, 'a/statement.txt');
      for (const { start, end, exact } of target) assert.equal(text.slice(start, end), exact);
    }
    assert.equal(lines[0]?.target[0]?.start, 16);
  });

  it('resolves names, dates and lines', async () => {
    const [mention, claim] = await linesOf([sample]);
    assert.deepEqual(mention?.resolved, {
      ...{ title: 'A “statement”', date: '2023-12-20', lines: [2], actor: { id: 'north-korea', name: 'North Korea' } },
    });
    assert.deepEqual(claim?.resolved, {
      ...{ title: 'A “statement”', date: '2023-12-20', lines: [3, 3] },
      topic: { id: 'tests', name: 'Missile tests are legitimate' },
      stance: { id: 'oppose', name: 'Oppose' },
      actors: {
        speaker: [
          { id: 'north-korea', name: 'North Korea' },
          { id: 'russia', name: 'Russia', for: { id: 'nato', name: 'NATO; the alliance' } },
        ],
        holder: [{ id: 'nato', name: 'NATO; the alliance' }],
        addressee: [{ id: 'unheard-of', name: 'unheard-of' }],
      },
    });
  });

  it('says for each range that isn’t anchored which text its offsets belong to', async () => {
    const text = 'e'.repeat(64);
    const was = { start: 9, end: 12, exact: 'two', prefix: '', suffix: '', standing: 'uncertain' } as const;
    const candidates = [{ start: 0, end: 3, confidence: 0.6 }];
    const [line] = await linesOf([
      article('x.txt', 'one', [
        annotation('a', 'claim', [at('one', 'one'), { ...was, confidence: 0.6, candidates }], {
          ...{ text, standing: 'uncertain' },
        }),
      ]),
    ]);
    assert.equal(line?.standing, 'uncertain');
    assert.deepEqual(line.resolved['lines'], [1, null]);
    assert.deepEqual(line.resolved['texts'], [null, text]);
    assert.deepEqual(line.target[1], { ...was, confidence: 0.6, candidates });
  });

  it('begins each line with the article, keeps unknown fields, and loses no lone surrogate', async () => {
    const odd = { ...annotation('x', 'measure', at('a\ud800', 'a\ud800', 'orphaned')), weight: 3, article: 'theirs' };
    const file = await written(jsonl, [article('x.txt', 'a\ud800', [odd])]);
    assert.ok(file.startsWith('{"article":"x.txt","id":"x"'));
    const [line] = await linesOf([article('x.txt', 'a\ud800', [odd])]);
    assert.equal(line?.target[0]?.exact, 'a\ud800');
    assert.deepEqual((line as unknown as { weight: number }).weight, 3);
    assert.deepEqual(line?.resolved['lines'], [null]);
  });
});
