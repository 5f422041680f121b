import assert from 'node:assert/strict';
import type { CodedArticle } from '../../../../src/analysis/agreement/codedArticle';
import { codersOf } from '../../../../src/analysis/agreement/codedArticle';
import { disagreements, linkKeysIn, type DisagreementChoice } from '../../../../src/analysis/agreement/disagreements';
import { by, coded } from './coded';

/** Each as its kinds and what stands against what, in the order of the creators. */
function listed(article: CodedArticle, creators = ['ann', 'bob'], choice: DisagreementChoice = {}): readonly string[] {
  return disagreements(article, creators, choice).map(
    ({ kinds, sides }) => `${kinds.join('+')}: ${sides.map(({ id = '-' }) => id).join(' ')}`,
  );
}

describe('disagreements between coders', () => {
  it('are none where both say the same, by whatever id it goes', () => {
    const article = coded([
      by('ann', 'a1', 'actor', [0, 5], { actor: 'korea' }),
      by('bob', 'b1', 'actor', [0, 5], { actor: 'dprk' }),
      by('ann', 'a2', 'claim', [0, 50], {
        topic: 'tests',
        links: [{ role: 'speaker', actor: 'korea', annotation: 'a1' }],
      }),
      by('bob', 'b2', 'claim', [0, 50], { topic: 'tests', links: [{ role: 'speaker', annotation: 'b1' }] }),
    ]);
    assert.deepEqual(listed(article), []);
  });

  it('are listed the worst first, each with what differs', () => {
    const article = coded([
      by('ann', 'a1', 'claim', [0, 100], { topic: 'tests', stance: 'support' }),
      by('bob', 'b1', 'claim', [0, 90], { topic: 'tests', stance: 'oppose', attribution: 'quoted' }),
      by('bob', 'b2', 'claim', [200, 250], { topic: 'tests' }),
      by('ann', 'a3', 'actor', [300, 305], { actor: 'korea' }),
      by('bob', 'b4', 'actor', [310, 320], { actor: 'russia' }),
      by('ann', 'a4', 'actor', [310, 320], { actor: 'korea' }),
    ]);
    assert.deepEqual(listed(article), [
      'missing: - b2',
      'stance+attribution+target: a1 b1',
      'actor: a4 b4',
      'missing: a3 -',
    ]);
    const [, opposed] = disagreements(article, ['ann', 'bob']);
    // 1 - (1 - 0.8) (1 - 0.5) (1 - 0.4 (1 - 90/100))
    assert.ok(Math.abs((opposed?.severity ?? 0) - 0.904) < 1e-12);
    assert.deepEqual([opposed?.start, opposed?.end], [0, 100]);
  });

  it('pairs what is about the same before what is nearest', () => {
    const article = coded([
      by('ann', 'a1', 'claim', [0, 100], { topic: 'tests' }),
      by('ann', 'a2', 'claim', [0, 90], { topic: 'sanctions' }),
      by('bob', 'b1', 'claim', [0, 90], { topic: 'tests' }),
      by('bob', 'b2', 'claim', [0, 100], { topic: 'sanctions' }),
    ]);
    assert.deepEqual(listed(article), ['target: a1 b1', 'target: a2 b2']);
  });

  it('see another type on one place, but not in a mention inside a claim', () => {
    const article = coded([
      by('ann', 'a1', 'claim', [0, 100]),
      by('bob', 'b1', 'passage', [0, 90]),
      by('bob', 'b2', 'actor', [10, 20]),
    ]);
    assert.deepEqual(listed(article), ['type+target: a1 b1', 'missing: - b2']);
  });

  it('compare links by where they lead, also to annotations of the same place', () => {
    const to = (annotation: string) => ({ links: [{ role: 'repeats', annotation }] });
    const article = coded([
      ...[by('ann', 'a1', 'claim', [0, 50]), by('bob', 'b1', 'claim', [0, 50])],
      ...[by('ann', 'a2', 'claim', [60, 90], to('a1')), by('bob', 'b2', 'claim', [60, 90], to('b1'))],
      ...[by('ann', 'a3', 'claim', [95, 99], to('a1')), by('bob', 'b3', 'claim', [95, 99], to('b2'))],
    ]);
    assert.deepEqual(listed(article), ['links: a3 b3']);
  });

  it('know links that say the same, whoever made what they lead to', () => {
    const keyOf = linkKeysIn(
      coded([
        by('ann', 'a1', 'source', [0, 50]),
        by('bob', 'b1', 'source', [0, 48]),
        by('bob', 'b2', 'source', [60, 80]),
      ]),
    );
    const [a1, b1, b2] = ['a1', 'b1', 'b2'].map((annotation) => keyOf({ role: 'evidence', annotation }));
    assert.equal(a1, b1);
    assert.notEqual(a1, b2);
    assert.notEqual(a1, keyOf({ role: 'source', annotation: 'a1' }));
  });

  it('are between all coders at once, a side each', () => {
    const article = coded([
      by('ann', 'a1', 'claim', [0, 50], { stance: 'support' }),
      by('bob', 'b1', 'claim', [0, 50], { stance: 'support' }),
      by('cem', 'c1', 'claim', [0, 50], { stance: 'neutral' }),
      by('ann', 'a2', 'actor', [60, 65]),
    ]);
    assert.deepEqual(listed(article, ['cem', 'ann', 'bob']), ['missing: - a2 -', 'stance: c1 a1 b1']);
    const [missing, stance] = disagreements(article, ['ann', 'bob', 'cem']);
    assert.ok(Math.abs((missing?.severity ?? 0) - (0.6 * 2) / 3) < 1e-12);
    // Two of three pairs are half of the greatest distance apart.
    assert.ok(Math.abs((stance?.severity ?? 0) - (0.8 * 2 * 0.5) / 3) < 1e-12);
  });

  it('are settled by an annotation that supersedes all of it, which is no reading itself', () => {
    const article = coded([
      by('ann', 'a1', 'claim', [0, 50], { stance: 'support' }),
      by('bob', 'b1', 'claim', [0, 50], { stance: 'oppose' }),
      by('ann', 'd1', 'claim', [0, 50], { stance: 'oppose', supersedes: ['a1', 'b1'] }),
      by('bob', 'b2', 'claim', [60, 80]),
    ]);
    assert.deepEqual(listed(article), ['missing: - b2']);
    assert.deepEqual(listed(article, ['ann', 'bob'], { settled: true }), ['missing: - b2', 'stance: a1 b1']);
    const settled = disagreements(article, ['ann', 'bob'], { settled: true })[1];
    assert.deepEqual(settled?.settledBy, ['d1']);
    // As her last word, Ann agrees with Bob.
    assert.deepEqual(listed(article, ['ann', 'bob'], { decisions: true }), ['missing: - b2']);
  });

  it('don’t take a decision that nothing is to be marked for something that is marked', () => {
    const article = coded([
      by('ann', 'a1', 'claim', [0, 50]),
      by('ann', 'd1', 'none', [0, 50], { supersedes: ['a1'] }),
      by('bob', 'b1', 'claim', [60, 80]),
    ]);
    assert.deepEqual(listed(article), ['missing: - b1']);
    assert.deepEqual(listed(article, ['ann', 'bob'], { decisions: true }), ['missing: - b1']);
    assert.deepEqual(codersOf(article), ['ann', 'bob']);
  });

  it('leave out what has no place or lies in an excluded range', () => {
    const excluded = [{ start: 100, end: 200, exact: '', prefix: '', suffix: '' }];
    const article = coded(
      [
        by('ann', 'a1', 'claim', [0, 50], { standing: 'orphaned' }),
        by('ann', 'a2', 'claim', [110, 150]),
        by('ann', 'a3', 'claim', [190, 210]),
      ],
      { info: { excluded } },
    );
    assert.deepEqual(listed(article), ['missing: a3 -']);
  });

  it('know who coded an article: who annotated it, or says to have read it', () => {
    const article = coded([by('eve', 'e1', 'claim', [0, 5], { supersedes: ['x'] }), by('bob', 'b1', 'claim', [0, 5])], {
      coding: [
        { creator: 'ann', status: 'done' },
        { creator: 'cem', status: 'todo' },
        { creator: 'dan', status: 'irrelevant' },
      ],
    });
    assert.deepEqual(codersOf(article), ['ann', 'bob', 'dan']);
  });
});
