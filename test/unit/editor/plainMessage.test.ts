import assert from 'node:assert/strict';
import { plainMessage } from '../../../src/editor/plainMessage';

describe('A message with names from files', () => {
  it('holds no links, and turns no direction', () => {
    const hostile = plainMessage('[Russia](command:workbench.action.quit) said \u202etxt.exe\u2066');
    assert.doesNotMatch(hostile, /\]\(|[\u202a-\u202e\u2066-\u2069]/u);
    assert.equal(hostile.replaceAll('\u200b', ''), '[Russia](command:workbench.action.quit) said txt.exe');
    assert.equal(plainMessage('Tag “DPRK” (North Korea)'), 'Tag “DPRK” (North Korea)');
  });
});
