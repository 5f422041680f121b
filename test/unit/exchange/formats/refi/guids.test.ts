import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  annotationGuid,
  holdsId,
  nameGuid,
  plainGuid,
  rangeId,
  thingGuid,
} from '../../../../../src/exchange/formats/refi/guids';

const unit = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz');
const ids = fc.oneof(
  fc.string({ unit, minLength: 12, maxLength: 12 }),
  fc.constantFrom('000000000000', 'zzzzzzzzzzzz'),
);
/** UUIDs of version 8 by RFC 9562. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('GUIDs of annotations', () => {
  it('are UUIDs of version 8 that give the id back', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.nat(2 ** 18 - 1), async (id, n) => {
        const first = await annotationGuid(id, 'a01f9');
        assert.ok(holdsId(first));
        assert.equal(thingGuid(first, 'range'), first);
        const guid = thingGuid(first, 'range', n);
        assert.match(guid, uuid);
        assert.equal(rangeId(guid), id);
        assert.equal(rangeId(plainGuid(`{${guid.toUpperCase()}}`)), id);
        assert.equal(rangeId(thingGuid(first, 'coding', n)), undefined);
      }),
    );
  });

  it('differ by article, thing and number, and hold another id as a hash', async () => {
    const id = 'b3k90000000z';
    const firsts = [await annotationGuid(id, '00000'), await annotationGuid(id, '00001')];
    const all = firsts.flatMap((first) =>
      (['range', 'note'] as const).flatMap((thing) =>
        [0, 1, 1023, 1024, 2 ** 18 - 1].map((n) => thingGuid(first, thing, n)),
      ),
    );
    assert.equal(new Set(all).size, 20);
    const other = await annotationGuid('not one of ours', '00000');
    assert.match(other, uuid);
    assert.ok(!holdsId(other));
    assert.equal(rangeId(other), undefined);
  });

  it('of names are UUIDs too, and no other program’s is taken for ours', async () => {
    assert.match(await nameGuid('code', 'actors', 'الصين'), uuid);
    for (const guid of ['', 'x', '34653336-3766-3235-6466-363134396437', '5a0d0a01-f900-8fff-bfff-ffffffffffff']) {
      assert.equal(rangeId(guid), undefined);
    }
  });
});
