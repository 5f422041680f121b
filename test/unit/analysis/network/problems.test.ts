import assert from 'node:assert/strict';
import { completed } from '../../../../src/anchoring/slices';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import { networkOf } from '../../../../src/analysis/network/networkOf';
import { problemsOf } from '../../../../src/analysis/network/problems';
import type { Given } from '../../../../src/analysis/settings';
import { article, claim, coded, gathered } from './coded';

function said(given: Given, ...articles: readonly AnalysedArticle[]): readonly string[] {
  const statements = gathered(given, ...articles);
  const network = given['mode'] === 'event-list' ? undefined : completed(networkOf(statements));
  return problemsOf(statements, network).map(({ isEmpty, message }) => `${isEmpty ? '' : 'Note: '}${message}`);
}

const two = coded('A x support\nB x oppose');

describe('what is the matter with a network', () => {
  it('is nothing, where it has edges', () => {
    assert.deepEqual(said({}, two), []);
    assert.deepEqual(said({ mode: 'event-list' }, two), []);
  });

  it('is that there are no claims', () => {
    const message = ['There are no claims: mark some in the articles, or choose others.'];
    assert.deepEqual(said({}), message);
    assert.deepEqual(said({ only: ['topic=x'] }, article('a.txt', [])), message);
    assert.deepEqual(said({ mode: 'event-list' }), message);
  });

  it('is why no claim is left, the most frequent reason first, and what to do', () => {
    assert.deepEqual(said({ from: '2022' }, two), [
      'No claim is left of 2: 2 claims have no date. Give the claims or their articles dates like 2022-07-05, or leave out from, to and window.',
    ]);
    assert.deepEqual(said({ window: 'days' }, coded('A x support 2022-02-30')), [
      "No claim is left of 1: 1 claim has no date, or one that doesn't exist. Give the claims or their articles dates like 2022-07-05, or leave out from, to and window.",
    ]);
    assert.deepEqual(said({ to: '2021' }, coded('A x support 2022\nB x')), [
      'No claim is left of 2: 1 claim has no date and 1 claim is not up to 2021. Give the claims or their articles dates like 2022-07-05, or leave out from, to and window.',
    ]);
    assert.deepEqual(said({ aggregation: 'congruence' }, coded('A x\nB x')), [
      'No claim is left of 2: 2 claims have no stance. Give the claims stances, or choose another qualifier, or aggregation ignore.',
    ]);
    const imputed = article('a.txt', [
      claim('1', { attribution: 'imputed' }),
      claim('2', { topic: 'x' }),
      claim('3', { topic: 'x' }),
      claim('4', { speakers: ['A'] }),
    ]);
    assert.deepEqual(said({}, imputed), [
      'No claim is left of 4: 2 claims have no position, 1 claim is imputed and 1 claim has no topic. Link the claims to speakers or holders, or choose other rows.',
    ]);
    assert.deepEqual(said({ only: ['topic=x'], exclude: ['speaker=B', 'speaker=A'] }, two), [
      'No claim is left of 2: 2 claims are left out by exclude or only. Choose other values for exclude or only.',
    ]);
  });

  it('is that one actor is alone', () => {
    assert.deepEqual(said({}, coded('A x support\nA y support')), [
      '2 claims have one position only (A): a one-mode network needs two. Choose other rows, or mode two-mode.',
    ]);
    assert.deepEqual(said({ mode: 'two-mode' }, coded('A x support')), []);
  });

  it('is why there is no edge', () => {
    assert.deepEqual(said({}, coded('A x\nB y')), [
      'No edge is between 2 values of position: no two have a topic in common. Choose other columns, or mode two-mode.',
    ]);
    assert.deepEqual(said({ aggregation: 'congruence' }, two), [
      'No edge is between 2 values of position: no two agree on a topic. Choose aggregation ignore, or other columns.',
    ]);
    assert.deepEqual(said({ mode: 'two-mode', aggregation: 'subtract' }, coded('A x support\nA x oppose')), [
      'No edge is left between 1 value of position and 1 of topic: what is for and against cancels out. Choose aggregation ignore or combine.',
    ]);
  });

  it('is a note where claims are alike, or some are left out for their dates', () => {
    assert.deepEqual(said({ aggregation: 'congruence' }, coded('A x support\nB x support')), [
      'Note: All claims that are left have the same stance (1): none differs from another.',
    ]);
    assert.deepEqual(said({ from: '2022' }, coded('A x - 2022\nB x - 2022-02\nB x\nB x - 2022-99')), [
      "Note: 1 claim has a date that doesn't exist, and counts as without one: correct the date.",
      'Note: 2 claims have no date and are left out: give the claims or their articles one.',
    ]);
  });
});
