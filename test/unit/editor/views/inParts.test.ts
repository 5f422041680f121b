import assert from 'node:assert/strict';
import { inParts } from '../../../../src/editor/views/inParts';

interface Row {
  readonly id: string;
  readonly children: readonly Row[];
}
const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `${index}`, children: [] }));
const part = (children: readonly Row[], first: number, last: number): Row => ({ id: `${first}-${last}`, children });

describe('Rows of a view', () => {
  it('stay as they are up to a thousand', () => {
    const some = rows(1000);
    assert.equal(inParts(some, part), some);
  });

  it('come in parts where they are more, each in one, in order', () => {
    const parts = inParts(rows(100_001), part);
    assert.equal(parts.length, 201);
    assert.deepEqual([parts[0]?.id, parts[1]?.id, parts.at(-1)?.id], ['1-500', '501-1000', '100001-100001']);
    assert.deepEqual(
      parts.flatMap(({ children }) => children.map(({ id }) => id)),
      rows(100_001).map(({ id }) => id),
    );
  });
});
