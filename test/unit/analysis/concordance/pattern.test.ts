import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../../src/anchoring/slices';
import { LONGEST, matches } from '../../../../src/analysis/concordance/matching';
import { compiled } from '../../../../src/analysis/concordance/program';
import { SyntaxProblem } from '../../../../src/analysis/concordance/syntax';

function found(source: string, text: string, isCased = false): readonly string[] {
  return completed(matches(compiled(source, isCased), text)).map(({ start, end }) => text.slice(start, end));
}

/** What may be empty isn't repeated: after an empty turn JavaScript goes back to try another. */
function mayBeEmpty(atom: string): boolean {
  return new RegExp(`^(?:${atom.replaceAll('(?<n>', '(?:').replace(/\\[bB]|\^(?!a\])|\$/g, '')})$`, 'u').test('');
}

/** Regular expressions over a few letters, of all that is understood. */
const expressions = fc
  .letrec<{ atom: string; piece: string; all: string }>((tie) => ({
    atom: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'a',
        'b',
        '😀',
        '.',
        '[ab]',
        '[^a]',
        '\\d',
        '^',
        '$',
        '\\b',
        '\\B',
        '\\.',
        '[\\]b]',
        '\\u{1f600}',
      ),
      fc.tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('all')).map(([open, all]) => `${open}${all})`),
    ),
    piece: fc
      .tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{2,}?', '{0,2}?'))
      .map(([atom, sign]) => (mayBeEmpty(atom) ? atom : atom + sign)),
    all: fc
      .array(
        fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => pieces.join('')),
        { minLength: 1, maxLength: 2 },
      )
      .map((choices) => choices.join('|')),
  }))
  .all.filter((source) => {
    try {
      return new RegExp(source, 'u') instanceof RegExp;
    } catch {
      return false; // one name for two groups
    }
  });
const texts = fc
  .array(fc.constantFrom('a', 'b', 'A', '1', '.', ' ', '\n', '😀', ']'), { maxLength: 12 })
  .map((all) => all.join(''));

describe('regular expressions of a concordance', () => {
  it('find what JavaScript finds', () => {
    fc.assert(
      fc.property(expressions, texts, fc.boolean(), (source, text, isCased) => {
        const native = [...text.matchAll(new RegExp(source, isCased ? 'gmu' : 'gimu'))].map(([all]) => all);
        assert.deepEqual(
          found(source, text, isCased),
          native.filter((all) => all !== ''),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('know the letters of all scripts', () => {
    assert.deepEqual(found('\\bкарт\\w*\\b', 'Картина; откарта картой'), ['Картина', 'картой']);
    assert.deepEqual(found('[\\w-]+', 'naïve-é, دولة'), ['naïve-é', 'دولة']);
    assert.deepEqual(found('\\W+', 'ä😀ö'), ['😀']);
    assert.deepEqual(found('\\p{Lu}\\w+', 'Ünder émile Żak', true), ['Ünder', 'Żak']);
    assert.deepEqual(found('levy|TAX', 'Levy tax', true), []);
  });

  it('take no longer for an expression that would send an engine back and forth', () => {
    const text = 'a'.repeat(20_000);
    assert.deepEqual(found('(a+)+b', text), []);
    assert.deepEqual(found('(a|a)*$', 'a'.repeat(500)), ['a'.repeat(500)]);
    assert.equal(found('(a|aa)+c|a+', 'a'.repeat(2 * LONGEST)).length, 2);
  });

  it('say what they can’t do', () => {
    const wrongs = [
      ['(a', /can't be read: /],
      ['(?=a)', /looks ahead/],
      ['a(?<!b)', /looks ahead or behind/],
      ['(a)\\1', /refers back/],
      ['(?<n>a)\\k<n>', /refers back/],
      ['[\\W_]', /write \[\^\\w/],
      ['(\\w{1,50}){50}', /too large/],
      [`${'('.repeat(300)}${')'.repeat(300)}`, /too many groups/],
    ] as const;
    for (const [source, message] of wrongs) {
      assert.throws(
        () => compiled(source, true),
        (error) => error instanceof SyntaxProblem && message.test(error.message),
        source,
      );
    }
  });
});
