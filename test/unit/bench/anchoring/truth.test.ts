import assert from 'node:assert/strict';
import { Draft, type Changed } from '../../../../bench/anchoring/characterMap';
import { truthOf } from '../../../../bench/anchoring/truth';
import type { Range } from '../../../../src/model/range';

const old = 'A vote on the climate policy, at last.';

/** The text with one passage replaced. */
function replaced(passage: string, by: string): Changed {
  const at = old.indexOf(passage);
  const draft = new Draft(old);
  draft.keep(0, at);
  draft.insert(by);
  draft.keep(at + passage.length, old.length);
  return draft.finished();
}

function rangeOf(text: string, passage: string): Range {
  const start = text.indexOf(passage);
  return { start, end: start + passage.length };
}

function truth(changed: Changed, target: string): [inner: string, outer: string, survived: number] | undefined {
  const found = truthOf(old, changed, rangeOf(old, target));
  return (
    found && [
      changed.text.slice(found.inner.start, found.inner.end),
      changed.text.slice(found.outer.start, found.outer.end),
      found.survived,
    ]
  );
}

describe("the bench's truth about a target", () => {
  it('is the hull of what survives, with what was put in', () => {
    assert.deepEqual(truth(replaced('the climate', 'the new climate'), 'on the climate policy'), [
      'on the new climate policy',
      'on the new climate policy',
      8 / 18,
    ]);
  });

  it('takes a word that replaced the first or last one, or leaves it out', () => {
    assert.deepEqual(truth(replaced('climate', 'energy'), 'climate policy'), ['policy', 'energy policy', 6 / 13]);
    assert.deepEqual(truth(replaced('policy', 'law'), 'the climate policy'), [
      'the climate',
      'the climate law',
      10 / 16,
    ]);
  });

  it('takes no more than what may have replaced it', () => {
    const [inner, outer] = truth(replaced('climate', 'energy that nobody wanted before the'), 'climate policy') ?? [];
    assert.equal(inner, 'policy');
    assert.equal(outer, 'obody wanted before the policy');
  });

  it('is that it was deleted, where only blanks and commas are left', () => {
    const draft = new Draft(old);
    draft.insert('Talks of an');
    draft.keep(9, 10);
    draft.insert('agreement');
    draft.keep(old.indexOf(','), old.length);
    assert.equal(truth(draft.finished(), 'on the climate policy,'), undefined);
  });

  it('is the new spelling of what was only spelt otherwise', () => {
    const { start, end } = rangeOf(old, 'vote');
    const draft = new Draft(old);
    draft.keep(0, start);
    draft.respell(start, end, 'ﬃ́');
    draft.keep(end, old.length);
    assert.deepEqual(truth(draft.finished(), 'vote'), ['ﬃ́', 'ﬃ́', 1]);
  });
});
