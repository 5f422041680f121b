import assert from 'node:assert/strict';
import { distance, nearestFirst } from '../../../../src/editor/pickers/nearness';

describe('Nearness', () => {
  it('is nothing where ranges overlap or touch, else what lies between, on either side', () => {
    assert.equal(distance({ start: 0, end: 5 }, { start: 3, end: 4 }), 0);
    assert.equal(distance({ start: 0, end: 5 }, { start: 5, end: 9 }), 0);
    assert.equal(distance({ start: 0, end: 5 }, { start: 8, end: 9 }), 3);
    assert.equal(distance({ start: 8, end: 9 }, { start: 0, end: 5 }), 3);
  });

  it('counts the nearest of several ranges; what stands nowhere comes last, equals in their order', () => {
    const items = [
      { id: 'gone', ranges: [] },
      { id: 'far', ranges: [{ start: 90, end: 95 }] },
      {
        id: 'two',
        ranges: [
          { start: 0, end: 1 },
          { start: 52, end: 53 },
        ],
      },
      { id: 'left', ranges: [{ start: 30, end: 35 }] },
      { id: 'right', ranges: [{ start: 55, end: 56 }] },
    ];
    const order = nearestFirst(items, ({ ranges }) => ranges, [{ start: 40, end: 50 }]);
    assert.deepEqual(
      order.map(({ id }) => id),
      ['two', 'left', 'right', 'far', 'gone'],
    );
  });
});
