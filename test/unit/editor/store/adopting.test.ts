import assert from 'node:assert/strict';
import { adopted } from '../../../../src/editor/store/adopting';
import type { Entry, Spot } from '../../../../src/editor/store/step';
import type { Sidecar } from '../../../../src/model/article';

const target = [{ start: 0, end: 5, exact: 'Karsk', prefix: '', suffix: '' }];
const spot: Spot = { place: { ranges: [] }, seen: { target, sha256: () => Promise.resolve('') }, found: [] };

function sidecarOf(...ids: string[]): Sidecar {
  const annotations = ids.map((id) => ({ id, type: 'passage', target }));
  return { format: 'policy-annotations', version: 1, article: { file: 'a.txt', sha256: '', length: 5 }, annotations };
}

function entry(id: string): [string, Entry] {
  return [id, { fields: { id, type: 'passage' }, spot }];
}

describe('A sidecar that was changed elsewhere', () => {
  it('takes away what it has no more, but not what a step made since it was last read', () => {
    const old = new Map([entry('kept'), entry('removed'), entry('justMade')]);
    const { entries, dropped } = adopted(sidecarOf('kept', 'new'), sidecarOf('kept', 'removed'), old, () => spot);
    assert.deepEqual([...entries.keys()].sort(), ['justMade', 'kept', 'new']);
    assert.deepEqual(
      dropped.map(({ fields }) => fields.id),
      ['removed'],
    );
    assert.equal(entries.get('kept'), old.get('kept'), 'what is the same keeps its undo');
  });
});
