import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleName } from '../../../../src/exchange/articles/articleName';
import { nameKey } from '../../../../src/exchange/importing/newPath';

describe('The file name of an article', () => {
  const named = (title: string | undefined, date?: string, ...taken: string[]): string =>
    articleName(
      { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) },
      'Quelle.final.pdf',
      new Set(taken.map(nameKey)),
    );

  it('is its day and title', () => {
    assert.equal(named('Title in words', '2023-12-20'), '2023-12-20 Title in words.txt');
    assert.equal(named('Title', '2023-12'), '2023-12 Title.txt');
    assert.equal(named('2023-12-20 Title', '2023-12-20'), '2023-12-20 Title.txt');
    assert.equal(named(undefined, '2023-12-20'), '2023-12-20 Quelle.final.txt');
    assert.equal(articleName({}, '.html', new Set()), 'html.txt');
    assert.equal(articleName({ title: '???' }, '///', new Set()), 'article.txt');
  });

  it('has nothing that a disk refuses', () => {
    assert.equal(named('Karsk: “who, us?” <b>\u202e\n\tA/B\u0000\\C*'), 'Karsk - “who, us” b A - B - C.txt');
    assert.equal(named('..\\..\\etc/passwd'), 'etc - passwd.txt');
    assert.equal(named('CON'), 'CON_.txt');
    assert.equal(named('com1.a'), 'com1_.a.txt');
    assert.equal(named('Console'), 'Console.txt');
    assert.equal(named('The end...'), 'The end.txt');
  });

  it('is once in its folder, whatever the case and the accents', () => {
    assert.equal(named('Zölle', undefined, 'zo\u0308lle.TXT', 'Zölle (2).txt'), 'Zölle (3).txt');
  });

  it('is cut at a word, and never in a character', () => {
    const long = named('word '.repeat(100), '2023-12-20');
    assert.ok(long.length <= 120 && /word\.txt$/.test(long), long);
    assert.equal(named('a'.repeat(300)).length, 120);
  });

  it('of anything at all is one that every disk takes', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(anything, anything, fc.constantFrom(undefined, '2024', '2024-02-03'), (title, source, date) => {
        const info = { title, ...(date === undefined ? {} : { date }) };
        const name = articleName(info, source, new Set());
        const other = articleName(info, source, new Set([nameKey(name)]));
        for (const each of [name, other]) {
          assert.ok(each.length <= 120 && new TextEncoder().encode(each).length <= 200, each);
          assert.match(each, /^[^\s.~-][^<>:"/\\|?*\p{C}]*\.txt$/u);
          assert.ok(!/[. ]\.txt$/.test(each), each);
          assert.doesNotMatch(each, /^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        }
        assert.notEqual(nameKey(other), nameKey(name));
      }),
      { numRuns: 500 },
    );
  });
});
