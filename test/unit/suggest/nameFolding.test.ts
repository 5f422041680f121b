import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, unfolded } from '../../../src/suggest/nameFolding';

describe('fold of names', () => {
  const cases: [string, string][] = [
    ['North  Korea’s', "north korea's"],
    ['a\n b\n\nc', 'a b\nc'],
    ['Asia‑Pacific, Asia-\nPacific, Asia - Pacific', 'asia-pacific, asia-pacific, asia - pacific'],
    ['Tu\u0308rkiye', 'türkiye'],
    ['ΕΛΛΆΣ Ελλάς', 'ελλάσ ελλάσ'],
    ['朝鲜 북한', '朝鲜 북한'],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(fold(text).text, expected));

  it('leads back to whole characters', () => {
    const folded = fold('İ and e\u0301');
    assert.equal(folded.text, 'i\u0307 and é');
    assert.deepEqual(unfolded(folded, 0, 2), { start: 0, end: 1 });
    assert.equal(unfolded(folded, 0, 1), undefined);
    assert.equal(unfolded(folded, 1, 3), undefined);
    assert.deepEqual(unfolded(folded, 7, 8), { start: 6, end: 8 });
  });

  it('gives each unit an offset that never goes back', () => {
    const piece = fc.constantFrom(
      'A',
      'é',
      'e\u0301',
      'İ',
      ' ',
      '\n',
      '’',
      '-',
      '‐',
      '😀',
      '\ud83d',
      '\u0301',
      'ก็',
      '한',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const folded = fold(text);
        assert.equal(folded.origin.length, folded.text.length + 1);
        assert.equal(folded.origin.at(-1), text.length);
        assert.ok(folded.origin.every((offset, index) => index === 0 || offset >= (folded.origin[index - 1] ?? 0)));
      }),
    );
  });
});
