import assert from 'node:assert/strict';
import fc from 'fast-check';
import { itemPlaces, type ItemPlace } from '../../../src/sidecar/itemPlaces';

function says(text: string, place: ItemPlace | undefined): readonly [whole: unknown, name: string] {
  assert.ok(place);
  const part = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  return [JSON.parse(part(place.whole)), JSON.parse(`"${part(place.name)}"`)];
}

describe('itemPlaces', () => {
  it('finds items of each list, whatever the layout and whatever stands in strings', () => {
    const actor = {
      note: '}], "actors": [{"id": "x"',
      id: 'north-korea',
      aliases: ['{"id"'],
      name: 'North \\ "Korea"',
    };
    const content = {
      topics: [{ id: 'north-korea', name: 'A topic', examples: [] }],
      actors: [{ id: 'first' }, actor],
      stances: [{ id: 'support', name: 'For', value: 1 }],
    };
    for (const text of [
      JSON.stringify(content),
      JSON.stringify(content, null, 2),
      JSON.stringify(content, null, '\t'),
    ]) {
      const places = itemPlaces(text);
      assert.deepEqual(says(text, places?.get('actors')?.get('north-korea')), [actor, actor.name]);
      assert.deepEqual(says(text, places?.get('actors')?.get('first')), [{ id: 'first' }, 'first']);
      assert.deepEqual(says(text, places?.get('topics')?.get('north-korea')), [content.topics[0], 'A topic']);
      assert.deepEqual(says(text, places?.get('stances')?.get('support')), [content.stances[0], 'For']);
      assert.equal(places?.get('sources')?.size, 0);
    }
  });

  it('takes the first of several items of one id, and passes over what is no item', () => {
    const text = JSON.stringify({
      actors: [null, 3, [], {}, { id: 7 }, { id: 'a', name: 'One' }, { id: 'a', name: 'Two' }],
    });
    const places = itemPlaces(text);
    assert.deepEqual([...(places?.get('actors')?.keys() ?? [])], ['a']);
    assert.deepEqual(says(text, places?.get('actors')?.get('a')), [{ id: 'a', name: 'One' }, 'One']);
  });

  it('knows nothing of what isn’t JSON, and no items in JSON that is no codebook', () => {
    assert.equal(itemPlaces('{ "actors": [ '), undefined);
    assert.equal(itemPlaces(''), undefined);
    for (const text of ['null', '[]', '"actors"', '{"actors": {"id": "a"}}', '{"__proto__": [{"id": "a"}]}']) {
      assert.ok(
        [...(itemPlaces(text)?.values() ?? [])].every((items) => items.size === 0),
        text,
      );
    }
  });

  it('gives each item its own object', () => {
    const item = fc.record({ id: fc.string(), name: fc.string(), more: fc.json() }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(item), fc.array(item), fc.constantFrom(0, 2), (actors, sources, indent) => {
        const text = JSON.stringify({ actors, sources }, null, indent);
        const places = itemPlaces(text);
        for (const [list, items] of [['actors', actors] as const, ['sources', sources] as const]) {
          for (const { id } of items) {
            const first = items.find((other) => other.id === id);
            assert.deepEqual(says(text, places?.get(list)?.get(id)), [first, first?.name]);
          }
        }
      }),
    );
  });
});
