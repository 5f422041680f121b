import assert from 'node:assert/strict';
import fc from 'fast-check';
import { together, type Wish } from '../../../../src/editor/attention/alike';

/** A range of five units that stood at `was` and is likeliest at `start`. */
function wish(id: string, was: number, start: number, confidence = 0.8, text = 'old'): Wish {
  const best = { start, end: start + 5, confidence };
  return { id, rangeIndex: 0, text, was: { start: was, end: was + 5 }, best };
}

const ids = (wishes: readonly Wish[]): string[] => wishes.map(({ id }) => id);

describe('Doubts that are settled together', () => {
  it('are all where each has a place of its own, in the old order', () => {
    assert.deepEqual(ids(together([wish('b', 50, 70), wish('a', 10, 30), wish('c', 90, 110)])), ['a', 'b', 'c']);
  });

  it('leave out the fewest of those that are out of order', () => {
    assert.deepEqual(ids(together([wish('a', 10, 90), wish('b', 20, 30), wish('c', 40, 50)])), ['b', 'c']);
  });

  it('leave out one that would overlap', () => {
    assert.equal(together([wish('a', 10, 30), wish('b', 20, 33)]).length, 1);
  });

  it('give a place that several want to the surest, and to none where two are as sure', () => {
    assert.deepEqual(ids(together([wish('a', 10, 30, 0.7), wish('b', 20, 30, 0.9)])), ['b']);
    assert.deepEqual(ids(together([wish('a', 10, 30, 0.9), wish('b', 20, 30, 0.9), wish('c', 40, 60)])), ['c']);
    assert.deepEqual(together([wish('a', 10, 30, 0.9, 'one'), wish('b', 20, 30, 0.9, 'other')]), []);
  });

  it('give one place to those that stood at one place: two people marked it', () => {
    assert.deepEqual(ids(together([wish('lee', 10, 30), wish('kim', 10, 30, 0.7)])), ['lee', 'kim']);
    assert.equal(together([wish('lee', 10, 30), wish('kim', 10, 60)]).length, 1);
  });

  it('compare the order only within one text', () => {
    assert.equal(together([wish('a', 10, 90, 0.8, 'one'), wish('b', 20, 30, 0.8, 'other')]).length, 2);
  });

  it('never overlap or change their order, whatever is wished, and are the same in any order', () => {
    const number = fc.integer({ min: 0, max: 60 });
    const sure = fc.constantFrom(0.2, 0.5, 0.9);
    const wishes = fc.array(fc.tuple(number, number, sure), { maxLength: 20 });
    fc.assert(
      fc.property(wishes, (list) => {
        const all = list.map(([was, start, confidence], index) => wish(`${index}`, was, start, confidence));
        const settled = together(all);
        for (const one of settled) {
          for (const other of settled) {
            if (one.was.start === other.was.start) assert.equal(one.best.start, other.best.start);
            if (one.was.start < other.was.start) assert.ok(one.best.end <= other.best.start);
          }
        }
        assert.equal(together([...all].reverse()).length, settled.length);
      }),
    );
  });
});
