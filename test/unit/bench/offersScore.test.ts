import assert from 'node:assert/strict';
import { jaccard, pairsOf, ratesOf, scored } from '../../../bench/offers/score';
import type { Claim, Marks } from '../../../bench/offers/gold';

const claim = (start: number, end: number, fields: Partial<Claim> = {}): Claim => ({
  range: { start, end },
  speakers: [],
  holders: [],
  addressees: [],
  stance: undefined,
  attribution: undefined,
  ...fields,
});
const marks = (fields: Partial<Marks>): Marks => ({ mentions: [], claims: [], sources: [], ...fields });

describe('the score of offers', () => {
  it('pairs ranges one to one, those first that have most in common', () => {
    const gold = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
    ];
    const found = [
      { start: 0, end: 20 },
      { start: 1, end: 10 },
      { start: 0, end: 4 },
    ];
    assert.deepEqual(pairsOf(gold, found), [
      [0, 1],
      [1, 0],
    ]);
    assert.equal(jaccard({ start: 0, end: 4 }, { start: 2, end: 6 }), 1 / 3);
    assert.equal(jaccard({ start: 0, end: 4 }, { start: 4, end: 6 }), 0);
  });

  it('counts a mention where range and actor are right', () => {
    const range = { start: 0, end: 5 };
    const gold = marks({ mentions: [{ range, actor: 'a' }] });
    const found = marks({
      mentions: [
        { range, actor: 'b' },
        { range: { start: 0, end: 4 }, actor: 'a' },
      ],
    });
    const { mentions, ranges } = scored(gold, found);
    assert.deepEqual(mentions, { right: 0, found: 2, marked: 1 });
    assert.deepEqual(ranges, { right: 1, found: 2, marked: 1 });
  });

  it('counts speakers of the paired claims, and of all', () => {
    const gold = marks({
      claims: [claim(0, 10, { speakers: ['a', 'b'], stance: 'oppose' }), claim(20, 30, { speakers: ['c'] })],
    });
    const found = marks({
      claims: [claim(0, 9, { speakers: ['a'], stance: 'oppose' }), claim(40, 50, { speakers: ['c'] })],
    });
    const scores = scored(gold, found);
    assert.deepEqual(scores.claims, { right: 1, found: 2, marked: 2 });
    assert.deepEqual(scores.matchedSpeakers, { right: 1, found: 1, marked: 2 });
    assert.deepEqual(scores.speakers, { right: 1, found: 2, marked: 3 });
    assert.deepEqual(scores.stances, { right: 1, found: 1, marked: 1 });
  });

  it('gives precision, recall and F1', () => {
    assert.deepEqual(ratesOf({ right: 3, found: 4, marked: 6 }), { precision: 0.75, recall: 0.5, f1: 0.6 });
    assert.ok(Number.isNaN(ratesOf({ right: 0, found: 0, marked: 0 }).f1));
  });
});
