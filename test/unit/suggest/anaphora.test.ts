import assert from 'node:assert/strict';
import { isOfThisText, referentOf } from '../../../src/suggest/anaphora';

describe('referentOf', () => {
  const cases: [string, ReturnType<typeof referentOf>][] = [
    ['On Monday she ', 'person'],
    ['But it ', 'it'],
    ['They ', 'last'],
    ['I ', 'author'],
    ['We’ve ', 'author'],
    ['This article ', 'author'],
    ['The statement ', 'last'],
    ['The minister ', 'person'],
    ['The new ministry ', 'body'],
    ['Its spokesman ', 'body'],
    ['Her deputy ', 'nobody'],
    ['whose ambassador ', 'antecedent'],
    ['In the ministry ', undefined],
    ['The minister’s office ', 'nobody'],
    ['The kingdom’s ', 'body'],
    ['Two former judges of the tribunal ', undefined],
    ['Analysts ', undefined],
    ['', undefined],
  ];
  for (const [before, expected] of cases)
    it(`“${before}”: ${expected}`, () => assert.equal(referentOf(before), expected));

  it('knows where a text speaks of itself', () => {
    assert.ok(isOfThisText('This paper asks why. '));
    assert.ok(!isOfThisText('The paper asks why. '));
  });
});
