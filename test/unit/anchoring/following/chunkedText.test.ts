import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChunkedText } from '../../../../src/anchoring/following/chunkedText';
import { applied, changesOf, inverse } from '../../../../src/anchoring/following/edits';

const long = Array.from({ length: 6000 }, (_, index) => `word ${index} `).join('');

describe('ChunkedText', () => {
  it('reads as the text that it stands for, through small, large and many changes', () => {
    const edit = fc.record({
      start: fc.nat(),
      deleted: fc.oneof(fc.nat(6), fc.nat(20_000)),
      inserted: fc.constantFrom('', 'x', 'abc', 'y'.repeat(5000), long.slice(7, 30_007)),
    });
    const event = fc.array(edit, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.nat(), (events, looked) => {
        const text = new ChunkedText(long);
        let plain = long;
        const steps = [];
        for (const edits of events) {
          let from = 0;
          const inside = edits.map(({ start, deleted, inserted }) => {
            const at = from + (start % (plain.length - from + 1));
            from = Math.min(plain.length, at + deleted);
            return { start: at, deleted: from - at, inserted };
          });
          const changes = changesOf(plain, inside);
          assert.deepEqual(changesOf(text, inside), changes);
          const before = text.clone();
          text.apply(changes);
          assert.equal(before.toString(), plain);
          assert.equal(text.equals(before), changes.length === 0);
          plain = applied(plain, changes);
          steps.push(changes);
          assert.equal(text.length, plain.length);
          const at = looked % (plain.length + 1);
          assert.equal(text.slice(at, Math.min(plain.length, at + 9000)), plain.slice(at, at + 9000));
          assert.equal(text.slice(0, at), plain.slice(0, at));
          assert.ok(Object.is(text.charCodeAt(at), plain.charCodeAt(at)));
        }
        assert.equal(text.toString(), plain);
        assert.ok(text.equals(new ChunkedText(plain)));
        if (plain !== '') assert.ok(!text.equals(new ChunkedText(`${plain.slice(1)}\0`)));
        for (const changes of steps.reverse()) text.apply(inverse(changes));
        assert.ok(text.equals(new ChunkedText(long)) && text.toString() === long);
      }),
    );
  });
});
