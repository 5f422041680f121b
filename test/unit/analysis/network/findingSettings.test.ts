import assert from 'node:assert/strict';
import {
  givenOfFindings,
  readFindingSettings,
  type FindingSettings,
} from '../../../../src/analysis/network/findingSettings';
import { missingClaims, missingInNetwork } from '../../../../src/analysis/network/missing';
import { readNetworkSettings } from '../../../../src/analysis/network/reading';
import type { Given } from '../../../../src/analysis/settings';
import { article, coded, gathered, network } from './coded';

const read = (given: Given, ofNetwork: Given = { aggregation: 'congruence' }): FindingSettings =>
  readFindingSettings(given, readNetworkSettings(ofNetwork));

describe('settings of what is found in a network', () => {
  it('are read, and given back', () => {
    for (const given of [
      {},
      { backbone: 'nested' },
      { backbone: 'fixed', 'backbone-size': 3, measures: true },
      { clusters: 'communities' },
      { clusters: 'actor.attribute:power' },
    ]) {
      assert.deepEqual(givenOfFindings(read(given)), given);
    }
    assert.deepEqual(read({ backbone: 'no', 'backbone-size': '1', clusters: 'no', measures: false }), read({}));
  });

  it('are refused with what to do', () => {
    const refused = (given: Given, ofNetwork: Given | undefined, words: RegExp): void =>
      assert.throws(() => read(given, ofNetwork), words);
    refused({ backbone: 'nestd' }, undefined, /Did you mean nested/);
    refused({ backbone: 'nested' }, { mode: 'two-mode' }, /choose mode one-mode/);
    refused({ backbone: 'nested' }, { window: 'days' }, /choose mode one-mode and window no/);
    refused({ backbone: 'nested', 'backbone-size': 3 }, undefined, /choose backbone fixed/);
    refused({ 'backbone-size': 0 }, undefined, /whole number, 1 or more/);
    refused({ clusters: 'topic' }, undefined, /it is no, communities, actor\.kind/);
    refused({ clusters: 'actor.kind' }, { mode: 'two-mode' }, /choose mode one-mode/);
    refused({ clusters: 'actor.kind' }, {}, /choose aggregation congruence/);
    refused({ measures: true }, { mode: 'event-list' }, /choose another mode/);
  });
});

describe('what is missing for a network', () => {
  const missing = (given: Given, claims: string): string | undefined => {
    const { counts, settings } = gathered(given, claims === '' ? article('a.txt', []) : coded(claims));
    return missingClaims(counts, settings);
  };

  it('is said, and what to do', () => {
    assert.match(missing({}, '') ?? '', /There is no claim in these articles: annotate claims/);
    assert.equal(missing({}, 'A x\nB x'), undefined);
    assert.equal(
      missing({ aggregation: 'congruence' }, 'A x\nB x'),
      'All 2 claims are without a qualifier: annotate stance, or choose aggregation ignore.',
    );
    assert.equal(
      missing({ from: '2023' }, 'A x\nB x support 2022\nB y support 2021'),
      'No claim is left: 2 of 3 are out of the period: choose another from or to.',
    );
    assert.match(missing({ from: '2023' }, 'A x') ?? '', /give dates to articles or claims/);
  });

  it('of one row alone there is no network of one mode', () => {
    const claims = coded('A x\nA y');
    assert.match(missingInNetwork(network({}, claims)) ?? '', /position is A in all claims: .* ties two or more/);
    assert.equal(missingInNetwork(network({ mode: 'two-mode' }, claims)), undefined);
  });
});
