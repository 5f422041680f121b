import assert from 'node:assert/strict';
import { readable } from '../../../src/pictures/labels';

const named = (label: string, x: number, y: number, weight: number) => ({ label, x, y, weight, radius: 5 });

describe('Names that can be read', () => {
  it('are those that lie on no heavier one', () => {
    const all = [
      named('light one', 10, 0, 1),
      named('heavy one', 0, 3, 9),
      named('elsewhere', 300, 0, 1),
      named('below', 0, 60, 2),
    ];
    assert.deepEqual(readable(all, 10, 10), [false, true, true, true]);
  });

  it('are no more than asked for, the heavier first', () => {
    const all = [named('a', 0, 0, 1), named('b', 100, 0, 3), named('c', 200, 0, 2)];
    assert.deepEqual(readable(all, 10, 2), [false, true, true]);
  });
});
