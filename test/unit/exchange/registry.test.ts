import assert from 'node:assert/strict';
import { catalogue, described, optionValue } from '../../../src/exchange/catalogue';
import type { ExportArticle } from '../../../src/exchange/format';
import { Losses } from '../../../src/exchange/losses';
import { loadFormat } from '../../../src/exchange/registry';
import { annotation, article, at, codebook } from './sample';

/** Formats whose files need all articles before the first byte, or that a hundred articles of the test don't fill a chunk of. */
const gathering = ['markdown', 'metadata-csv', 'parquet', 'qdc'];

describe('formats', () => {
  it('are each once in the catalogue', () => {
    const ids = catalogue.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('have no words for what the catalogue lacks', async () => {
    assert.throws(() => described('pdf'), /"pdf"/);
    assert.throws(() => optionValue('csv', {}, 'colour'), /colour/);
    await assert.rejects(loadFormat('toString'), /toString/);
  });

  for (const { id, label, extensions, writes, reads, options } of catalogue) {
    it(`${id}: its module is what the catalogue says`, async () => {
      const { write, read, ...format } = await loadFormat(id);
      assert.deepEqual(format, { id, label, extensions });
      assert.deepEqual({ writes: write !== undefined, reads: read !== undefined }, { writes, reads });
      for (const { choices, default: usual } of options) {
        assert.ok(!choices || choices.some((choice) => choice.id === usual), `${usual} is a choice`);
      }
    });

    if (!writes) continue;
    it(`${id}: ends reading where the reader of the output stops`, async () => {
      const format = await loadFormat(id);
      let read = 0;
      let closed = false;
      const long = 'word '.repeat(2000);
      // Checked, for there are formats of what was checked alone.
      const claim = annotation('p', 'claim', at(long, long.trim()), { attributes: { verdict: 'true' } });
      const one = article('x.txt', long, [claim], codebook);
      async function* articles(): AsyncIterable<ExportArticle> {
        try {
          for (; read < 100; read++) yield { ...one, path: `${read}.txt` };
        } finally {
          closed = true;
        }
      }
      const context = { options: {}, losses: new Losses() };
      const output = format.write?.({ codebooks: [codebook], articles: articles() }, context)[Symbol.asyncIterator]();
      // The first chunk may be a head that stands before all articles.
      for (let n = 0; n < 50 && read === 0; n++) await output?.next();
      await output?.return?.();
      assert.ok(closed);
      if (!gathering.includes(id)) assert.ok(read < 30, `read ${read} of 100`);
    });
  }
});
