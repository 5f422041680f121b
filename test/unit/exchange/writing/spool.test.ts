import assert from 'node:assert/strict';
import { Spool } from '../../../../src/exchange/writing/spool';

describe('Text that waits', () => {
  it('comes back as it was, block by block, once', () => {
    const spool = new Spool();
    assert.ok(spool.isEmpty);
    const pieces = Array.from({ length: 20_000 }, (_, n) => `<a n="${n}">😀 e\u0301 \ufeff</a>\n`);
    for (const piece of pieces) spool.add(piece);
    assert.ok(!spool.isEmpty);
    const blocks = [...spool.taken()];
    assert.ok(blocks.length > 1);
    assert.equal(blocks.join(''), pieces.join(''));
    assert.deepEqual([...spool.taken()], []);
  });

  it('keeps a byte order mark that begins a block', () => {
    const spool = new Spool();
    spool.add('\ufeff'.repeat(300_000));
    assert.equal([...spool.taken()].join('').length, 300_000);
  });
});
