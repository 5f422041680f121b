import assert from 'node:assert/strict';
import { compareDoubts, doubtKey, doubtsOf } from '../../../../src/editor/attention/doubts';
import { worstStanding, type PlacedAnnotation, type PlacedTarget } from '../../../../src/model/annotation';

function range(start: number, fields: Partial<PlacedTarget> = {}): PlacedTarget {
  return { start, end: start + 3, exact: 'old', prefix: '', suffix: '', standing: 'anchored', ...fields };
}

function annotation(target: readonly PlacedTarget[], fields: Partial<PlacedAnnotation> = {}): PlacedAnnotation {
  return { id: 'a', type: 'claim', target, standing: worstStanding(target.map(({ standing }) => standing)), ...fields };
}

const candidates = [
  { start: 40, end: 43, confidence: 0.7 },
  { start: 90, end: 93, confidence: 0.2 },
];

describe('Doubts', () => {
  it('are the uncertain ranges, at their best candidate or else where they are taken to be', () => {
    const target = [range(1), range(5, { standing: 'uncertain', candidates }), range(9, { standing: 'uncertain' })];
    const places = [
      { start: 2, end: 5 },
      { start: 50, end: 53 },
      { start: 60, end: 63 },
    ];
    const doubts = doubtsOf(annotation(target), places);
    assert.deepEqual(
      doubts.map(({ rangeIndex, standing, place }) => [rangeIndex, standing, place]),
      [
        [1, 'uncertain', { start: 40, end: 43 }],
        [2, 'uncertain', { start: 60, end: 63 }],
      ],
    );
    assert.deepEqual(doubts[0]?.candidates, candidates);
    assert.equal(new Set(doubts.map(doubtKey)).size, 2);
  });

  it('are one for an annotation whose text is gone, and none beside an uncertain range', () => {
    const gone = [range(5, { standing: 'orphaned' }), range(9, { standing: 'orphaned' })];
    const empty = { start: 7, end: 7 };
    assert.deepEqual(
      doubtsOf(annotation(gone), [empty, empty]).map(({ rangeIndex, place }) => [rangeIndex, place]),
      [[0, empty]],
    );
    const mixed = [range(5, { standing: 'orphaned' }), range(9, { standing: 'uncertain' })];
    assert.deepEqual(
      doubtsOf(annotation(mixed), [empty, empty]).map(({ rangeIndex }) => rangeIndex),
      [1],
    );
  });

  it('are none where a person has decided, or where all is anchored', () => {
    const gone = [range(5, { standing: 'orphaned' })];
    assert.deepEqual(doubtsOf(annotation(gone, { orphaned: true }), [{ start: 0, end: 0 }]), []);
    assert.deepEqual(doubtsOf(annotation([range(5)]), [{ start: 5, end: 8 }]), []);
  });

  it('come in the order of the text', () => {
    const at = (id: string, start: number, end: number): ReturnType<typeof doubtsOf>[number] => {
      const [doubt] = doubtsOf(annotation([range(0, { standing: 'uncertain' })], { id }), [{ start, end }]);
      assert.ok(doubt);
      return doubt;
    };
    const all = [at('late', 9, 12), at('b', 1, 3), at('long', 1, 8), at('a', 1, 3)];
    assert.deepEqual(
      all.sort(compareDoubts).map((doubt) => doubt.annotation.id),
      ['long', 'a', 'b', 'late'],
    );
  });
});
