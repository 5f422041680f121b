import assert from 'node:assert/strict';
import { shortened } from '../../../src/model/shortened';
import { showUnseen } from '../../../src/model/unseen';

describe('showUnseen', () => {
  for (const [what, text, shown] of [
    ['marks that turn the direction', 'a\u202etxt.exe\u202c', 'a⟨U+202E⟩txt.exe⟨U+202C⟩'],
    ['isolates', '\u2066a\u2069', '⟨U+2066⟩a⟨U+2069⟩'],
    ['marks of direction', 'a\u200e\u200f\u061cb', 'a⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩b'],
    ['controls', 'a\u0000b\u0007\u001b[31m\u007f\u0085', 'a⟨U+0000⟩b⟨U+0007⟩⟨U+001B⟩[31m⟨U+007F⟩⟨U+0085⟩'],
    ['a name in two spellings', 'Rus\u200bsia', 'Rus⟨U+200B⟩sia'],
    ['joiners between Latin letters', 'a\u200cb\u200dc', 'a⟨U+200C⟩b⟨U+200D⟩c'],
    ['a byte order mark', '\ufeffa', '⟨U+FEFF⟩a'],
    ['fillers and invisible signs', '\u3164\u2060\u2062\u115f', '⟨U+3164⟩⟨U+2060⟩⟨U+2062⟩⟨U+115F⟩'],
    ['tags that hide a text', 'a\u{e0041}\u{e0042}', 'a⟨U+E0041⟩⟨U+E0042⟩'],
    ['data in selectors of variants', 'a\ufe0f\ufe01\u{e0100}', 'a\ufe0f⟨U+FE01⟩⟨U+E0100⟩'],
    ['annotations between lines', '\ufff9a\ufffab\ufffb', '⟨U+FFF9⟩a⟨U+FFFA⟩b⟨U+FFFB⟩'],
    ['halves of characters', 'a\ud800b\udc00', 'a⟨U+D800⟩b⟨U+DC00⟩'],
    ['soft hyphens that part no word', '\u00ada -\u00ad b', '⟨U+00AD⟩a -⟨U+00AD⟩ b'],
  ] as const) {
    it(`shows ${what}`, () => assert.equal(showUnseen(text), shown));
  }

  for (const [what, text] of [
    ['white space', 'a\tb\r\nc\u000bd\u000c \u00a0\u2028\u3000'],
    ['joined emoji', '👩\u200d🚀 👩🏽\u200d⚕\ufe0f 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈'],
    ['flags of regions', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Devanagari and Malayalam with joiners', 'क्\u200dष ക്\u200cഷ'],
    ['Thai with zero width spaces', 'ภาษา\u200bไทย'],
    ['Mongolian with variants', 'ᠠ\u180b'],
    ['Arabic with its number signs', '\u0600١٢ ۝'],
    ['Chinese with variants', '葛\u{e0100}'],
    ['hyphenation', 'Bundes\u00adre\u00adgie\u00adrung'],
    ['letters, accents and signs', 'e\u0301 “North Korea” – ⠀ 朝鲜 Ы́ 😀'],
  ] as const) {
    it(`leaves ${what}`, () => assert.equal(showUnseen(text), text));
  }

  it('takes time in proportion to the length, whatever is in it', () => {
    for (const piece of ['\u202e', '\u{1f3f4}\u{e0041}', '\u{e0041}', '\u200d', 'a\ufe0f', '👩\u200d']) {
      assert.ok(showUnseen(piece.repeat(200_000)).length > 0);
    }
    assert.ok(showUnseen(`\u{1f3f4}${'\u{e0041}'.repeat(500_000)}`).startsWith('\u{1f3f4}⟨U+E0041⟩'));
  });
});

describe('shortened', () => {
  it('counts code points, and cuts none', () => {
    assert.equal(shortened('😀😀😀', 3), '😀😀😀');
    assert.equal(shortened('😀😀😀😀', 3), '😀😀…');
    assert.equal(shortened('a😀😀', 3), 'a😀😀');
    assert.equal(shortened('a😀😀b', 3), 'a😀…');
    assert.equal(shortened(`a${'😀'.repeat(1_000_000)}`, 4), 'a😀😀…');
    assert.equal(shortened('abc', 3), 'abc');
    assert.equal(shortened('abcd', 3), 'ab…');
    assert.equal(shortened('', 3), '');
  });
});
