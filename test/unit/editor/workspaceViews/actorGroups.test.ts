import assert from 'node:assert/strict';
import type { Actor } from '../../../../src/model/codebook';
import { actorsByKind } from '../../../../src/editor/workspaceViews/actorGroups';
import { relationsOf } from '../../../../src/editor/workspaceViews/relations';

const actor = (name: string, fields: Partial<Actor> = {}): Actor => ({ id: name.toLowerCase(), name, ...fields });

describe('Actors in a view', () => {
  it('are grouped by the kinds that we know, then others, then none, each by name', () => {
    const groups = actorsByKind([
      actor('Zed'),
      actor('Ship', { kind: 'vessel' }),
      actor('Party', { kind: 'alliance' }),
      actor('Ann', { kind: 'person' }),
      actor('Velmar', { kind: 'state' }),
      actor('Karsk', { kind: 'state' }),
      actor('Nobody', { kind: ' ' }),
    ]);
    assert.deepEqual(
      groups.map(({ kind, actors }) => [kind, actors.map(({ name }) => name)]),
      [
        ['state', ['Karsk', 'Velmar']],
        ['person', ['Ann']],
        ['alliance', ['Party']],
        ['vessel', ['Ship']],
        [undefined, ['Nobody', 'Zed']],
      ],
    );
  });

  it('tell whom they belong to, by former ids too', () => {
    const all = [
      actor('Allies', { members: ['velmar', 'old-sunhavn', 'nobody'] }),
      actor('Velmar'),
      actor('Sunhavn', { formerIds: ['old-sunhavn'] }),
      actor('Minister', { parent: 'old-sunhavn' }),
    ];
    const [allies, velmar, sunhavn, minister] = all;
    const told = (one: Actor | undefined): unknown =>
      one && relationsOf(one, all).map(({ relation, actors }) => [relation, actors.map(({ id }) => id)]);
    assert.deepEqual(told(allies), [['members', ['sunhavn', 'velmar']]]);
    assert.deepEqual(told(velmar), [['memberOf', ['allies']]]);
    assert.deepEqual(told(sunhavn), [
      ['memberOf', ['allies']],
      ['parts', ['minister']],
    ]);
    assert.deepEqual(told(minister), [['parent', ['sunhavn']]]);
  });
});
