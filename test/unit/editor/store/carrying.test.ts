import assert from 'node:assert/strict';
import type { Placement } from '../../../../src/anchoring/finding/placement';
import { carried } from '../../../../src/editor/store/carrying';

const text = 'Karsk says that Velmar protests.';

function anchored(words: string): Placement {
  const start = text.indexOf(words);
  return { start, end: start + words.length, standing: 'anchored', confidence: 0.9, candidates: [] };
}

describe('What was found in a text that was typed in meanwhile', () => {
  it('stands where the edits took it', () => {
    const [[velmar] = []] = carried(
      text,
      [[anchored('Velmar')]],
      [
        { edits: [{ start: 0, deleted: 0, inserted: 'Today ' }], reason: 'edit' },
        { edits: [{ start: 6, deleted: 6, inserted: '' }], reason: 'edit' },
      ],
    );
    assert.deepEqual(velmar, anchored('Velmar'));
  });

  it('is gone where it was deleted, and takes its likely places along', () => {
    const { start, end } = anchored('Velmar');
    const likely = [
      { start: 0, end: 5, confidence: 0.4 },
      { start, end, confidence: 0.3 },
    ];
    const doubtful: Placement = { ...anchored('says'), standing: 'uncertain', confidence: 0.4, candidates: likely };
    const [[velmar] = [], [says] = []] = carried(
      text,
      [[anchored('Velmar')], [doubtful]],
      [{ text: 'Look: Karsk says that protests.', reason: 'edit' }],
    );
    assert.equal(velmar?.standing, 'orphaned');
    assert.equal(velmar.start, velmar.end);
    assert.equal(says?.standing, 'uncertain');
    assert.deepEqual(says.candidates, [{ start: 6, end: 11, confidence: 0.4 }]);
  });
});
