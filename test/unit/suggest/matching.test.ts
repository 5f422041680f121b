import assert from 'node:assert/strict';
import { fitOf, fits, fitting } from '../../../src/suggest/matching';

describe('fitting what was typed', () => {
  it('tells the same, a beginning, beginnings of words, a part, initials and letters', () => {
    const names = ['North Korea', 'DPRK'];
    assert.equal(fitOf('dprk', names), fits.same);
    assert.equal(fitOf('nor', names), fits.prefix);
    assert.equal(fitOf('kor no', names), fits.words);
    assert.equal(fitOf('rth k', names), fits.inside);
    assert.equal(fitOf('nk', names), fits.initials);
    assert.equal(fitOf('nkor', names), fits.letters);
    assert.equal(fitOf('krn', ['Norway']), fits.none);
    assert.equal(fitOf('nx', names), fits.none);
  });

  it('passes over case, accents, full stops and apostrophes', () => {
    assert.equal(fitOf('us', ['U.S.']), fits.same);
    assert.equal(fitOf('cote divoire', ['Côte d’Ivoire']), fits.same);
    assert.equal(fitOf('south-korea', ['South Korea']), fits.same);
  });

  it('puts the best first, and keeps the order of those that fit alike', () => {
    const items = ['Unity', 'Arms to Russia', 'Russia', 'Russian Army'];
    assert.deepEqual(
      fitting('russia', items, (item) => [item]),
      ['Russia', 'Russian Army', 'Arms to Russia'],
    );
    assert.deepEqual(
      fitting('', items, (item) => [item]),
      items,
    );
  });
});
