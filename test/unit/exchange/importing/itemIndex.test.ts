import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ItemIndex } from '../../../../src/exchange/importing/itemIndex';
import { isSameName, lookUp, type Findable } from '../../../../src/model/lookup';

const word = fc.constantFrom('us', 'US', 'Karsk', 'karsk', 'KARSK', ' Karsk ', 'Velmar’s', "velmar's", '', '__proto__');
const item: fc.Arbitrary<Findable> = fc.record(
  { id: word, name: word, aliases: fc.array(word, { maxLength: 3 }), formerIds: fc.array(word, { maxLength: 2 }) },
  { requiredKeys: ['id'] },
);

describe('An index of items', () => {
  it('finds what a look through the list finds', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), word, (items, wanted) => {
        const index = new ItemIndex(items);
        assert.deepEqual(index.lookUp(wanted), lookUp(items, wanted));
        assert.equal(
          index.byId(wanted),
          items.find(({ id }) => id === wanted),
        );
        assert.equal(
          index.byAnyId(wanted),
          items.find(({ id, formerIds = [] }) => id === wanted || formerIds.includes(wanted)),
        );
        const names = items.flatMap(({ name, aliases = [] }) => [...(name === undefined ? [] : [name]), ...aliases]);
        assert.equal(
          index.isNamed(wanted),
          names.some((name) => isSameName(name, wanted)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
