import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/model/annotation';
import { linkKey, linksOf, withLink, withoutLink } from '../../../src/model/links';

const claim: Annotation = {
  id: 'c',
  type: 'claim',
  target: [],
  links: [
    { role: 'speaker', actor: 'a', annotation: 'm' },
    { role: 'source', source: 's' },
  ],
};

describe('links', () => {
  it('are known by role and actor, or else annotation, or else source', () => {
    assert.equal(linkKey({ role: 'r', actor: 'x', annotation: '1' }), linkKey({ role: 'r', actor: 'x', source: '2' }));
    const keys = [
      { role: 'r', actor: 'x' },
      { role: 'r', annotation: 'x' },
      { role: 'r', source: 'x' },
      { role: 'q', source: 'x' },
    ];
    assert.equal(new Set(keys.map(linkKey)).size, 4);
  });

  it('are found by role', () => {
    assert.deepEqual(linksOf(claim, 'source'), [{ role: 'source', source: 's' }]);
    assert.deepEqual(linksOf({}, 'source'), []);
  });

  it('are replaced in place, or added as the last', () => {
    const replaced = withLink(claim, { role: 'speaker', actor: 'a', for: 'nato' });
    assert.deepEqual(replaced.links, [{ role: 'speaker', actor: 'a', for: 'nato' }, claim.links?.[1]]);
    assert.deepEqual(withLink(claim, { role: 'holder', actor: 'a' }).links?.length, 3);
    assert.equal(claim.links?.length, 2);
  });

  it('are removed, and the field with the last', () => {
    const one = withoutLink(claim, { role: 'speaker', actor: 'a' });
    assert.deepEqual(one.links, [{ role: 'source', source: 's' }]);
    assert.ok(!('links' in withoutLink(one, { role: 'source', source: 's' })));
    assert.equal(withoutLink(claim, { role: 'holder', actor: 'a' }), claim);
  });
});
