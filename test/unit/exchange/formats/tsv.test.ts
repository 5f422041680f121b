import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../../src/exchange/formats/csv';
import { tsv } from '../../../../src/exchange/formats/tsv';
import { codebook, corpora } from '../corpora';
import { parseCsv } from '../readCsv';
import { readFiles } from '../reading';
import { written } from '../sample';

describe('tsv', () => {
  it('is the table of csv with tabs, and read by csv', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const [withCommas, withTabs] = [
          await written(csv, articles, [codebook]),
          await written(tsv, articles, [codebook]),
        ];
        assert.deepEqual(parseCsv(withTabs.slice(1), '\t'), parseCsv(withCommas.slice(1)));
        const [one, other] = [await readFiles(csv, [['', withCommas]]), await readFiles(csv, [['', withTabs]])];
        assert.deepEqual(other.imported, one.imported);
      }),
      { numRuns: 50 },
    );
  });
});
