import assert from 'node:assert/strict';
import { offerKeys } from '../../../src/suggest/offerKeys';

describe('offerKeys', () => {
  const keys = (text: string, word: string, of?: string): string[] => {
    const ranges = [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
      start: index,
      end: index + word.length,
    }));
    return offerKeys(
      text,
      ranges.map((range) => ({ type: 'actor', ranges: [range], of })),
    );
  };

  it('stay after edits elsewhere, and where lines are broken anew', () => {
    const [key] = keys('There it was that Japan said so, and that was that.', 'Japan');
    assert.deepEqual(keys('It rained.\n\nThere it was that Japan said so, and that was all.\nYes.', 'Japan'), [key]);
    const long =
      'There it was, late in the year and long after the rain had come and gone, that Japan said so, and that was that.';
    const wrapped = long.replace(' that Japan', '\nthat Japan');
    assert.deepEqual(keys(wrapped, 'Japan'), keys(long, 'Japan'));
  });

  it('differ by what stands around, by whom it is of, and by count where all is the same', () => {
    const all = keys('So Japan said. So Japan went. So Japan said. So Japan went. So Japan said.', 'Japan');
    assert.equal(new Set(all).size, all.length);
    assert.notDeepEqual(keys('Japan', 'Japan', 'jp'), keys('Japan', 'Japan', 'jp2'));
    assert.match(all[0] ?? '', /^actor:[0-9a-z]{14}$/u);
  });
});
