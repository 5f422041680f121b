import assert from 'node:assert/strict';
import { isDemonym, kindOfName } from '../../../src/suggest/nameKinds';

describe('kindOfName', () => {
  const cases: [string, string | undefined][] = [
    ['Ministry of Defence', 'organization'],
    ['Alpine Transport Union', 'organization'],
    ['Institute for Public Accounts', 'organization'],
    ['Anna Brandt', 'person'],
    ['Lord Ashby', 'person'],
    ['Sarn Pass', 'place'],
    ['Lake Oru', 'place'],
    ['Lisse Accord', 'work'],
    ['Convention of Lysa', 'work'],
    ['MPs', 'nobody'],
    ['Christmas', 'nobody'],
    ['Velmar', undefined],
    ['Xanthe Quill', undefined],
  ];
  for (const [name, kind] of cases) it(`${name}: ${kind}`, () => assert.equal(kindOfName(name.split(' ')), kind));
});

describe('isDemonym', () => {
  it('knows adjectives of places by their endings', () => {
    for (const word of ['Russian', 'Swedish', 'Chinese', 'Dutch', 'Western', 'Cypriot'])
      assert.ok(isDemonym(word), word);
    for (const word of ['Russia', 'Velmar', 'Vatican', 'Boris']) assert.ok(!isDemonym(word), word);
  });
});
