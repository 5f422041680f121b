import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextSize, maxContextSize, quote, quoteAll } from '../../../src/anchoring/quoting';

const text =
  'North Korea and Russia: How this is a Dangerous Liaison for the world. Then North Korea and Russia went on, and North Korea stopped.';

describe('quote', () => {
  it('takes 32 units on each side, less at the ends', () => {
    assert.deepEqual(quote(text, { start: 0, end: 11 }), {
      start: 0,
      end: 11,
      exact: 'North Korea',
      prefix: '',
      suffix: ' and Russia: How this is a Dange',
    });
    assert.equal(quote(text, { start: text.length - 8, end: text.length }).suffix, '');
  });

  it('takes more where that is not unique', () => {
    const same = 'The envoy of the republic told reporters that North Korea would never give up its nuclear arms. ';
    const twice = `First. ${same}Second. ${same}`;
    const target = quote(twice, { start: twice.indexOf('North'), end: twice.indexOf('North') + 11 });
    assert.equal(target.prefix.length, 53);
    assert.equal(target.suffix.length, 64);
    const needle = target.prefix + target.exact + target.suffix;
    assert.equal(twice.indexOf(needle), twice.lastIndexOf(needle));
  });

  it('gives up at a bound', () => {
    const target = quote('na '.repeat(1000), { start: 1500, end: 1502 });
    assert.equal(target.prefix.length, maxContextSize);
  });

  it('never cuts an astral character', () => {
    const smiles = '😀'.repeat(40);
    const { prefix, suffix } = quote(`a${smiles}x${smiles}b`, { start: 81, end: 82 });
    assert.doesNotThrow(() => encodeURIComponent(prefix + '|' + suffix));
    const odd = quote(`${smiles}ax${smiles}`, { start: 81, end: 82 });
    assert.doesNotThrow(() => encodeURIComponent(odd.prefix + '|' + odd.suffix));
    assert.equal(odd.prefix.length, contextSize - 1);
  });
});

describe('quoteAll', () => {
  it('gives what quote gives for each', () => {
    const word = fc.constantFrom('North', 'Korea', 'and', 'the', '😀', 'a', '\n', 'Russia said that');
    const article = fc.array(word, { minLength: 20, maxLength: 200 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(article, fc.array(fc.tuple(fc.nat(), fc.nat(40)), { minLength: 8, maxLength: 20 }), (content, at) => {
        const ranges = at.map(([from, length]) => {
          const start = from % content.length;
          return { start, end: Math.min(content.length, start + length) };
        });
        assert.deepEqual(
          quoteAll(content, ranges),
          ranges.map((range) => quote(content, range)),
        );
      }),
    );
  });

  /** Every word of many lines that differ in little. */
  function alikeLines(
    count: number,
    differ: (line: number) => string,
  ): readonly [string, { start: number; end: number }[]] {
    const lines = Array.from(
      { length: count },
      (_, line) => `North Korea and Russia said on day ${differ(line)} that 😀 talks go on.\n`,
    );
    const content = lines.join('');
    return [
      content,
      [...content.matchAll(/\w+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length })),
    ];
  }

  for (const [what, differ] of [
    ['by a number', String],
    ['by a number that comes again', (line: number) => `${line % 30}`],
    ['in nothing', () => ''],
  ] as const) {
    it(`gives what quote gives in many lines that differ ${what}`, () => {
      const [content, ranges] = alikeLines(90, differ);
      assert.deepEqual(
        quoteAll(content, ranges),
        ranges.map((range) => quote(content, range)),
      );
    });
  }

  it('takes time in proportion to the text, however alike its lines are', () => {
    const [content, ranges] = alikeLines(10_000, String);
    assert.ok(ranges.length > 100_000);
    assert.equal(quoteAll(content, ranges).length, ranges.length);
  });
});
