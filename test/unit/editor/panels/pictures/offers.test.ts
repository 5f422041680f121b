import assert from 'node:assert/strict';
import { actorOffers } from '../../../../../src/editor/panels/pictures/offers';
import { effectiveCodebook } from '../../../../../src/model/codebook';

const book = (...actors: { id: string; name: string }[]): ReturnType<typeof effectiveCodebook> =>
  effectiveCodebook({ actors });

describe('Offers of actors', () => {
  it('are names in their order, each once, and ids where a name is of several', () => {
    const books = [
      book({ id: 'velmar', name: 'Velmar' }, { id: 'karsk', name: 'Karsk' }, { id: 'kim', name: 'Kim' }),
      book({ id: 'kim-2', name: 'Kim' }, { id: 'karsk', name: 'Karsk' }),
    ];
    assert.deepEqual(actorOffers(books), ['Karsk', 'Velmar', 'kim', 'kim-2']);
  });
});
