import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boilerplate, headings, paragraphAt, structure } from '../../../src/suggest/structure';
import { articles } from './articles';
import { slice } from './marked';

const article = `Envoys Return to the Table

Jane Q. Roe
December 19, 2023
FacebookFacebookTwitterTwitterShare
Introduction:
The envoys of both countries returned to the table this week, and neither side expects much of it.
What does each side want?

Each side wants the other to move first, as it has for the last twenty years of talks.

Keep Reading

- A first point: it holds.
- A second point
Roe

Roe is a Geneva-based writer for a weekly.

Related Publications
-
Another Headline Altogether
Introduction: The leaders met […]
`;

describe('structure', () => {
  it('takes closing marks off a Markdown heading, however many there are', () => {
    const title = (line: string): string | undefined => headings(`${line}\n\nA paragraph.`)[0]?.title;
    assert.equal(title('# A title ##'), 'A title');
    assert.equal(title('# A title#'), 'A title');
    assert.equal(title('# A # #'), 'A #');
    const inside = `${'#'.repeat(100_000)}${' '.repeat(100_000)}b`;
    assert.equal(title(`# A ${inside}`), `A ${inside}`);
  });

  it('tells what each line is', () => {
    const kinds = structure(article).map(({ kind }) => kind);
    assert.deepEqual(kinds, [
      'headline', 'blank', 'byline', 'date', 'boilerplate', 'heading', 'paragraph', 'heading', 'blank', 'paragraph',
      'blank', 'boilerplate', 'blank', 'bullet', 'bullet', 'boilerplate', 'blank', 'boilerplate', 'blank', 'boilerplate',
      'boilerplate', 'boilerplate', 'boilerplate', 'blank',
    ]); // prettier-ignore
  });

  it('gives the headings an outline needs', () => {
    assert.deepEqual(
      headings(article).map(({ title, level }) => [title, level]),
      [
        ['Envoys Return to the Table', 1],
        ['Introduction:', 2],
        ['What does each side want?', 2],
      ],
    );
    const markdown = '# Title\n\nText of it, which is here.\n\n### Deep ##\nMore of the text.';
    const found = headings(markdown);
    assert.deepEqual(
      found.map(({ title, level }) => [title, level]),
      [
        ['Title', 1],
        ['Deep', 3],
      ],
    );
    assert.equal(slice(markdown, found[0]?.range), 'Title');
  });

  it('proposes the boilerplate, and nothing of the article', () => {
    assert.deepEqual(
      boilerplate(article).map((range) => slice(article, range)?.split('\n')[0]),
      ['FacebookFacebookTwitterTwitterShare', 'Keep Reading', 'Roe'],
    );
    assert.equal(boilerplate(article).at(-1)?.end, article.trimEnd().length);
  });

  it('goes on behind a section where whole paragraphs follow', () => {
    const paragraph = `${'The talks went on for another week without any result. '.repeat(6).trim()}`;
    const text = `A Headline\n\n${paragraph}\n\nRelated Posts\nA teaser…\n\n${paragraph}\n\n${paragraph}`;
    assert.deepEqual(
      boilerplate(text).map((range) => slice(text, range)),
      ['Related Posts\nA teaser…'],
    );
  });

  it('takes an ordinary short paragraph for neither heading nor boilerplate', () => {
    const text =
      'The editor of the paper opposed the law and said so in print on Monday.\nShe left.\nMore sanctions on Russia were agreed.\nNobody was surprised.';
    assert.deepEqual(
      structure(text).map(({ kind }) => kind),
      ['paragraph', 'paragraph', 'paragraph', 'paragraph'],
    );
  });

  it('copes with empty and one-line texts', () => {
    assert.deepEqual(
      structure('').map(({ kind }) => kind),
      ['blank'],
    );
    assert.deepEqual(headings('\n\n'), []);
    assert.deepEqual(boilerplate('Related'), []);
  });

  it('finds the paragraph: a line without its marker, or the lines that were wrapped', () => {
    const wrapped =
      'The envoys of both countries met on a very cold\nmorning in March and spoke of the treaty. Then\nthey left.';
    const text = `Title\n\n${wrapped}\n\n- A bullet`;
    assert.equal(slice(text, paragraphAt(text, 60)), wrapped);
    assert.equal(slice(text, paragraphAt(text, text.length)), 'A bullet');
    assert.deepEqual(paragraphAt(text, 6), { start: 6, end: 6 });
  });

  it('takes short paragraphs line by line for no wrapped one', () => {
    const text =
      'Russia rejected the plan for a third time on Monday evening.\nThe tests went on for years.\nNobody knows why they did.';
    assert.equal(slice(text, paragraphAt(text, 70)), 'The tests went on for years.');
  });

  it('covers every text line by line, in one pass', () => {
    const line = fc.constantFrom(
      '',
      'Title Of It',
      '- a',
      '-',
      'Recent Posts',
      'By Kim Lee',
      'May 3, 2024',
      'A sentence 😀 of it.',
      '\t',
      '# H',
      '===',
      'Share',
      '題',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const found = structure(text);
        assert.equal(found.map(({ range }) => slice(text, range)).join('\n'), text);
        for (const { range, body } of found)
          assert.ok(range.start <= body.start && body.start <= body.end && body.end <= range.end);
        for (const range of boilerplate(text)) assert.ok(range.start < range.end && range.end <= text.length);
      }),
    );
  });

  it('reads the real articles', () => {
    const [first, second, third] = [...articles.values()];
    if (first === undefined || second === undefined || third === undefined) return;
    assert.deepEqual(
      boilerplate(first).map((range) => [slice(first, range)?.split('\n')[0], range.end]),
      [['Related Publications', first.length]],
    );
    assert.equal(structure(first).find(({ kind }) => kind === 'byline')?.range.start, 63);
    assert.deepEqual(
      boilerplate(second).map((range) => slice(second, range)?.split('\n')[0]?.slice(0, 12)),
      ['WhatsAppWhat', 'Keep Reading', 'Noto'],
    );
    assert.deepEqual(
      headings(second).map(({ title }) => title.slice(0, 13)),
      ['North Korea a', 'What are the ', 'What are the '],
    );
    assert.deepEqual(boilerplate(third), []);
    assert.equal(headings(third).length, 4);
    assert.equal(structure(third).filter(({ kind }) => kind === 'bullet').length, 15);
  });
});
