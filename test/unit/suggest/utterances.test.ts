import assert from 'node:assert/strict';
import { sentences } from '../../../src/suggest/sentences';
import { utterancesOf } from '../../../src/suggest/utterances';
import { slice } from './marked';

describe('utterancesOf', () => {
  const all = (text: string): ReturnType<typeof utterancesOf> =>
    utterancesOf(text, { start: 0, end: text.length }, sentences(text));

  it('holds together what one quotation holds together', () => {
    const text = 'It rained. “It is. It was,” she said. “Now go.” He went.';
    assert.deepEqual(
      all(text).map(({ range }) => slice(text, range)),
      ['It rained.', '“It is. It was,” she said.', '“Now go.”', 'He went.'],
    );
  });

  it('says how much is quoted, nested marks once', () => {
    const text = '“He said ‘no’ twice,” she said.';
    const [one] = all(text);
    assert.equal(one?.quoted.length, 1);
    assert.equal(slice(text, one?.quoted[0]), '“He said ‘no’ twice,”');
    assert.ok((one?.quotedShare ?? 0) > 0.6 && (one?.quotedShare ?? 1) < 0.7);
    assert.equal(all('No quotation here.')[0]?.quotedShare, 0);
  });
});
