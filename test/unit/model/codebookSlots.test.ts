import assert from 'node:assert/strict';
import { effectiveCodebook } from '../../../src/model/codebook';
import { slotAt, wordsOf } from '../../../src/model/codebookSlots';

describe('What stands at a place of a codebook', () => {
  it('is an item, a reference or a word', () => {
    assert.deepEqual(slotAt(['actors', 3, 'id']), { what: 'item', list: 'actors', index: 3 });
    assert.deepEqual(slotAt(['topics', 0, 'name']), { what: 'item', list: 'topics', index: 0 });
    assert.deepEqual(slotAt(['actors', 1, 'aliases', 2]), { what: 'item', list: 'actors', index: 1 });
    assert.deepEqual(slotAt(['actors', 1, 'members', 2]), {
      what: 'reference',
      list: 'actors',
      of: 'actors',
      index: 1,
    });
    assert.deepEqual(slotAt(['sources', 1, 'origin']), { what: 'reference', list: 'actors', of: 'sources', index: 1 });
    assert.deepEqual(slotAt(['sources', 1, 'kind']), { what: 'word', words: 'sourceKinds' });
    assert.deepEqual(slotAt(['roles', 1, 'takes', 0]), { what: 'word', words: 'takers' });
  });

  it('is nothing of ours elsewhere', () => {
    for (const path of [[], ['actors'], ['actors', 1], ['version'], ['actors', 1, 'note'], ['__proto__', 1, 'id']])
      assert.equal(slotAt(path), undefined, JSON.stringify(path));
  });

  it('may be a word that the codebook knows', () => {
    const codebook = effectiveCodebook({
      format: 'policy-codebook',
      version: 1,
      actors: [{ id: 'a', name: 'A', kind: 'party' }],
    });
    assert.ok(wordsOf('actorKinds', codebook).some(({ id }) => id === 'party'));
    assert.ok(wordsOf('actorKinds', codebook).some(({ id }) => id === 'state'));
    assert.ok(wordsOf('sourceKinds', codebook).some(({ id }) => id === 'report'));
  });
});
