import assert from 'node:assert/strict';
import { guessForm, mayBecomeAlias } from '../../../src/suggest/form';

describe('guessForm', () => {
  const cases = {
    name: [
      'Kim Jong Un',
      'US',
      'the US',
      'The United States',
      'U.S.',
      'WHO',
      'Democratic People’s Republic of Korea',
      'al-Qaeda',
      'Yoon Suk-yeol',
      'Ludwig van Beethoven',
      '북한',
      '中国',
      'Москва',
      'Pyongyang’s',
    ],
    pronoun: ['it', 'It', 'who', 'they', 'both', 'its', 'Who', '他们', 'они'],
    nominal: [
      'both countries',
      'Both countries',
      'the two nations',
      'The two nations',
      'analysts',
      'Analysts',
      'North Korea’s leadership',
      'the US and its allies',
      'its allies',
      'These nations',
      'the country',
      'The country',
      '',
      '12 %',
    ],
  } as const;
  for (const [form, surfaces] of Object.entries(cases)) {
    for (const surface of surfaces) it(`“${surface}” is ${form}`, () => assert.equal(guessForm(surface), form));
  }

  it('lets proper names only become aliases', () => {
    for (const surface of cases.name) assert.ok(mayBecomeAlias(surface), surface);
    for (const surface of [...cases.pronoun, ...cases.nominal, `${'Kim '.repeat(30)}`])
      assert.ok(!mayBecomeAlias(surface), surface);
  });
});
