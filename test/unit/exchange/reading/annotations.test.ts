import assert from 'node:assert/strict';
import { freeId } from '../../../../src/exchange/reading/annotations';

describe('A free id', () => {
  it('is the one that is wanted, else the next number behind those that are taken', () => {
    const taken = new Set<string>();
    for (let n = 1; n <= 200; n++) {
      const id = freeId(taken, 'a');
      assert.equal(id, n === 1 ? 'a' : `a ${n}`);
      taken.add(id);
    }
    assert.equal(freeId(new Set(['b']), 'a'), 'a');
    const holed = new Set(['a', 'a 2', 'a 4', 'a 5']);
    assert.ok(!holed.has(freeId(holed, 'a')));
  });
});
