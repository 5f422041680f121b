import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineJoiner } from '../../../../src/exchange/articles/pdf/hyphens';
import { pdfOf, type PdfLine } from './pdfWriter';
import { noted, read, refuses } from './reading';

const LEADING = 14;

/** Lines of a column from its top, 11 points high. An empty one leaves a gap; one that starts with spaces is indented. */
function column(lines: readonly string[], { x = 60, top = 740 } = {}): PdfLine[] {
  return lines
    .map((text, index) => ({
      x: x + (text.startsWith(' ') ? 16 : 0),
      y: top - index * LEADING,
      text: text.trim(),
    }))
    .filter(({ text }) => text !== '');
}

const HEADS = 'running heads, feet and page numbers';
const WORDS = 'words put together that were broken at line ends';

describe('A PDF as an article', () => {
  it('gives paragraphs by gaps, by indents and after short lines', async () => {
    const lines = [
      'The Federation doubled the levy that it collects from all ships in',
      'the strait, and its neighbours call it a toll. “A plain breach,” they',
      'say.',
      'The ministry says that the payment is for pilots, buoys, ice-breaking',
      'and nothing else at all, whatever the neighbours may say of it now.',
      '  Indented lines start one too, as they do in most of the books that',
      'are printed with care and without gaps between their paragraphs now.',
      '',
      'A gap does so as well.',
      '• One thing that is listed here and goes on for more than one line of',
      'the column.',
      '• Another.',
    ];
    assert.equal(
      (await read(pdfOf([column(lines)]), 'levy.pdf')).text,
      [
        `${lines[0]} ${lines[1]} say.`,
        `${lines[3]} ${lines[4]}`,
        `${lines[5]?.trim()} ${lines[6]}`,
        lines[8],
        `${lines[9]} ${lines[10]}`,
        lines[11],
      ].join('\n\n'),
    );
  });

  it('keeps lines that were ended on purpose, and tells headings by their size', async () => {
    const { text, info } = await read(
      pdfOf([
        [
          { x: 60, y: 780, text: 'The levy', size: 20 },
          ...column([
            'Coastal Institute',
            '12 Harbour Road',
            'Merrow',
            '',
            'Its letters go to whoever asks, and then some more words to be wide.',
          ]),
        ],
      ]),
      'levy.pdf',
    );
    assert.equal(
      text,
      'The levy\n\nCoastal Institute\n12 Harbour Road\nMerrow\n\nIts letters go to whoever asks, and then some more words to be wide.',
    );
    assert.deepEqual(info, { title: 'The levy' });
  });

  it('is read column by column, and goes on over columns and pages', async () => {
    const page = (number: number): PdfLine[] => [
      ...column([`Page ${number} starts on the left of it and`, 'goes down to where the column has its'], {}),
      ...column(['end, and on the right it goes on to the', 'very bottom, where the sentence has no'], { x: 320 }),
    ];
    const { text } = await read(pdfOf([page(1), [...column(['end but here.'])]]), 'levy.pdf');
    assert.equal(
      text,
      'Page 1 starts on the left of it and goes down to where the column has its end, and on the right it goes on to the very bottom, where the sentence has no end but here.',
    );
  });

  it('loses running heads, feet and page numbers, which are counted, and nothing that only looks like them', async () => {
    const pages = [1, 2, 3, 4, 5].map((number) => [
      ...(number === 1 ? [] : [{ x: 60, y: 800, text: number % 2 ? 'Coastal Institute' : 'The levy – an assessment' }]),
      ...column([
        `${'abcde'[number - 1]}) Sentence ${number} of the text, which is here, ends on its page, and is long.`,
        '',
        '1931',
        '',
        'Said twice.',
      ]),
      { x: number % 2 ? 60 : 500, y: 40, text: `– ${number + 10} –` },
      { x: 60, y: 60, text: ['Ostmark', 'Hallin', 'Velmar', 'Karsk', 'Sunhavn'][number - 1] ?? '' },
    ]);
    const article = await read(pdfOf(pages), 'levy.pdf');
    assert.equal(noted(article, HEADS), 9);
    assert.doesNotMatch(article.text, /Coastal|assessment|– 1\d –/);
    assert.equal(article.text.match(/1931/g)?.length, 5);
    assert.equal(article.text.match(/Said twice\./g)?.length, 5);
    for (const word of ['Ostmark', 'Sunhavn', 'Sentence 1', 'Sentence 5']) assert.ok(article.text.includes(word), word);
  });

  it('mends words that are broken at a line’s end, and counts them', async () => {
    const article = await read(
      pdfOf([
        column([
          'It is a matter of interna-',
          'tional law and of long-term non-',
          'proliferation, as non-proliferation has been called in Anglo-',
          'American circles since 1931-',
          '35, a state-of-the-',
          'art matter of interpre-',
          'tation.',
        ]),
      ]),
      'levy.pdf',
    );
    assert.equal(
      article.text,
      'It is a matter of international law and of long-term non-proliferation, as non-proliferation has been called in Anglo-American circles since 1931-35, a state-of-the-art matter of interpretation.',
    );
    assert.equal(noted(article, WORDS), 2);
  });

  it('tells its title, author and day', async () => {
    const info = {
      Title: 'Microsoft Word - Zölle im Sund 😀',
      Author: 'Ingrid Maslow',
      CreationDate: "D:20240314080000+01'00'",
    };
    assert.deepEqual((await read(pdfOf([column(['Text.'])], { info }), 'levy.pdf')).info, {
      title: 'Zölle im Sund 😀',
      author: 'Ingrid Maslow',
      date: '2024-03-14',
    });
    assert.deepEqual((await read(pdfOf([column(['Text.'])], { info: { Title: 'draft3.docx' } }), 'levy.pdf')).info, {});
  });

  it('counts pages that are pictures; with no other, it is refused', async () => {
    const article = await read(pdfOf([column(['Text.']), [], []]), 'levy.pdf');
    assert.equal(noted(article, 'pages without text'), 2);
    await refuses(pdfOf([[], []]), 'scan.pdf', /^scan\.pdf: The PDF has no text, but pictures of pages: .*\(OCR\)\.$/);
  });

  it('loses and adds no word, however it is set', async () => {
    const words = fc.array(fc.constantFrom('Karsk', 'the', 'levy,', '“tolls”', '1931', 'end.', 'a', 'ice-breaking'), {
      minLength: 1,
      maxLength: 200,
    });
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 15, max: 60 }), fc.constantFrom(1, 2), async (text, width, columns) => {
        const lines = text.join(' ').match(new RegExp(`.{1,${width}}(?: |$)`, 'g')) ?? [];
        const rows = 30;
        const pages = Array.from({ length: Math.ceil(lines.length / rows / columns) }, (_, page) =>
          Array.from({ length: columns }, (__, at) => {
            const from = (page * columns + at) * rows;
            return column(
              lines.slice(from, from + rows).map((line) => line.trim()),
              { x: 40 + at * 330 },
            );
          }).flat(),
        );
        const found = (await read(pdfOf(pages), 'levy.pdf')).text;
        assert.deepEqual(found.split(/\s+/), text);
      }),
      { numRuns: 60 },
    );
  });

  it('takes no notice of its name, and leaves the bytes as they are', async () => {
    const bytes = pdfOf([column(['Text.'])]);
    const copy = bytes.slice();
    assert.equal((await read(bytes, 'levy.html')).text, 'Text.');
    assert.deepEqual(bytes, copy);
  });
});

describe('A hostile PDF', () => {
  it('with a password is refused', () =>
    refuses(
      pdfOf([column(['Secret.'])], { isEncrypted: true }),
      'levy.pdf',
      /encrypted with a password: save a copy without one\.$/,
    ));

  it('that is cut off gives its text or a message', async () => {
    const whole = pdfOf([column(['First page.']), column(['Second page.'])]);
    for (let end = 5; end < whole.length; end += 97) {
      const article = await read(whole.subarray(0, end), 'levy.pdf').catch((error: unknown) => error);
      if (article instanceof Error)
        assert.match(article.message, /^levy\.pdf: (?:This is not a PDF|The PDF has no text)/);
    }
  });

  it('of nonsense is refused', () => refuses('%PDF-1.4\nnonsense', 'levy.pdf', /This is not a PDF, or it is damaged/));

  it('whose pages lead in a circle ends', async () => {
    const text = String.fromCharCode(...pdfOf([column(['Text.'])])).replace('/Kids [4 0 R]', '/Kids [2 0 R]');
    const article = await read(
      Uint8Array.from(text, (char) => char.charCodeAt(0)),
      'levy.pdf',
    ).catch((error: unknown) => error);
    assert.ok(article instanceof Error && article.message.startsWith('levy.pdf: '), String(article));
  });
});

describe('Lines become one', () => {
  const joined = (first: string, second: string, words: readonly string[] = []): string =>
    new LineJoiner(words).joined(first, second).join('');

  it('with a space, but not in Chinese and Japanese', () => {
    assert.equal(joined('one', 'two'), 'one two');
    assert.equal(joined('北朝鮮は', '決議を'), '北朝鮮は決議を');
    assert.equal(joined('결의를', '준수'), '결의를 준수');
  });

  it('with a hyphen where the document has it', () => {
    assert.equal(joined('a co-', 'operation'), 'a cooperation');
    assert.equal(joined('a co-', 'operation', ['Co-operation']), 'a co-operation');
    assert.equal(joined('a co-', 'operation', ['co-operation', 'cooperation']), 'a cooperation');
    assert.equal(joined('Zusam\u00ad', 'Menhang'), 'ZusamMenhang');
    assert.equal(joined('so –', 'and'), 'so – and');
    assert.equal(joined('so -', 'and'), 'so - and');
  });
});
