import assert from 'node:assert/strict';
import { isOwnPosition } from '../../../src/suggest/ownVoice';

describe('isOwnPosition', () => {
  const own = (text: string): boolean =>
    isOwnPosition(text, { range: { start: 0, end: text.length }, quoted: [], quotedShare: 0 });
  const positions = [
    'It should be kept.',
    'The levy is wrong in its amount.',
    'The state must pass a law.[1]',
    'It is fair to say that it was late.',
    'That was a terrible mistake.',
  ];
  for (const text of positions) it(text, () => assert.ok(own(text)));
  for (const text of ['It rains.', 'Should it be kept?', 'What should be done', 'The wrong road is long.'])
    it(`not: ${text}`, () => assert.ok(!own(text)));
  it('is not what is quoted', () =>
    assert.ok(!isOwnPosition('It must go.', { range: { start: 0, end: 11 }, quoted: [], quotedShare: 0.9 })));
});
