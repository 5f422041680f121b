import assert from 'node:assert/strict';
import { added, figuresOf, overlap, tallied, verdictOn, type Answer } from '../../../../bench/anchoring/score';
import type { Truth } from '../../../../bench/anchoring/truth';

/** From 10 to 20; from 5, where the word before replaced one of its own. */
const truth: Truth = { inner: { start: 10, end: 20 }, outer: { start: 5, end: 20 }, survived: 0.7 };
const at = (start: number, end: number): Answer => ({ start, end, standing: 'anchored' });
const unsure: Answer = { start: 0, end: 0, standing: 'uncertain' };
const orphan: Answer = { start: 0, end: 0, standing: 'orphaned' };

describe("the bench's score", () => {
  it('is exact at either truth', () => {
    assert.equal(verdictOn(truth, at(10, 20)), 'exact');
    assert.equal(verdictOn(truth, at(5, 20)), 'exact');
    assert.equal(verdictOn(truth, at(7, 20)), 'hit');
    assert.equal(verdictOn(truth, at(10, 21)), 'hit');
  });

  it('is a hit from half of what either has', () => {
    assert.equal(overlap(truth, at(10, 15)), 0.5);
    assert.equal(verdictOn(truth, at(10, 15)), 'hit');
    assert.equal(verdictOn(truth, at(10, 14)), 'wrong');
    assert.equal(overlap(truth, at(10, 30)), 0.5);
    assert.equal(verdictOn(truth, at(10, 31)), 'wrong');
    assert.equal(overlap(truth, at(20, 30)), 0);
    assert.equal(overlap(truth, at(0, 20)), 15 / 20);
  });

  it('knows what survives from what was deleted', () => {
    assert.equal(verdictOn(truth, orphan), 'missed');
    assert.equal(verdictOn(truth, unsure), 'uncertain');
    assert.equal(verdictOn(undefined, at(1, 2)), 'false');
    assert.equal(verdictOn(undefined, orphan), 'gone');
    assert.equal(verdictOn(undefined, unsure), 'unsure');
  });

  it('gives shares of the surviving ones, and of all', () => {
    const truths = [truth, truth, truth, truth, undefined, undefined, undefined, undefined];
    const answers = [at(10, 20), at(10, 21), at(50, 60), orphan, at(1, 2), orphan, unsure, orphan];
    const figures = figuresOf(tallied(truths, answers));
    assert.deepEqual([figures.targets, figures.surviving, figures.deleted, figures.falseAnchors], [8, 4, 4, 1]);
    assert.deepEqual(
      [figures.hit, figures.exact, figures.wrong, figures.missed, figures.uncertain],
      [50, 25, 25, 25, 0],
    );
    assert.deepEqual([figures.misplaced, figures.uncertainOfAll], [25, 12.5]);
  });

  it('counts remnants among the rest, and apart', () => {
    const remnant = { ...truth, survived: 0.2 };
    const figures = figuresOf(tallied([truth, remnant], [at(10, 20), orphan]));
    assert.equal(figures.hit, 50);
    assert.equal(figures.hitOfWhole, 100);
  });

  it('knows whether the right place is among those that an uncertain answer names', () => {
    const named = tallied([truth, truth], [{ ...unsure, candidates: [at(40, 50), at(10, 20)] }, unsure]);
    assert.equal(named.named, 1);
  });

  it('adds samples up by how many targets they stand for', () => {
    const [all, sample] = [tallied([truth], [at(10, 20)]), tallied([truth], [orphan])];
    assert.equal(figuresOf(added([all, sample])).hit, 50);
    assert.equal(figuresOf(added([all, sample], [1, 3])).hit, 25);
  });

  it('takes an answer for each target', () => {
    assert.throws(() => tallied([truth], []), RangeError);
  });
});
