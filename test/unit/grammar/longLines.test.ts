import assert from 'node:assert/strict';
import { loadGrammar, tokenize } from './tokenize';

/** Beginnings of what the patterns look for, never or seldom completed. */
const units =
  'a|A |1|1,|1 |“|“a |"| "a|‘a|‘a’b|\'a |a\'a|[1|[1,|[A 1|http://|a.|a@|- |Share|$1|1%|1 Jan |«|Word, |[…]| |(A'.split(
    '|',
  );

describe('grammar: a line of a megabyte', () => {
  /** Far above what a pattern in linear time takes; one in quadratic time takes hours. */
  const LIMIT = 60_000;
  const share = 1_000_000 / units.length;
  const lines: [string, string][] = [
    ['of one word', 'a'.repeat(1_000_000)],
    ['of sentences', 'The ministers “met” in May, and 40 of them left. '.repeat(20_000)],
    ['of everything that is never completed', units.map((unit) => unit.repeat(share / unit.length)).join('')],
  ];
  for (const [what, line] of lines)
    it(`${what} is tokenized to its end, as first line and further down`, async function () {
      this.timeout(0);
      const grammar = await loadGrammar();
      for (const text of [line, `Headline\n\n${line}`])
        for (const { stalled, text: own, tokens } of tokenize(grammar, text, LIMIT)) {
          assert.equal(stalled, false);
          assert.equal(tokens.map((token) => token.text).join(''), own);
        }
    });
});
