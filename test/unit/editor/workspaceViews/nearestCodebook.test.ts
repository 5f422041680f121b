import assert from 'node:assert/strict';
import { NearestCodebook } from '../../../../src/editor/workspaceViews/nearestCodebook';

describe('NearestCodebook', () => {
  it('is the next one upward', () => {
    const nearest = new NearestCodebook(['file:///w/policy-codebook.json', 'file:///w/a/b/policy-codebook.json']);
    assert.equal(nearest.of('file:///w/x.txt'), 'file:///w/policy-codebook.json');
    assert.equal(nearest.of('file:///w/a/x.txt'), 'file:///w/policy-codebook.json');
    assert.equal(nearest.of('file:///w/a/b/c/x.txt'), 'file:///w/a/b/policy-codebook.json');
    assert.equal(nearest.of('file:///w/a/bc/x.txt'), 'file:///w/policy-codebook.json');
    assert.equal(nearest.of('file:///elsewhere/x.txt'), undefined);
    assert.equal(nearest.of('untitled:x'), undefined);
  });
});
