import assert from 'node:assert/strict';
import { plainLine } from '../../../src/model/plainLine';

describe('plainLine', () => {
  it('is one line, cut at code points', () => {
    assert.equal(plainLine('  a\r\n\n b\tc\u2028 ', 9), 'a b c');
    assert.equal(plainLine('abcdefghij', 9), 'abcdefgh…');
    assert.equal(plainLine('😀'.repeat(100), 3), '😀😀…');
  });

  it('says that there is more where white space fills what it looks at', () => {
    assert.equal(plainLine(`a${' '.repeat(1000)}b`, 9), 'a…');
    assert.equal(plainLine(`${' '.repeat(1_000_000)}b`, 9), 'b');
    assert.equal(plainLine(`a${' '.repeat(70)}😀${' '.repeat(70)}b`, 9), 'a…', 'no half of a character');
  });
});
