import assert from 'node:assert/strict';
import { catalogue, described } from '../../../src/exchange/catalogue';
import type { ExportArticle } from '../../../src/exchange/format';
import { formats } from '../../../src/exchange/formats';
import { annotation, article, at, codebook } from './sample';

describe('formats', () => {
  it('are those of the catalogue, in its order', () => {
    assert.deepEqual(
      formats.map(({ id, label, extensions, write }) => ({ id, label, extensions, writes: write !== undefined })),
      catalogue.map(({ id, label, extensions, writes }) => ({ id, label, extensions, writes })),
    );
    assert.deepEqual(
      formats.map(({ id }) => id),
      ['csv', 'claims-csv', 'jsonl', 'json', 'markdown'],
    );
  });

  it('have no words for what the catalogue lacks', () => {
    assert.throws(() => described('pdf'), /"pdf"/);
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
