import assert from 'node:assert/strict';
import { plainMessage } from '../../../src/editor/plainMessage';

describe('A message with names from files', () => {
  it('holds no links, and shows what turns the direction', () => {
    const hostile = plainMessage('[Russia](command:workbench.action.quit) said \u202etxt.exe\u2066');
    assert.doesNotMatch(hostile, /\]\(|[\u202a-\u202e\u2066-\u2069]/u);
    assert.equal(
      hostile.replaceAll('\u200b', ''),
      '[Russia](command:workbench.action.quit) said ⟨U+202E⟩txt.exe⟨U+2066⟩',
    );
    assert.equal(plainMessage('Tag “DPRK” (North Korea)'), 'Tag “DPRK” (North Korea)');
  });

  it('makes no link of what it shows in place of something unseen', () => {
    assert.doesNotMatch(plainMessage('\u202e(command:a) [x]\u200b(command:b)'), /\]\(/u);
  });

  it('is not longer than VS Code shows', () => {
    assert.equal(plainMessage('x'.repeat(1_000_000)).length, 1000);
  });
});
