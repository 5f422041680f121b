import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitsSurrogatePair } from '../../../src/model/range';
import { sentenceAt, sentences } from '../../../src/suggest/sentences';
import { articles } from './articles';
import { cursor, slice } from './marked';

const split = (text: string): string[] => sentences(text).map((range) => text.slice(range.start, range.end));

describe('sentences', () => {
  const whole = [
    'Envoys of the U.S. Army met Dr. Ahn on Dec. 18, 2023 in Geneva.',
    'The U.S. military and the U.S.-led alliance stood by.',
    'Gen. Roe and Mr. Park read No. 12 of the series.',
    'President John F. Kennedy spoke in Washington, D.C. Tuesday night.',
    'Acme Inc. Chairman Poe signed, e.g. The Hague accord, in Jan. 2024.',
    '“Why now?” asked the envoy.',
    'The step (vs. Russia, cf. Fig. 3) cost 3.5 million.',
    'He blamed “a just demand…for security.”[1]',
    'It was so. [12]',
    'He said so.² ',
  ];
  for (const text of whole) it(`keeps whole: ${text}`, () => assert.deepEqual(split(text), [text.trim()]));

  const parts: [string, string[]][] = [
    ['He went to the U.S. The talks failed.', ['He went to the U.S.', 'The talks failed.']],
    ['He said no. The talks failed.', ['He said no.', 'The talks failed.']],
    ['He “demands security.”[1] Similarly, they left.', ['He “demands security.”[1]', 'Similarly, they left.']],
    ['It is so.[1][2] Then it is not.', ['It is so.[1][2]', 'Then it is not.']],
    ['It is so. [3] Then it is not.', ['It is so. [3]', 'Then it is not.']],
    ['“We agree.” Kim left.', ['“We agree.”', 'Kim left.']],
    ['He left. “We agree,” said Kim.', ['He left.', '“We agree,” said Kim.']],
    ['(He left.) They stayed.  ', ['(He left.)', 'They stayed.']],
    [
      'A headline without a stop\nThe first sentence. The second',
      ['A headline without a stop', 'The first sentence.', 'The second'],
    ],
    ['- One thing: it is. And more.\n-\n• Another', ['One thing: it is. And more.', 'Another']],
    ['## Heading one. Two\n\n> Said so. Twice.', ['Heading one. Two', 'Said so.', 'Twice.']],
    [
      'The envoys of both countries met on a very cold\nmorning in March and spoke of the treaty. Then\nthey left.',
      [
        'The envoys of both countries met on a very cold\nmorning in March and spoke of the treaty.',
        'Then\nthey left.',
      ],
    ],
    ['北京反对制裁。平壤表示支持！', ['北京反对制裁。', '平壤表示支持！']],
    ['政府は「反対する。」と述べた。次の文。', ['政府は「反対する。」', 'と述べた。', '次の文。']],
    ['북한은 미국을 비난했다. 러시아는 지지했다.', ['북한은 미국을 비난했다.', '러시아는 지지했다.']],
    ['Москва осудила испытания. Пекин промолчал.', ['Москва осудила испытания.', 'Пекин промолчал.']],
    ['هل تدعم موسكو ذلك؟ نعم.', ['هل تدعم موسكو ذلك؟', 'نعم.']],
  ];
  for (const [text, expected] of parts) it(`parts: ${text}`, () => assert.deepEqual(split(text), expected));

  it('gives the sentence before a gap, the next one at its first letter, nothing on a blank line', () => {
    const text = 'One is here. Two is here.\n\nThree.';
    assert.equal(slice(text, sentenceAt(text, 12)), 'One is here.');
    assert.equal(slice(text, sentenceAt(text, 13)), 'Two is here.');
    assert.equal(slice(text, sentenceAt(text, text.length)), 'Three.');
    assert.deepEqual(sentenceAt(text, 26), { start: 26, end: 26 });
  });

  it('takes a bullet whole from its marker on', () => {
    const { text, offset } = cursor('Drivers:\n|- Mutual defiance: Both share it. Both act.\n- Next');
    assert.equal(slice(text, sentenceAt(text, offset)), 'Mutual defiance: Both share it. Both act.');
  });

  it('finds the same sentence in the middle of a line of 200,000 units as from its start', () => {
    const text = 'The U.S. Army met Dr. Ahn today. '.repeat(6_000).trim();
    const offset = 33 * 3_000 + 12;
    assert.deepEqual(sentenceAt(text, offset), { start: 33 * 3_000, end: 33 * 3_000 + 32 });
  });

  it('holds within a single sentence longer than any window', () => {
    const text = 'word '.repeat(10_000).trim();
    assert.deepEqual(sentenceAt(text, 25_000), { start: 0, end: text.length });
  });

  it('gives ranges in order, trimmed, whole characters, that sentenceAt finds again', () => {
    const piece = fc.constantFrom(
      'U.S.',
      ' ',
      '\n',
      '. ',
      'The',
      '“',
      '”',
      '[1]',
      '😀',
      '다. ',
      '。',
      '- ',
      'Kim',
      '?',
      '\u2028',
      '# ',
      '\t',
      'ist ',
      '…',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(100), (pieces, at) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of sentences(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          assert.ok(!splitsSurrogatePair(text, start) && !splitsSurrogatePair(text, end));
          assert.deepEqual(sentenceAt(text, start), { start, end });
          last = end;
        }
        const found = sentenceAt(text, Math.min(at, text.length));
        assert.ok(found.start >= 0 && found.start <= found.end && found.end <= text.length);
      }),
    );
  });

  for (const [name, text] of articles) {
    it(`ends no sentence of ${name} at an abbreviation, and loses no word`, () => {
      const all = split(text);
      assert.ok(all.length > 15);
      for (const sentence of all) assert.doesNotMatch(sentence, /(?:U\.S\.|\[|“)$/u);
      const letters = (some: string): string => some.replace(/^\s*-/gmu, '').replace(/\s+/gu, '');
      assert.equal(letters(all.join(' ')), letters(text));
    });
  }
});
