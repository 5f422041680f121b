import assert from 'node:assert/strict';
import { loadGrammar, tokenize } from './tokenize';

/** Beginnings of what the patterns look for, never or seldom completed. */
const units =
  'a|A |1|1,|1 |“|“a |"| "a|‘a|‘a’b|\'a |a\'a|[1|[1,|[A 1|http://|a.|a@|- |Share|$1|1%|1 Jan |«|Word, |[…]| |(A'.split(
    '|',
  );

describe('grammar: a very long line', () => {
  /** Far above what a pattern in linear time takes; one in quadratic time takes hours. */
  const LIMIT = 60_000;
  const share = 250_000 / units.length;
  /** A megabyte; the last, which is slow for its many tokens, a quarter of one. */
  const lines: [string, string][] = [
    ['of one word', 'a'.repeat(1_000_000)],
    ['of sentences', 'The ministers “met” in May, and 40 of them left. '.repeat(20_000)],
    ['of everything that is never completed', units.map((unit) => unit.repeat(share / unit.length)).join('')],
  ];
  for (const [what, line] of lines)
    it(`${what} is tokenized to its end`, async function () {
      this.timeout(0);
      const grammar = await loadGrammar();
      for (const { stalled, text: own, tokens } of tokenize(grammar, `Headline\n\n${line}`, LIMIT)) {
        assert.equal(stalled, false);
        assert.equal(tokens.map((token) => token.text).join(''), own);
      }
    });
});
