import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compared } from '../../../../src/anchoring/following/compare';
import { applied, change, changesOf, inverse } from '../../../../src/anchoring/following/edits';

function parts(old: string, now: string): string[] {
  return compared(change(0, old, now, false)).changes.map(({ removed, inserted }) => `${removed}→${inserted}`);
}

describe('compared', () => {
  it('finds what really changed', () => {
    assert.deepEqual(parts('a b c\nthe long line stays\nd e', 'a b c\nthe short line stays\nd e f'), [
      'long→short',
      '→ f',
    ]);
    assert.deepEqual(parts('one\ntwo\nthree\n', 'zero\none\nthree\n'), ['→zero\n', 'two\n→']);
  });

  it('does not cut words', () => {
    assert.deepEqual(parts('Russia said so to all of us.', 'Prussia said so to all of us.'), ['Russia→Prussia']);
  });

  it('takes a word between two rewritten stretches for chance', () => {
    const old = 'The first of many sentences names Korea among other lands of interest.';
    const now = 'Nothing like that can be read here: Korea, is what nobody ever asked about!';
    assert.deepEqual(parts(old, now), [`${old}→${now}`]);
  });

  it('leads to the new text and back, by changes that do not touch and cut no character', () => {
    const word = fc.constantFrom('a', 'b', 'the', 'North', '\n', '\n', ' ', '😀', '😁', 'x\n');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        fc.pre(old !== now);
        const { changes, moved } = compared(change(0, old, now, false));
        for (const { start, end, to } of moved)
          assert.equal(`${old}\n`.slice(start, end), `${now}\n`.slice(to, to + end - start));
        assert.equal(applied(old, changes), now);
        assert.equal(applied(now, inverse(changes)), old);
        const edits = changes.map(({ start, removed, inserted }) => ({ start, deleted: removed.length, inserted }));
        assert.deepEqual(
          changesOf(old, edits).map(({ start, removed }) => ({ start, removed })),
          changes.map(({ start, removed }) => ({ start, removed })),
        );
      }),
    );
  });
});
