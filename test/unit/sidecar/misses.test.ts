import assert from 'node:assert/strict';
import { misses } from '../../../src/sidecar/misses';
import { mention, sidecar } from './examples';

describe('Somebody who wrote over what we wrote', () => {
  const before = sidecar([mention('a')]);
  const ours = sidecar([mention('a'), mention('b')]);

  it('may not have read it where something that we made, changed or removed is not so', () => {
    assert.ok(misses(before, ours, sidecar([mention('a'), mention('c')])));
    assert.ok(misses(undefined, ours, before));
    assert.ok(misses(before, sidecar([mention('a', { note: 'n' })]), sidecar([mention('a'), mention('c')])));
    const [mine, theirs] = [mention('a', { note: 'mine' }), mention('a', { note: 'theirs' })];
    assert.ok(misses(before, sidecar([mine]), sidecar([theirs])));
    assert.ok(misses(before, sidecar([mine]), sidecar([])));
    assert.ok(misses(ours, before, sidecar([mention('a'), mention('b'), mention('c')])));
  });

  it('had read it where all of that is there, or what we made was changed', () => {
    assert.ok(!misses(before, ours, ours));
    assert.ok(!misses(before, ours, sidecar([mention('b', { note: 'theirs' })])));
    assert.ok(!misses(undefined, ours, sidecar([mention('a', { note: 'x' }), mention('b'), mention('c')])));
    assert.ok(!misses(before, before, sidecar([])));
  });
});
