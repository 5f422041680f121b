import assert from 'node:assert/strict';
import { actorsByValue, clusterOf } from '../../../../src/analysis/network/actorDetails';
import { parseVariable, type Variable } from '../../../../src/analysis/variables';
import { codebook, coded, network } from './coded';

const variable = (text: string): Variable => parseVariable(text) ?? assert.fail(text);
const book = codebook({
  actors: [
    { id: 'A', name: 'Ana', kind: 'person', parent: 'B', attributes: { power: 3, sides: ['l', 'r'], wing: 'l' } },
    { id: 'B', name: 'Bank' },
  ],
  attributes: [
    { id: 'wing', name: 'Wing', type: 'choice', appliesTo: ['actor'], options: [{ id: 'l', name: 'Left' }] },
  ],
});

describe('what codebooks say of the actors of a network', () => {
  it('is found by the nodes’ values', () => {
    const { rows } = network({}, { ...coded('A x\nB x\nC x'), codebook: book });
    const actors = actorsByValue(variable('position'), [book]);
    assert.deepEqual(
      rows.map(({ label, id }) => [label, actors.get(id)?.actor.kind]),
      [
        ['Ana', 'person'],
        ['Bank', undefined],
        ['C', undefined],
      ],
    );
    assert.equal(actorsByValue(variable('topic'), [book]).size, 0);
  });

  it('puts them into clusters', () => {
    const [ana, bank] = actorsByValue(variable('speaker'), [book]).values();
    assert.ok(ana && bank);
    const by = ['actor.kind', 'actor.parent', ...['power', 'sides', 'wing'].map((id) => `actor.attribute:${id}`)];
    const clusters = (of: typeof ana): readonly unknown[] => by.map((text) => clusterOf(variable(text), of));
    assert.deepEqual(clusters(ana), ['person', 'Bank', '3', 'l; r', 'Left']);
    assert.deepEqual(clusters(bank), [undefined, undefined, undefined, undefined, undefined]);
  });
});
