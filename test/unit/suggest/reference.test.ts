import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quotationAt, quotations } from '../../../src/suggest/quotations';
import { guessSourceKind, sourceAt } from '../../../src/suggest/reference';
import { articles } from './articles';
import { cursor, slice } from './marked';

describe('sourceAt', () => {
  const cases: [string, { text: string; reference?: string; url?: string; kind?: string } | undefined][] = [
    ['a just demand.”[|1] Similarly', { text: '[1]', reference: '[1]' }],
    ['a just demand.”[1]| Similarly', { text: '[1]', reference: '[1]' }],
    ['it fell (Reu|ters, 2022) again', { text: '(Reuters, 2022)', reference: 'Reuters, 2022', kind: 'report' }],
    ['it fell (as he |said) again', undefined],
    [
      'see https://example.org/a?b=c|_d, then',
      { text: 'https://example.org/a?b=c_d', url: 'https://example.org/a?b=c_d' },
    ],
    ['see |www.example.org.', { text: 'www.example.org', url: 'https://www.example.org' }],
    ['said “the root ca|use” of it', { text: '“the root cause”' }],
    ['said “the root cause [|2]” of it', { text: '[2]', reference: '[2]' }],
    ['nothing |here', undefined],
  ];
  for (const [marked, expected] of cases) {
    it(marked, () => {
      const { text, offset } = cursor(marked);
      const found = sourceAt(text, offset);
      if (!expected || !found) return assert.equal(found, expected);
      const { range, ...fields } = found;
      assert.deepEqual({ text: slice(text, range), ...fields }, expected);
    });
  }

  it('knows kinds by their words', () => {
    const kinds = [
      'a commentary on the website',
      'the annual report',
      'UN Security Council Resolution 1718',
      'satellite images',
      'in an interview',
      'an unnamed official',
      'the weather',
    ];
    assert.deepEqual(kinds.map(guessSourceKind), [
      'statement',
      'report',
      'document',
      'data',
      'interview',
      'anonymous',
      undefined,
    ]);
  });

  it('gives ranges that hold the offset', () => {
    const piece = fc.constantFrom(
      '[',
      '1',
      ']',
      '(',
      ')',
      '2022',
      '“',
      '”',
      '"',
      '‘',
      '’',
      'https://x.y/',
      '😀',
      ' ',
      '\n',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(100), (pieces, at) => {
        const text = pieces.join('');
        const offset = Math.min(at, text.length);
        const found = sourceAt(text, offset);
        if (found)
          assert.ok(found.range.start <= offset && offset <= found.range.end && found.range.end <= text.length);
      }),
    );
  });
});

describe('quotations', () => {
  it('pairs marks, nested ones too, and no apostrophes', () => {
    const text = 'The US’s “plan for ‘peace’ isn’t one” and "more" of it';
    assert.deepEqual(
      quotations(text, { start: 0, end: text.length }).map(({ inner }) => slice(text, inner)),
      ['plan for ‘peace’ isn’t one', 'peace', 'more'],
    );
    assert.equal(slice(text, quotationAt(text, 22)?.outer), '‘peace’');
    assert.equal(quotationAt(text, 3), undefined);
  });

  it('leaves marks that nothing closes', () => {
    assert.deepEqual(quotations('an “open one', { start: 0, end: 12 }), []);
  });

  it('finds those of a real article', () => {
    const text = [...articles.values()][0];
    if (text === undefined) return;
    const at = text.indexOf('root cause');
    assert.equal(slice(text, sourceAt(text, at)?.range), '“root cause of the Ukrainian crisis”');
    assert.equal(slice(text, sourceAt(text, text.indexOf('[1]') + 1)?.range), '[1]');
  });
});
