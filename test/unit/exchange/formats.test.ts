import assert from 'node:assert/strict';
import type { ExportArticle } from '../../../src/exchange/format';
import { formats } from '../../../src/exchange/formats';
import { annotation, article, at, codebook } from './sample';

describe('formats', () => {
  it('have ids of their own', () => {
    assert.deepEqual(
      formats.map(({ id }) => id),
      ['csv', 'claims-csv', 'jsonl', 'json', 'markdown'],
    );
  });

  for (const format of formats) {
    it(`${format.id}: ends reading where the reader of the output stops`, async () => {
      let read = 0;
      let closed = false;
      const long = 'word '.repeat(2000);
      const one = article('x.txt', long, [annotation('p', 'claim', at(long, long))], codebook);
      async function* articles(): AsyncIterable<ExportArticle> {
        try {
          for (; read < 100; read++) yield one;
        } finally {
          closed = true;
        }
      }
      const output = format.write?.({ codebooks: [codebook], articles: articles() })[Symbol.asyncIterator]();
      await output?.next();
      await output?.next();
      await output?.return?.();
      assert.ok(closed);
      if (format.id !== 'markdown') assert.ok(read < 30, `read ${read} of 100`);
    });
  }
});
