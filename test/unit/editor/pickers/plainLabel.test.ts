import assert from 'node:assert/strict';
import { plainLabel } from '../../../../src/editor/pickers/plainLabel';

describe('A label with text from a file', () => {
  it('has no icons, and shows what can’t be seen', () => {
    const label = plainLabel('$(trash) Rus\u202esia $$(bell~spin)');
    assert.doesNotMatch(label, /\$\(/u);
    assert.equal(label.replaceAll('\u200b', ''), '$(trash) Rus⟨U+202E⟩sia $$(bell~spin)');
  });

  it('is one line without white space at its ends, and not long', () => {
    assert.equal(plainLabel('  a\r\n\n b\tc\u2028 '), 'a b c');
    assert.equal(plainLabel('x'.repeat(1_000_000)).length, 120);
    assert.equal(plainLabel('$('.repeat(10), 4).replaceAll('\u200b', ''), '$($…');
  });
});
