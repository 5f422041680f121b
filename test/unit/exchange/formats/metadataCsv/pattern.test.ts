import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchPath, parsePattern } from '../../../../../src/exchange/formats/metadataCsv/pattern';

function taken(pattern: string, path: string): object | undefined {
  const found = matchPath(parsePattern(pattern), path);
  return found && Object.fromEntries(found);
}

describe('Patterns of file names', () => {
  for (const [pattern, path, fields] of [
    [
      '{date}_{publisher}_{title}.txt',
      '2023-12-20_Reuters_A title_with_lines.txt',
      { date: '2023-12-20', publisher: 'Reuters', title: 'A title_with_lines' },
    ],
    ['{section}/{date} {title}', 'x/World/2023-12 Talks.md', { section: 'World', date: '2023-12', title: 'Talks' }],
    ['{title}_{date}', 'North_Korea_tests_20231220.txt', { title: 'North_Korea_tests', date: '2023-12-20' }],
    [
      '{title} ({publisher}, {date})',
      'A b (Le Monde, 20.12.2023).txt',
      { title: 'A b', publisher: 'Le Monde', date: '2023-12-20' },
    ],
    ['{date}{title}', '2023_12_20 a.txt', { date: '2023-12-20', title: 'a' }],
    ['{*} - {attr_wire} - {title}', '0017 - AP - نص 😀.txt', { attr_wire: 'AP', title: 'نص 😀' }],
    ['{title}', 'a.b.c.txt', { title: 'a.b.c' }],
    ['{title}.txt', 'folder/a.txt', { title: 'a' }],
    ['{date}-{title}', '2023-99-x.txt', { date: '2023', title: '99-x' }],
    ['{date}_{title}.txt', '2023-13-40_x.txt', undefined],
    ['{date}_{title}.txt', '2023-12-20_.txt', undefined],
    ['{section}/{title}', 'title.txt', undefined],
    ['{title}.txt', 'a.md', undefined],
  ] as const) {
    it(`${pattern} takes ${JSON.stringify(fields)} from ${path}`, () => {
      assert.deepEqual(taken(pattern, path), fields);
    });
  }

  for (const [pattern, message] of [
    ['{titel}', /\{titel\}: The pattern has an unknown field “titel”; known are title, author/],
    ['{attr_}', /unknown field “attr_”/],
    ['{__proto__}', /unknown field/],
    ['{title', /A brace of the pattern is not closed/],
    ['title', /The pattern has no field/],
    ['{title}-{title}', /has the field “title” twice/],
    ['{title}{author}', /Nothing in the pattern tells where “title” ends/],
  ] as const) {
    it(`${pattern} is refused`, () => {
      assert.throws(() => parsePattern(pattern), message);
    });
  }

  it('find what names were made of, whatever it is', () => {
    const value = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((text) => !/[/~]/.test(text) && text.trim() === text);
    fc.assert(
      fc.property(value, value, fc.constantFrom('2023', '2023-12', '2023-12-20'), (title, publisher, date) => {
        assert.deepEqual(taken('{title}~{date}~{publisher}.txt', `${title}~${date}~${publisher}.txt`), {
          title,
          date,
          publisher,
        });
      }),
    );
  });

  it('end on long names that almost match', () => {
    const pattern = '{title}_{author}_{publisher}_{section}_{url}_{language}_{*}_{*}_{*}!.txt';
    assert.equal(taken(pattern, `${'_a'.repeat(450)}.txt`), undefined);
  });
});
