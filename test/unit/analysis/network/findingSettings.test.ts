import assert from 'node:assert/strict';
import {
  givenOfFindings,
  readFindingSettings,
  type FindingSettings,
} from '../../../../src/analysis/network/findingSettings';
import { readNetworkSettings } from '../../../../src/analysis/network/reading';
import type { Given } from '../../../../src/analysis/settings';

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
