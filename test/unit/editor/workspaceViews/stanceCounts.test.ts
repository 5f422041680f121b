import assert from 'node:assert/strict';
import { sidesOf, stancesInOrder } from '../../../../src/editor/workspaceViews/stanceCounts';

const stances = [
  { id: 'oppose', name: 'Oppose', value: -1 },
  { id: 'demand', name: 'Demand', value: 2 },
  { id: 'support', name: 'Support', value: 1 },
  { id: 'neutral', name: 'Neutral', value: 0 },
];

describe('Stances in a view', () => {
  it('are summed by side, and none is not neutral', () => {
    const counts = new Map([
      ['support', 3],
      ['demand', 1],
      ['oppose', 2],
      ['neutral', 4],
      ['', 5],
      ['unheard-of', 1],
    ]);
    assert.deepEqual(sidesOf(counts, stances), { for: 4, against: 2, neutral: 4, none: 6 });
  });

  it('come from for to against, then unknown ones, then none', () => {
    const ids = ['', 'oppose', 'unheard-of', 'support', 'neutral', 'demand'];
    assert.deepEqual(stancesInOrder(ids, stances), ['demand', 'support', 'neutral', 'oppose', 'unheard-of', '']);
  });
});
