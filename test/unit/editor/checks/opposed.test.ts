import assert from 'node:assert/strict';
import { opposed, type Claim } from '../../../../src/editor/checks/opposed';
import { effectiveCodebook } from '../../../../src/model/codebook';

const lists = effectiveCodebook({
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'korea', name: 'Korea', formerIds: ['dprk'] },
    { id: 'russia', name: 'Russia' },
  ],
  topics: [{ id: 'tests', name: 'Tests', formerIds: ['launches'] }],
});

function claim(id: string, stance: string | undefined, speaker: string, more: Partial<Claim> = {}): Claim {
  const links = [{ role: 'speaker', actor: speaker }];
  return { id, uri: 'here', topic: 'tests', links, ...(stance === undefined ? {} : { stance }), ...more };
}

/** "a: b c", the claims by which somebody says the opposite of a claim. */
function found(mine: readonly Claim[], others: readonly Claim[] = []): readonly string[] {
  return opposed(mine, others, lists, () => (id) => ({ id, type: 'actor', actor: 'korea', start: 0, end: 1 })).map(
    (one) => `${one.claim.id} ${one.isFor ? '+' : '-'}: ${one.others.map(({ id }) => id).join(' ')}`,
  );
}

describe('opposed', () => {
  it('finds one actor for and against one topic, under former ids too, here and elsewhere', () => {
    assert.deepEqual(
      found(
        [
          claim('a', 'support', 'korea'),
          claim('b', 'oppose', 'dprk', { topic: 'launches' }),
          claim('c', 'oppose', 'russia'),
        ],
        [claim('d', 'oppose', 'korea', { uri: 'there' }), claim('e', 'support', 'korea', { uri: 'there' })],
      ),
      ['a +: b d', 'b -: a e'],
    );
  });

  it('takes a claim for its holder’s, else its speaker’s, by mention or on behalf of somebody', () => {
    const holder = {
      links: [
        { role: 'speaker', actor: 'korea' },
        { role: 'holder', actor: 'russia' },
      ],
    };
    assert.deepEqual(found([claim('a', 'support', 'x', holder), claim('b', 'oppose', 'korea')]), []);
    assert.deepEqual(found([claim('a', 'support', 'x', holder), claim('b', 'oppose', 'russia')]), ['a +: b', 'b -: a']);
    const mention = { links: [{ role: 'speaker', annotation: 'm' }] };
    const behalf = { links: [{ role: 'speaker', actor: 'minister', for: 'korea' }] };
    assert.deepEqual(found([claim('a', 'support', 'x', mention), claim('b', 'oppose', 'x', behalf)]), [
      'a +: b',
      'b -: a',
    ]);
  });

  it('minds neither neutral claims, nor those without stance or topic, nor contradictions that are known', () => {
    const links = [
      { role: 'speaker', actor: 'korea' },
      { role: 'contradicts', annotation: 'a' },
    ];
    assert.deepEqual(
      found([claim('a', 'support', 'korea'), claim('b', 'neutral', 'korea'), claim('c', undefined, 'korea')]),
      [],
    );
    assert.deepEqual(found([claim('a', 'support', 'korea'), claim('b', 'oppose', 'korea', { links })]), []);
    assert.deepEqual(
      found([claim('a', 'support', 'korea')], [claim('b', 'oppose', 'korea', { links, uri: 'there' })]),
      ['a +: b'],
      'a link leads to an annotation of its own article',
    );
    const { topic, ...bare } = claim('b', 'oppose', 'korea');
    assert.equal(topic, 'tests');
    assert.deepEqual(found([claim('a', 'support', 'korea'), bare]), []);
  });
});
