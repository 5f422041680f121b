import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesAndTokens } from '../../../src/anchoring/tokens';
import { corpora } from '../exchange/corpora';

const shown = (text: string): string[] =>
  sentencesAndTokens(text).map(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)).join('|'));

describe('Sentences and tokens', () => {
  it('are Unicode’s, and titles end no sentence', () => {
    assert.deepEqual(shown('Dr. Smith, of NATO, objected.\nIt said: “No!” 😀 Cafe\u0301s 한국은 3.5%.'), [
      'Dr|.|Smith|,|of|NATO|,|objected|.',
      'It|said|:|“|No|!|”',
      '😀|Cafe\u0301s|한국은|3.5|%|.',
    ]);
    assert.deepEqual(shown(' \n\t'), []);
  });

  it('hold every character but white space, once and in order', () => {
    fc.assert(
      fc.property(corpora, ([one]) => {
        const text = (one?.text ?? '').repeat(3);
        let last = 0;
        for (const { start, end, tokens } of sentencesAndTokens(text)) {
          assert.deepEqual([tokens[0]?.start, tokens.at(-1)?.end], [start, end]);
          for (const token of tokens) {
            assert.equal(text.slice(last, token.start).trim(), '');
            assert.match(text.slice(token.start, token.end), /^\S+$/);
            last = token.end;
          }
        }
        assert.equal(text.slice(last).trim(), '');
      }),
    );
  });

  it('are the same wherever a long text is cut to be looked at', () => {
    const sentence = 'North Korea 😀 condemned the tests, said Dr. Smith of NATO. ';
    const found = shown(sentence.repeat(2_000));
    assert.equal(found.length, 2_000);
    assert.equal(new Set(found).size, 1);
  });

  it('are cut in a text without an end, never within a character', () => {
    const text = '😀a'.repeat(20_000);
    const joined = shown(text).join('').replaceAll('|', '');
    assert.equal(joined, text);
    for (const { end } of sentencesAndTokens(text)) assert.doesNotMatch(text.slice(0, end), /[\ud800-\udbff]$/);
  });
});
