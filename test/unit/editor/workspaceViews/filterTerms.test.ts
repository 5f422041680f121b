import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitsFilter, parseFilter } from '../../../../src/editor/workspaceViews/filterTerms';

const article = [
  ['title', 'Velmar and Its Allies Condemn ‘Toll’'],
  ['author', 'Tomás Reyk'],
  ['date', '2024-03-09'],
  ['file', 'articles/velmar.txt'],
] as const;
const fits = (typed: string): boolean => fitsFilter(parseFilter(typed), article);

describe('A filter of a view', () => {
  it('takes words, quoted words and words of a field', () => {
    assert.deepEqual(parseFilter(' levy "Strait  Authority" author:Kim topic:“the levy” date:2023-12'), [
      { words: 'levy' },
      { words: 'strait authority' },
      { words: 'kim', field: 'author' },
      { words: 'the levy', field: 'topic' },
      { words: '2023-12', field: 'date' },
    ]);
  });

  it('takes an address for words, and what is not finished as far as it goes', () => {
    assert.deepEqual(parseFilter('https://kcna.kp "open'), [{ words: 'https://kcna.kp' }, { words: 'open' }]);
    assert.deepEqual(parseFilter('author: "" ”'), [{ words: 'author:' }]);
  });

  it('wants all words, in whatever case and with or without accents', () => {
    assert.ok(fits('ALLIES reyk'));
    assert.ok(fits('tomas "its allies"'));
    assert.ok(!fits('allies kim'));
    assert.ok(fits(''));
  });

  it('looks for words of a field in that field alone', () => {
    assert.ok(fits('author:reyk'));
    assert.ok(!fits('author:velmar'));
    assert.ok(!fits('nofield:velmar'));
  });

  it('matches a date from its beginning', () => {
    assert.ok(fits('2024-03'));
    assert.ok(!fits('03-09'));
    assert.ok(fits('date:2024'));
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        for (const { words } of parseFilter(typed)) assert.notEqual(words, '');
        fits(typed);
      }),
    );
  });
});
