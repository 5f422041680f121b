import assert from 'node:assert/strict';
import { renamedActor } from '../../../../src/editor/commands/renamedActor';
import type { Actor } from '../../../../src/model/codebook';

const actor: Actor = {
  id: 'north-korea',
  name: 'North Korea',
  kind: 'state',
  aliases: ['Pyongyang', 'DPRK'],
  note: 'kept',
};

describe('renamedActor', () => {
  it('keeps the old name as the last alias, and everything else', () => {
    assert.deepEqual(renamedActor(actor, 'N. Korea'), {
      ...actor,
      name: 'N. Korea',
      aliases: ['Pyongyang', 'DPRK', 'North Korea'],
    });
  });

  it('takes the new name out of the aliases', () => {
    assert.deepEqual(renamedActor(actor, 'DPRK').aliases, ['Pyongyang', 'North Korea']);
    assert.deepEqual(renamedActor({ id: 'us', name: 'US', aliases: ['USA'] }, 'USA').aliases, ['US']);
  });

  it('adds no alias by which nothing more is found', () => {
    assert.deepEqual(renamedActor({ id: 'a', name: 'north  korea' }, 'North Korea'), { id: 'a', name: 'North Korea' });
    assert.deepEqual(renamedActor({ ...actor, aliases: ['north korea'] }, 'DPRK').aliases, ['north korea']);
    // In capitals, or short, the case counts.
    assert.deepEqual(renamedActor({ id: 'us', name: 'us' }, 'US').aliases, ['us']);
    assert.deepEqual(renamedActor({ id: 'nato', name: 'NATO' }, 'Nato').aliases, ['NATO']);
  });
});
