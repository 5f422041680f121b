import assert from 'node:assert/strict';
import { decidersOf } from '../../../src/model/superseded';

describe('decidersOf', () => {
  it('tells by which annotations another is superseded, also one that isn’t there, but none by itself', () => {
    const deciders = decidersOf([
      { id: 'a' },
      { id: 'b', supersedes: ['a', 'gone'] },
      { id: 'c', supersedes: ['b', 'c', 'a'] },
    ]);
    assert.deepEqual(Object.fromEntries(deciders), { a: ['b', 'c'], gone: ['b'], b: ['c'] });
  });
});
