import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../../src/exchange/articles/pdf/lines';
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

  it('loses the page numbers of a preface, and heads that change with the chapter', async () => {
    const roman = ['iii', 'iv', 'v'];
    const pages = Array.from({ length: 30 }, (_, page) => [
      { x: 60, y: 800, text: page < 6 ? '' : `Chapter ${['one', 'two', 'three', 'four'][Math.floor((page - 6) / 6)]}` },
      ...column([`Sentence ${'abcdefghijklmnopqrstuvwxyzABCD'[page]} of the text.`]),
      { x: 300, y: 40, text: roman[page] ?? (page < 6 ? '' : `${page}`) },
    ]);
    const article = await read(pdfOf(pages.map((lines) => lines.filter(({ text }) => text !== ''))), 'levy.pdf');
    assert.equal(noted(article, HEADS), 3 + 24 + 24);
    assert.doesNotMatch(article.text, /Chapter|\d|^(?:iii|iv|v)$/m);
    assert.equal(article.text.match(/Sentence/g)?.length, 30);
  });

  it('knows the width of a column under lines that are wider', async () => {
    const lines = [
      'A narrow column has lines that end',
      'where it does, and nothing shows its',
      'width but these lines themselves, as',
      'they are under a name and an address',
      'that go over all of the page, which is',
      'twice as wide as this column is, so it',
      'isn’t the measure of the lines here.',
    ];
    const wide = 'Ingrid Maslow, Coastal Institute, 12 Harbour Road, Merrow, and others elsewhere who wrote it too';
    const { text } = await read(pdfOf([[...column([wide]), ...column(lines, { top: 700 })]]), 'levy.pdf');
    assert.equal(text, `${wide}\n\n${lines.join(' ')}`);
  });

  it('keeps the lines of a table of contents', async () => {
    const lines = ['Why the levy was doubled in March 3', 'What the Convention of Lysa says of tolls 14', 'Notes 20'];
    assert.equal((await read(pdfOf([column(lines)]), 'levy.pdf')).text, lines.join('\n'));
  });

  it('is read where the page is printed across the paper', async () => {
    const across = ['A table that is wider than the', 'page is high goes up the page.'].map((text, row) => ({
      ...{ x: 100 + row * LEADING, y: 60, text, goesUp: true },
    }));
    const article = await read(pdfOf([column(['Level.']), [...across, { x: 20, y: 20, text: '7' }]]), 'levy.pdf');
    assert.equal(article.text, `Level.\n\n${across.map(({ text }) => text).join(' ')}`);
    assert.equal(noted(article, 'pieces of text that isn’t level'), 1);
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
    const shown = [
      { x: 60, y: 780, text: 'The levy', size: 20 },
      ...column(['Coastal Institute', 'and some more text here']),
    ];
    const strange = { Title: '88300 162..177', Author: 'SE:W:CAR:MP' };
    assert.deepEqual((await read(pdfOf([shown], { info: strange }), 'levy.pdf')).info, { title: 'The levy' });
    const there = { Title: 'The levy', Author: 'Coastal Institute' };
    assert.deepEqual((await read(pdfOf([shown], { info: there }), 'levy.pdf')).info, {
      title: 'The levy',
      author: 'Coastal Institute',
    });
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

  it('with an object of a number beyond all bounds is refused at once', () =>
    refuses(
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>>\nendobj\n2147483647 0 obj <</Root 1 0 R>>\nendobj',
      'levy.pdf',
      /This is not a PDF, or it is damaged/,
    ));

  it('whose parts hold each other is refused soon', () => {
    const part = (other: string): string =>
      `<< /Subtype /Form /BBox [0 0 999 999] /Resources << /Font << /F1 7 0 R >> /XObject << /X ${other} 0 R >> >> /Length 64 >>
stream
BT /F1 24 Tf (Round and round) Tj ET 0.5 0 0 0.5 9 9 cm /X Do    
endstream`;
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 300] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
      '<< /Length 5 >>\nstream\n/X Do\nendstream',
      part('6'),
      part('5'),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ].map((content, index) => `${index + 1} 0 obj\n${content}\nendobj\n`);
    const file = `%PDF-1.4\n${objects.join('')}trailer\n<< /Root 1 0 R /Size 8 >>\n%%EOF`;
    return refuses(file, 'levy.pdf', /Parts of a page hold each other without end/);
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

describe('A line that is read from the right', () => {
  const SIZE = 10;
  const line = (pieces: readonly (readonly [string, number, number])[]): string[] =>
    linesOf(
      pieces.map(([str, x, width]) => ({ str, transform: [SIZE, 0, 0, SIZE, x, 500], width, height: SIZE })),
      0,
      () => assert.fail('It is level'),
    ).map(({ text }) => text);

  it('has its words in order, whether they come from the left or from the right', () => {
    const words = [
      ['ليسا', 100, 30],
      [' ', 130, 5],
      ['اتفاقية', 135, 40],
      [' ', 175, 5],
      ['قالت', 180, 30],
    ] as const;
    assert.deepEqual(line(words), ['قالت اتفاقية ليسا']);
    assert.deepEqual(line([...words].reverse()), ['قالت اتفاقية ليسا']);
  });

  it('keeps words and numbers of other scripts that stand together', () => {
    assert.deepEqual(
      line([
        ['לחוק', 100, 30],
        ['ABC', 135, 20],
        [' ', 155, 5],
        ['Shipping 15', 160, 60],
        ['סעיף', 225, 30],
      ]),
      ['סעיף ABC Shipping 15 לחוק'],
    );
  });

  it('has letters, not their shapes', () => assert.deepEqual(line([['\ufedf\ufee8\ufe8e', 100, 30]]), ['لنا']));

  it('is none where the letters go to the right: a jump back is another line', () =>
    assert.deepEqual(
      line([
        ['right', 300, 30],
        ['left', 100, 30],
      ]),
      ['right', 'left'],
    ));
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
