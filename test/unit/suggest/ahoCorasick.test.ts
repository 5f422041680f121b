import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AhoCorasick } from '../../../src/suggest/ahoCorasick';

function found(words: readonly string[], text: string): string[] {
  const all: string[] = [];
  new AhoCorasick(words).scan(text, (word, start, end) => {
    assert.equal(text.slice(start, end), words[word]);
    all.push(`${start}-${end}`);
  });
  return all;
}

describe('AhoCorasick', () => {
  it('finds the example of its authors', () => {
    assert.deepEqual(found(['he', 'she', 'his', 'hers'], 'ushers'), ['1-4', '2-4', '2-6']);
  });

  it('finds words within words and at the same place', () => {
    assert.deepEqual(found(['a', 'aa', 'aaa'], 'aaa'), ['0-1', '0-2', '1-2', '0-3', '1-3', '2-3']);
  });

  it('finds nothing for no words, and never an empty one', () => {
    assert.deepEqual(found([], 'text'), []);
    assert.deepEqual(found(['', 'x'], 'xx'), ['0-1', '1-2']);
  });

  it('finds all that indexOf finds', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '😀', '\ud83d'), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 8 }), letters, (words, text) => {
        const expected = words.flatMap((word) => {
          const all: string[] = [];
          for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1))
            all.push(`${at}-${at + word.length}`);
          return all;
        });
        assert.deepEqual(found(words, text).sort(), expected.sort());
      }),
    );
  });
});
