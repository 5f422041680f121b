import assert from 'node:assert/strict';
import { received } from '../../../../../src/editor/panels/pictures/received';

describe('What a picture’s page tells', () => {
  it('is a place in an article only where it has a beginning and an end in this order', () => {
    const place = { type: 'place', article: 'file:///a.txt', start: 3, end: 8 };
    assert.deepEqual(received(place), place);
    for (const wrong of [{ start: 9 }, { start: -1 }, { end: 8.5 }, { end: undefined }, { article: 7 }])
      assert.equal(received({ ...place, ...wrong }), undefined);
  });

  it('is a choice of days, or of all, only where these are days that exist', () => {
    const days = { type: 'filter', from: '2024-02-01', to: '2024-02-29' };
    assert.deepEqual(received(days), days);
    assert.deepEqual(received({ type: 'filter' }), { type: 'filter' });
    for (const wrong of [{ to: '2023-02-29' }, { from: '2024-02' }, { to: undefined }, { from: 1 }])
      assert.equal(received({ ...days, ...wrong }), undefined);
  });

  it('may be to stop', () => {
    assert.deepEqual(received({ type: 'stop' }), { type: 'stop' });
    assert.equal(received({ type: 'go' }), undefined);
  });
});
