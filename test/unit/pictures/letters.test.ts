import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clipped, widthOf, wrapped } from '../../../src/pictures/letters';

describe('letters of pictures', () => {
  it('are cut where there is no room for more, and say so', () => {
    assert.equal(clipped('Karsk', 100, 10), 'Karsk');
    assert.match(clipped('Karsk Telegraph Agency', 60, 10), /^Karsk.*…$/);
    assert.equal(clipped('a\n\tb', 100, 10), 'a b');
    assert.match(clipped('مكتب المتحدث الرسمي', 60, 10), /…\u200f$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 200 }), (text, most) => {
        const cut = clipped(text, most, 10);
        assert.ok(widthOf(cut, 10) <= most);
        assert.ok(!/\p{Cs}/u.test(cut));
      }),
    );
  });

  it('are broken at spaces', () => {
    assert.deepEqual(wrapped('one two three', 45, 10), ['one two', 'three']);
    assert.deepEqual(wrapped('', 45, 10), []);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 20, max: 200 }), (text, most) => {
        for (const line of wrapped(text, most, 10)) assert.ok(widthOf(line, 10) <= most, line);
      }),
    );
  });
});
