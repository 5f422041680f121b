import assert from 'node:assert/strict';
import { keptState, received } from '../../../../../src/editor/panels/pictures/received';

describe('What comes from a picture’s page', () => {
  it('is taken where it is as it should be, without what isn’t of it', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'set', change: 1, name: 'mode', value: 'two-mode' },
      { type: 'set', change: 2, name: 'only', value: ['topic=Levy'] },
      { type: 'claims', key: 'n1' },
      { type: 'save', format: 'svg' },
      { type: 'drawn', request: 3, content: '<svg/>' },
      { type: 'filter', from: '2023-01-01', to: '2023-02-28' },
      { type: 'filter' },
      { type: 'place', article: 'file:///a.txt', start: 3, end: 3 },
      { type: 'stop' },
    ]) {
      assert.deepEqual(received({ ...message, more: 1 }), message);
    }
  });

  it('is passed over where it isn’t', () => {
    for (const message of [
      ...[undefined, null, 'ready', [], {}, { type: 'shutdown' }],
      { type: 'set', change: 1, name: 'mode', value: { deep: [] } },
      { type: 'set', change: -1, name: 'mode', value: 'x' },
      { type: 'set', change: 1, name: 'only', value: ['a', 1] },
      { type: 'claims' },
      { type: 'drawn', request: '1', content: '' },
      { type: 'filter', from: '2023-01-01' },
      { type: 'filter', from: '2023-02-30', to: '2023-03-01' },
      { type: 'place', article: 'file:///a.txt', start: 4, end: 3 },
      { type: 'place', article: 'file:///a.txt', start: -1, end: 3 },
      { type: 'place', article: 7, start: 1, end: 3 },
    ]) {
      assert.equal(received(message), undefined, JSON.stringify(message));
    }
  });

  it('was kept over a reload as far as it can be chosen', () => {
    const chosen = { mode: 'two-mode', isolates: true };
    assert.deepEqual(keptState({ chosen, scope: { article: 'file:///a' }, view: {} }), {
      chosen,
      scope: { article: 'file:///a' },
    });
    assert.deepEqual(keptState({ chosen, scope: 1 }), { chosen, scope: {} });
    for (const state of [undefined, [], { chosen: { mode: 1 } }, { chosen: [] }])
      assert.equal(keptState(state), undefined);
  });
});
