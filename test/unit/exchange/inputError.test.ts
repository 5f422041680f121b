import assert from 'node:assert/strict';
import { InputError } from '../../../src/exchange/inputError';

describe('The message of what can’t be read', () => {
  it('is one line of bounded length that says the place, whatever the file holds', () => {
    const bad = `a\r\nb\u2028c\u202e\u0000${'x'.repeat(100_000)}`;
    const { message, problem } = new InputError(`“${bad}” is no number`, { path: `${bad}.csv`, line: 3, at: bad });
    for (const text of [message, problem]) {
      assert.ok(text.length < 2_000, `${text.length}`);
      assert.doesNotMatch(text, /[\p{Cc}\u2028\u2029\u202e]/u);
    }
    assert.match(message, /^a b c⟨U\+202E⟩⟨U\+0000⟩x+…: “a b c/);
  });

  it('ends as the sentence does', () => {
    assert.equal(new InputError('Is it cut off?', { path: 'a', line: 2 }).message, 'a, line 2: Is it cut off?');
    assert.equal(new InputError('It is cut off', { path: 'a', at: 'T1' }).message, 'a, T1: It is cut off.');
  });
});
