import assert from 'node:assert/strict';
import { folding, type Folded } from '../../../../src/anchoring/aligning/folding';
import { completed } from '../../../../src/anchoring/slices';
import { foldedRange, unfolded } from '../../../../src/anchoring/finding/surviving';

function fold(text: string): Folded {
  return completed(folding(text));
}

function shown(text: string): string {
  return String.fromCharCode(...fold(text).units);
}

/** What of the text stands for a stretch of the folded text. */
function behind(text: string, part: string): string {
  const start = shown(text).indexOf(part);
  assert.notEqual(start, -1);
  const range = unfolded(fold(text), { start, end: start + part.length });
  return text.slice(range.start, range.end);
}

describe('folding', () => {
  it('makes one of what is typeset in many ways', () => {
    const one = `"It's 'so' - or not..." he said`;
    for (const other of [
      '“It’s ‘so’ – or not…” he said',
      `"It\u2019s\u00a0'so'\r\n -- or\n\n  not...“ he said`,
      '«It´s ‹so› — or not…» he\u00ad s\u200baid',
    ])
      assert.equal(shown(other), one);
  });

  it('takes apart ligatures and letters with accents, composed or not', () => {
    assert.equal(shown('ﬁnal ﬂoor, Müller, Mu\u0308ller, Ａ²'), 'final floor, Muller, Muller, A2');
  });

  it('keeps wording, case and astral characters', () => {
    assert.equal(shown('Say NO 😀 to 漢字'), 'Say NO 😀 to 漢字');
  });

  it('knows what each unit stands for: accents, ligatures and runs of blanks whole', () => {
    assert.equal(behind('a caf\u00e9 b', 'cafe'), 'caf\u00e9');
    assert.equal(behind('a cafe\u0301 b', 'cafe'), 'cafe\u0301');
    assert.equal(behind('the ﬁrst', 'f'), 'ﬁ');
    assert.equal(behind('one \r\n\r\n two', 'e t'), 'e \r\n\r\n t');
    assert.equal(behind('co\u00adop', 'coop'), 'co\u00adop');
    assert.equal(behind('word\u200b next', 'word'), 'word');
  });

  it('finds the units of a range, also of one inside of a run', () => {
    const text = 'one  \n two';
    assert.deepEqual(foldedRange(fold(text), { start: 4, end: 8 }), { start: 3, end: 5 });
    assert.deepEqual(foldedRange(fold(text), { start: 7, end: 10 }), { start: 4, end: 7 });
    assert.deepEqual(foldedRange(fold(''), { start: 0, end: 5 }), { start: 0, end: 0 });
  });
});
