import assert from 'node:assert/strict';
import { Spool } from '../../../../src/exchange/writing/spool';

describe('What waits', () => {
  it('comes back as it was, once', () => {
    const spool = new Spool<object>();
    const items = Array.from({ length: 20_000 }, (_, n) => ({ n, text: `😀 e\u0301 \ufeff\n"\u2028` }));
    for (const item of items) spool.add(item);
    assert.deepEqual([...spool.taken()], items);
    assert.deepEqual([...spool.taken()], []);
  });

  it('may be texts: empty ones, a byte order mark, half of a character', () => {
    const spool = new Spool<string>();
    const texts = ['\ufeff'.repeat(300_000), '', '\ud83d', '\n'];
    for (const text of texts) spool.add(text);
    assert.deepEqual([...spool.taken()], texts);
  });
});
