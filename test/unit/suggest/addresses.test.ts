import assert from 'node:assert/strict';
import { addressesIn } from '../../../src/suggest/addresses';

describe('addressesIn', () => {
  it('finds web and e-mail addresses within a range', () => {
    const text = 'www.a.example https://b.example/c?d and me@example.org, not @me or a.b';
    const found = addressesIn(text, { start: 13, end: text.length }).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['https://b.example/c?d', 'me@example.org']);
  });

  it('takes no time over what goes on and on', () => {
    assert.deepEqual(addressesIn('a.'.repeat(50_000), { start: 0, end: 100_000 }), []);
    assert.deepEqual(addressesIn('@'.repeat(50_000), { start: 0, end: 50_000 }), []);
  });
});
