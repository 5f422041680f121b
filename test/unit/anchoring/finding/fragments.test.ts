import assert from 'node:assert/strict';
import { fragments } from '../../../../src/anchoring/finding/fragments';
import { hole } from '../../../../src/anchoring/aligning/words';
import type { Target } from '../../../../src/model/annotation';

const text = 'The quick brown fox jumps over the lazy dog, and then it sleeps in the sun all day.';
const gap = String.fromCharCode(hole);

function target(exact: string, context: number): Target {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return {
    ...{ start, end, exact },
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
}

describe('fragments', () => {
  it('puts together what overlaps, and knows where each piece was', () => {
    const {
      text: known,
      places,
      starts,
      shifts,
    } = fragments([target('sleeps', 4), target('fox', 6), target('brown', 6)]);
    assert.equal(known, `${gap}quick brown fox jumps${gap} it sleeps in ${gap}`);
    assert.deepEqual(
      [...places].map((place) => known.slice(place, place + 4)),
      [' it ', 'brow', 'quic'],
    );
    assert.deepEqual(
      starts.map((start, index) => start + (shifts[index] ?? 0)),
      [4, 53],
    );
  });

  it('keeps apart what contradicts, and what can be nowhere', () => {
    const fox = target('fox', 6);
    const other = { ...target('brown', 6), suffix: ' cow j' };
    assert.equal(fragments([fox, other]).text, `${gap}quick brown cow j${gap}brown fox jumps${gap}`);
    const nowhere = { ...fox, start: Number.NaN };
    assert.deepEqual([...fragments([nowhere]).shifts].map(Number.isNaN), [true]);
  });

  it('takes the same target twice, and one inside of another', () => {
    const outer = target('quick brown fox', 3);
    const { text: known, places } = fragments([target('brown', 2), outer, outer]);
    assert.equal(known, `${gap}he quick brown fox ju${gap}`);
    assert.deepEqual([...places], [8, 1, 1]);
  });
});
