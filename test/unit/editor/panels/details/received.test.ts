import assert from 'node:assert/strict';
import { received } from '../../../../../src/editor/panels/details/received';

const subject = { article: 'file:///a.txt', annotation: 'c1' };

describe('A message from the page of the Details view', () => {
  it('is taken with the fields that it has, and no others', () => {
    const change = { type: 'change', change: 1, how: 'set', value: 'x', subject, field: 'f', row: 'r' };
    assert.deepEqual(received({ ...change, more: 1 }), change);
    const { row: _, ...withoutRow } = change;
    assert.deepEqual(received(withoutRow), withoutRow);
    const ask = { type: 'ask', request: 2, typed: '', subject, field: 'f' };
    assert.deepEqual(received(ask), ask);
    const wanted = { subject, cursor: 7 };
    assert.deepEqual(received({ type: 'ready', wanted: { ...wanted, x: 1 } }), { type: 'ready', wanted });
    assert.deepEqual(received({ type: 'ready', wanted: { subject } }), { type: 'ready' });
    assert.deepEqual(received({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(received({ type: 'show', subject: { article: 'a' } }), {
      type: 'show',
      subject: { article: 'a' },
    });
    assert.deepEqual(received({ type: 'act', subject, does: 'openSidecar' }), {
      type: 'act',
      subject,
      does: 'openSidecar',
    });
    assert.deepEqual(received({ type: 'goTo', subject, annotation: 'm1' }), {
      type: 'goTo',
      subject,
      annotation: 'm1',
    });
    assert.deepEqual(received({ type: 'undo', subject }), { type: 'undo', subject });
    assert.deepEqual(received({ type: 'leave' }), { type: 'leave' });
  });

  it('is passed over where something in it is not what it should be', () => {
    const change = { type: 'change', change: 1, how: 'set', value: 'x', subject, field: 'f' };
    const wrong: unknown[] = [
      ...[undefined, null, 'leave', 7, [], {}, { type: 'run', command: 'x' }, { type: 'undo' }],
      { ...change, how: 'eval' },
      { ...change, change: -1 },
      { ...change, change: 1.5 },
      { ...change, value: 7 },
      { ...change, field: undefined },
      { ...change, subject: { article: 7 } },
      { ...change, subject: 'file:///a.txt' },
      { type: 'act', subject, does: 'rm' },
      { type: 'ask', request: 'x', typed: '', subject, field: 'f' },
    ];
    for (const message of wrong) assert.equal(received(message), undefined, JSON.stringify(message));
  });
});
