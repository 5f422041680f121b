import assert from 'node:assert/strict';
import { references, refersTo, withReferent } from '../../../src/model/references';

const ids = new Set(['b', 'old-b']);

describe('What an annotation refers to', () => {
  const claim = {
    type: 'claim',
    topic: 't',
    links: [
      { role: 'speaker', actor: 'b', annotation: 'm1', for: 'old-b' },
      { role: 'speaker', actor: 'a' },
      { role: 'addressee', actor: 'old-b' },
      { role: 'source', source: 'b' },
    ],
  };

  it('is found in fields and links', () => {
    assert.ok(refersTo({ actor: 'b' }, 'actor', ids));
    assert.ok(refersTo(claim, 'actor', ids));
    assert.ok(refersTo(claim, 'source', ids));
    assert.ok(!refersTo(claim, 'topic', ids));
    assert.ok(refersTo({ links: [{ role: 'speaker', actor: 'c', for: 'b' }] }, 'actor', ids));
  });

  it('is listed, each once', () => {
    assert.deepEqual(
      references(claim).map(({ kind, id }) => `${kind} ${id}`),
      ['topic t', 'actor b', 'actor old-b', 'actor a', 'source b'],
    );
  });

  it('is replaced by another; links that come to say the same are one', () => {
    assert.deepEqual(withReferent(claim, 'actor', ids, 'a').links, [
      { role: 'speaker', actor: 'a', annotation: 'm1', for: 'a' },
      { role: 'speaker', actor: 'a' },
      { role: 'addressee', actor: 'a' },
      { role: 'source', source: 'b' },
    ]);
    const both = {
      links: [
        { role: 'speaker', actor: 'b' },
        { role: 'speaker', actor: 'a' },
      ],
    };
    assert.deepEqual(withReferent(both, 'actor', ids, 'a').links, [{ role: 'speaker', actor: 'a' }]);
  });

  it('is removed; a link that says nothing else goes', () => {
    assert.deepEqual(withReferent(claim, 'actor', ids, undefined).links, [
      { role: 'speaker', annotation: 'm1' },
      { role: 'speaker', actor: 'a' },
      { role: 'source', source: 'b' },
    ]);
    const only = { type: 'claim', links: [{ role: 'speaker', actor: 'b' }] };
    assert.deepEqual(withReferent(only, 'actor', ids, undefined), { type: 'claim' });
    assert.deepEqual(withReferent({ topic: 'b' }, 'topic', ids, undefined), {});
  });

  it('stays the same object where it is something else', () => {
    assert.equal(withReferent(claim, 'topic', ids, 'a'), claim);
  });
});
