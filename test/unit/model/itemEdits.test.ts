import assert from 'node:assert/strict';
import type { Actor, ReferredLists, Topic } from '../../../src/model/codebook';
import { idsWithin, isBelow, mergeItems, removeItem, replaceItem } from '../../../src/model/itemEdits';

const actor = (id: string, more: object = {}): Actor => ({ id, name: id.toUpperCase(), ...more });
const lists = (...actors: Actor[]): ReferredLists => ({ actors, topics: [], sources: [] });

/** The lists after the changes. */
function changed(before: ReferredLists, changes: ReturnType<typeof mergeItems>['changes']): ReferredLists {
  const after = (list: keyof ReferredLists): object[] =>
    before[list].flatMap((item) => {
      const change = changes.find((other) => other.list === list && other.id === item.id);
      return change ? (change.after ?? []) : [item];
    });
  return { actors: after('actors'), topics: after('topics'), sources: after('sources') } as unknown as ReferredLists;
}

function merged(
  before: ReferredLists,
  kept: string,
  lost: string,
): { after: ReferredLists; dropped: readonly string[] } {
  const find = (id: string): Actor => before.actors.find((other) => other.id === id) ?? assert.fail(id);
  const { changes, dropped } = mergeItems(before, 'actors', find(kept), find(lost));
  return { after: changed(before, changes), dropped };
}

describe('Merging two items of the codebook', () => {
  it('unites names, ids, members and notes, and takes over what only the lost one says', () => {
    const kept = actor('a', { aliases: ['Ay'], formerIds: ['x'], note: 'One.', attributes: { office: 'x', seat: 1 } });
    const lost = actor('b', {
      aliases: ['ay', 'Bee'],
      kind: 'state',
      members: ['a', 'c'],
      formerIds: ['y'],
      note: 'Two.',
      attributes: { office: 'z', since: '1990' },
      ours: { unknown: true },
    });
    const { after, dropped } = merged(lists(kept, lost, actor('c')), 'a', 'b');
    assert.deepEqual(after.actors[0], {
      id: 'a',
      name: 'A',
      aliases: ['Ay', 'B', 'ay', 'Bee'],
      kind: 'state',
      ours: { unknown: true },
      members: ['c'],
      formerIds: ['x', 'b', 'y'],
      attributes: { office: 'x', since: '1990', seat: 1 },
      note: 'One.\n\nTwo.',
    });
    assert.deepEqual(dropped, ['attributes.office']);
    assert.equal(after.actors.length, 2);
  });

  it('tells what both say differently', () => {
    const one = actor('a', { kind: 'state', sameAs: 'https://one' });
    const { after, dropped } = merged(lists(one, actor('b', { kind: 'group', sameAs: 'https://two' })), 'a', 'b');
    assert.deepEqual(dropped, ['kind', 'sameAs']);
    assert.equal(after.actors[0]?.kind, 'state');
  });

  it('lets parents, members and origins that were the lost one’s be the kept one’s', () => {
    const before: ReferredLists = {
      actors: [actor('a'), actor('b'), actor('c', { parent: 'b' }), actor('d', { members: ['b', 'a', 'c'] })],
      topics: [],
      sources: [{ id: 's', name: 'S', origin: 'b' }],
    };
    const { after } = merged(before, 'a', 'b');
    assert.deepEqual(
      after.actors.map(({ parent, members }) => [parent, members]),
      [
        [undefined, undefined],
        ['a', undefined],
        [undefined, ['a', 'c']],
      ],
    );
    assert.equal(after.sources[0]?.origin, 'a');
  });

  it('never makes an item its own parent, however the two stood to each other', () => {
    for (const [kept, lost] of [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'c'],
      ['c', 'a'],
    ] as const) {
      const before = lists(actor('a'), actor('b', { parent: 'a' }), actor('c', { parent: 'b' }));
      const { after } = merged(before, kept, lost);
      for (const item of after.actors) {
        assert.ok(!isBelow(after.actors, item, item.id), `${item.id} is below itself after ${lost} into ${kept}`);
        if (item.parent !== undefined) assert.ok(after.actors.some(({ id }) => id === item.parent));
      }
    }
  });

  it('of topics says that the other name is gone', () => {
    const topics = [
      { id: 'a', name: 'Levy is legal', examples: ['x'] },
      { id: 'b', name: 'The levy is lawful', examples: ['x', 'y'], parent: 'a' },
    ];
    const before: ReferredLists = { actors: [], topics, sources: [] };
    const [kept, lost] = topics as [(typeof topics)[0], (typeof topics)[0]];
    const { changes, dropped } = mergeItems(before, 'topics', kept, lost);
    assert.deepEqual(dropped, ['name']);
    assert.deepEqual(changed(before, changes).topics, [
      { id: 'a', name: 'Levy is legal', examples: ['x', 'y'], formerIds: ['b'] },
    ]);
  });
});

describe('Replacing an item of the codebook', () => {
  it('by nothing removes what referred to it', () => {
    const before = lists(actor('a', { parent: 'x', members: ['x'] }), actor('b', { members: ['x', 'a'] }), actor('x'));
    const { actors } = changed(before, replaceItem(before, 'actors', 'x', undefined));
    assert.deepEqual(actors, [actor('a'), actor('b', { members: ['a'] }), actor('x')]);
  });
});

describe('Removing an item of the codebook', () => {
  const topic = (id: string, parent?: string): Topic => ({ id, name: id, ...(parent === undefined ? {} : { parent }) });
  const topics = [topic('top'), topic('middle', 'top'), topic('low', 'middle')];
  const before: ReferredLists = { actors: [], topics, sources: [] };

  it('lets what stood below it come up to where it stood', () => {
    const { topics: after } = changed(before, removeItem(before, 'topics', topic('middle', 'top'), undefined));
    assert.deepEqual(after, [topic('top'), topic('low', 'top')]);
    const { topics: others } = changed(before, removeItem(before, 'topics', topic('top'), undefined));
    assert.deepEqual(others, [topic('middle'), topic('low', 'middle')]);
  });

  it('or come to another one, which is never below itself', () => {
    const { topics: after } = changed(before, removeItem(before, 'topics', topic('top'), 'middle'));
    assert.deepEqual(after, [topic('middle'), topic('low', 'middle')]);
  });
});

describe('What is within an item of the codebook', () => {
  it('is the item and what is below it, also where parents go round', () => {
    const parents = { a: 'b', b: 'c', c: undefined, d: 'b', e: 'f', f: 'e', g: 'e', h: 'gone' };
    const actors = Object.entries(parents).map(([id, parent]) => actor(id, parent === undefined ? {} : { parent }));
    const within = (id: string): string => [...idsWithin(actors, id)].sort().join('');
    assert.deepEqual(['a', 'b', 'c', 'g', 'h'].map(within), ['a', 'abd', 'abcd', 'g', 'h']);
    assert.equal(within('e'), 'efg');
    for (const { id } of actors) {
      for (const other of actors) {
        if (other.id !== id) assert.equal(idsWithin(actors, id).has(other.id), isBelow(actors, other, id));
      }
    }
  });
});
