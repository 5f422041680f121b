import assert from 'node:assert/strict';
import { KnownItems } from '../../../../src/editor/workspaceViews/knownItems';

const lists = {
  actors: [
    { id: 'us', name: 'US', formerIds: ['america', 'karsk'] },
    { id: 'karsk', name: 'Karsk' },
  ],
  topics: [],
  sources: [],
};

describe('KnownItems', () => {
  it('finds a thing by the ids that it has or had; its own counts before another’s former one', () => {
    const known = new KnownItems(lists);
    assert.equal(known.actor('america')?.id, 'us');
    assert.equal(known.actor('karsk')?.name, 'Karsk');
    assert.equal(known.resolved('actor', 'america'), 'us');
    assert.equal(known.resolved('actor', '__proto__'), '__proto__');
    assert.equal(known.resolved('topic', 'us'), 'us');
  });

  it('tells when an id leads elsewhere', () => {
    const renamed = { ...lists, actors: [{ id: 'us', name: 'United States', formerIds: ['america', 'karsk'] }] };
    assert.equal(new KnownItems(lists).merges === new KnownItems(renamed).merges, false);
    const again = { ...lists, actors: lists.actors.map((actor) => ({ ...actor, name: 'Other' })) };
    assert.equal(new KnownItems(lists).merges, new KnownItems(again).merges);
  });
});
