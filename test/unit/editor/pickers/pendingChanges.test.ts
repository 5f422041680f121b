import assert from 'node:assert/strict';
import { PendingChanges } from '../../../../src/editor/pickers/pendingChanges';

function claim(): PendingChanges {
  return new PendingChanges([
    { key: 'topic', value: 'missile-tests' },
    { key: 'speaker', value: ['russia', 'china'] },
    { key: 'note', value: undefined },
    { key: 'attributes.act', value: 'condemn' },
    { key: 'attributes.a.b', value: undefined },
  ]);
}

describe('Pending changes', () => {
  it('become the argument object of a command, attributes key by key', () => {
    const pending = claim();
    pending.set('topic', null);
    pending.set('speaker', ['china']);
    pending.set('attributes.act', null);
    pending.set('attributes.a.b', 3);
    assert.equal(pending.size, 4);
    assert.deepEqual(pending.toArguments(), {
      topic: null,
      speaker: ['china'],
      attributes: { act: null, 'a.b': 3 },
    });
  });

  it('hold nothing where a value is what it was, also when it went there and back', () => {
    const pending = claim();
    pending.set('speaker', ['russia', 'china']);
    pending.set('note', null);
    pending.set('topic', 'sanctions');
    assert.equal(pending.isChanged('topic'), true);
    assert.equal(pending.value('topic'), 'sanctions');
    pending.set('topic', 'missile-tests');
    assert.equal(pending.size, 0);
    assert.equal(pending.isChanged('topic'), false);
    assert.deepEqual(pending.toArguments(), {});
  });

  it('show a removed field without a value', () => {
    const pending = claim();
    pending.set('topic', null);
    assert.equal(pending.value('topic'), undefined);
    assert.deepEqual(pending.value('speaker'), ['russia', 'china']);
  });

  it('tell false and an empty list from no value', () => {
    const pending = new PendingChanges([{ key: 'attributes.hedged', value: undefined }]);
    pending.set('attributes.hedged', false);
    assert.equal(pending.value('attributes.hedged'), false);
    assert.deepEqual(pending.toArguments(), { attributes: { hedged: false } });
  });

  it('hold attributes by whatever id', () => {
    const pending = new PendingChanges([]);
    pending.set('attributes.__proto__', 'a');
    pending.set('attributes.constructor', 'b');
    const { attributes } = pending.toArguments() as { attributes: object };
    assert.deepEqual(Object.entries(attributes), [
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
});
