import assert from 'node:assert/strict';
import { composed, Draft, hull, type Changed } from '../../../../bench/anchoring/characterMap';

/** Old "one two three": "two" gone, "three" respelt, a word put in. */
function changed(): Changed {
  const draft = new Draft('one two three');
  draft.keep(0, 4);
  draft.insert('new ');
  draft.keep(8, 11);
  draft.respell(11, 13, 'ée');
  return draft.finished();
}

describe("the bench's character map", () => {
  it('tells for each old unit what stands for it, and for each new unit where it is from', () => {
    const { text, starts, ends, origins } = changed();
    assert.equal(text, 'one new thrée');
    assert.deepEqual([...starts], [0, 1, 2, 3, -1, -1, -1, -1, 8, 9, 10, 11, 11]);
    assert.deepEqual([...ends], [1, 2, 3, 4, -1, -1, -1, -1, 9, 10, 11, 13, 13]);
    assert.deepEqual([...origins], [0, 1, 2, 3, -1, -1, -1, -1, 8, 9, 10, 11, 11]);
  });

  it('has moved text where it moved to', () => {
    const draft = new Draft('ab');
    draft.keep(1, 2);
    draft.keep(0, 1);
    const { text, starts } = draft.finished();
    assert.equal(text, 'ba');
    assert.deepEqual([...starts], [1, 0]);
  });

  it('keeps no unit twice', () => {
    const draft = new Draft('abc');
    draft.keep(0, 2);
    assert.throws(() => draft.keep(1, 3), /Unit 1 is in the new text already/);
  });

  it('goes through a second change', () => {
    const first = changed();
    const draft = new Draft(first.text);
    draft.keep(8, 13);
    draft.insert('! ');
    draft.respell(0, 1, 'oo');
    const { text, starts, ends, origins } = composed(first, draft.finished());
    assert.equal(text, 'thrée! oo');
    assert.deepEqual([...starts], [7, -1, -1, -1, -1, -1, -1, -1, 0, 1, 2, 3, 3]);
    assert.deepEqual([...ends], [9, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 5, 5]);
    assert.deepEqual([...origins], [8, 9, 10, 11, 11, -1, -1, 0, 0]);
  });

  it('has the hull of what survives', () => {
    assert.deepEqual(hull(changed(), 1, 10), { start: 1, end: 10 });
    assert.deepEqual(hull(changed(), 5, 13), { start: 8, end: 13 });
    assert.equal(hull(changed(), 4, 8), undefined);
  });
});
