import assert from 'node:assert/strict';
import { dateOf } from '../../../src/suggest/dates';
import { guessMetadata } from '../../../src/suggest/metadata';
import { articles } from './articles';

const body =
  'The envoys of the two sides met in the city, and all that is known of it is that they left by the evening.';

describe('guessMetadata', () => {
  it('reads title, author, date, publisher and address from the head', () => {
    const text = `A Headline of Some Length\nBy Jane Roe, Senior Fellow\nTuesday, December 19, 2023\nSource: The Weekly\nhttps://example.org/a\n\n${body}`;
    assert.deepEqual(guessMetadata(text), {
      title: 'A Headline of Some Length', author: 'Jane Roe', publisher: 'The Weekly', date: '2023-12-19', url: 'https://example.org/a', language: 'en',
    }); // prettier-ignore
  });

  it('takes a lone name behind the headline for the author, a heading for none', () => {
    assert.equal(guessMetadata(`A Headline Here\n\nJane Roe\n${body}`).author, 'Jane Roe');
    assert.equal(guessMetadata(`A Headline Here\n\nThe Background\n${body}`).author, undefined);
  });

  it('takes the name above the lines about the author, where no byline stands in the head', () => {
    const text = `A Headline Here\n\n${body}\n\nQuist\n\nMarsk-based reporter for The Weekly.\n\nRecent Posts\nOthers`;
    assert.equal(guessMetadata(text).author, 'Quist');
    assert.equal(guessMetadata(text.replace('Here\n', 'Here\nBy Jane Roe\n')).author, 'Jane Roe');
    assert.equal(guessMetadata(text.replace('reporter', 'company')).author, undefined);
  });

  it('is quick with lines that nearly fit, however long', () => {
    const blank = ' '.repeat(15_000);
    for (const begun of ['Source', 'Publisher :', 'URL:', 'By'])
      assert.deepEqual(guessMetadata(`${begun}${blank}${'x'.repeat(200)}.`), {}, begun);
  });

  it('leaves out what it does not see', () => {
    assert.deepEqual(guessMetadata(body), { language: 'en' });
    assert.deepEqual(guessMetadata(''), {});
    assert.deepEqual(guessMetadata('북한은 미국을 비난했다.'), {});
    assert.equal(
      guessMetadata('# Ein Titel\n\nDie Gesandten trafen sich in der Stadt und gingen am Abend wieder.').language,
      undefined,
    );
  });

  it('reads dates of a line, and nothing else', () => {
    const dates: [string, string | undefined][] = [
      ['December 19, 2023', '2023-12-19'],
      ['Published: 9 Dec. 2023', '2023-12-09'],
      ['Updated on Sept 3rd, 2022 at 10:30 a.m.', '2022-09-03'],
      ['2023-12-19T10:00:00Z', '2023-12-19'],
      ['2023年12月9日', '2023-12-09'],
      ['March 2023', '2023-03'],
      ['February 30, 2023', undefined],
      ['12/11/2023', undefined],
      ['On December 19, 2023 they met', undefined],
      ['', undefined],
    ];
    for (const [line, expected] of dates) assert.equal(dateOf(line), expected, line);
  });

  it('reads the real articles', () => {
    const [first, second, third] = [...articles.values()].map(guessMetadata);
    if (!first || !second || !third) return;
    assert.equal(first.author, 'Sangsoo Lee');
    assert.match(first.title ?? '', /^North Korea Is Joining/u);
    assert.match(second.title ?? '', /^North Korea and Russia: How/u);
    assert.equal(second.author, 'Noto');
    assert.deepEqual(third, { language: 'en' });
  });
});
