import assert from 'node:assert/strict';
import { archiveOf, docxParts, paragraph } from './packages';
import { noted, read, refuses } from './reading';

const list = (text: string): string => paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

const body = [
  paragraph('The strait', '<w:pStyle w:val="Heading1"/>'),
  `<w:p><w:r><w:t>The Convention</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> forbids </w:t></w:r><w:del><w:r><w:delText>all </w:delText></w:r></w:del><w:ins><w:r><w:t>tolls 😀.</w:t></w:r></w:ins></w:p>`,
  list('pilots'),
  list('buoys'),
  `<w:tbl><w:tr>${cell('Year')}${cell('Levy')}</w:tr><w:tr>${cell('2024')}${cell('2.40')}</w:tr></w:tbl>`,
  paragraph('The end.'),
].join('');

describe('A Word document as an article', () => {
  it('gives headings, lists, tables, insertions, and notes at the end', async () => {
    const { text, info, notes } = await read(archiveOf(docxParts(body)), 'levy.docx');
    assert.equal(
      text,
      'The strait\n\nThe Convention[1] forbids tolls 😀.\n\n- pilots\n- buoys\n\nYear | Levy\n2024 | 2.40\n\nThe end.\n\n1. Signed in 1931.',
    );
    assert.deepEqual(info, { title: 'The levy', author: 'Ingrid Maslow', date: '2024-03-14' });
    assert.deepEqual(notes, []);
  });

  it('counts what it leaves out', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const parts = docxParts(body, {
      'word/comments.xml': `<w:comments ${w}><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>`,
      'word/header1.xml': `<w:hdr ${w}>${paragraph('Draft')}</w:hdr>`,
      'word/footer1.xml': `<w:ftr ${w}>${paragraph('')}</w:ftr>`,
    });
    const article = await read(archiveOf(parts), 'levy.docx');
    assert.equal(noted(article, 'comments'), 2);
    assert.equal(noted(article, 'heads and feet of pages'), 1);
  });

  it('without properties, and whatever its name', async () => {
    const { 'docProps/core.xml': _, ...parts } = docxParts(paragraph('Text'));
    assert.deepEqual(await read(archiveOf(parts), 'levy'), { text: 'Text', info: {}, notes: [] });
  });
});

describe('A hostile Word document', () => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

  it('with entities is refused', () =>
    refuses(
      archiveOf(docxParts('', { 'word/document.xml': `${bomb}<d>&b;</d>` })),
      'levy.docx',
      /^levy\.docx, word\/document\.xml, line 1: A document type declaration is not taken\.$/,
    ));

  it('nested deep is refused', () =>
    refuses(
      archiveOf(docxParts(`${'<w:p>'.repeat(50_000)}${'</w:p>'.repeat(50_000)}`)),
      'levy.docx',
      /word\/document\.xml, line 2: Elements are nested more than 200 deep/,
    ));

  it('that unpacks to far more than it has is refused', () =>
    refuses(
      archiveOf(docxParts(body, { 'word/media/a.xml': new Uint8Array(50_000_000) })),
      'levy.docx',
      /unpacks to more/,
    ));

  it('with names that lead out is refused', () =>
    refuses(archiveOf(docxParts(body, { '../evil.xml': '<a/>' })), 'levy.docx', /leads out of its folder/));

  it('that is cut off is refused', async () => {
    const whole = archiveOf(docxParts(body));
    for (const share of [0.3, 0.9]) {
      await refuses(whole.subarray(0, whole.length * share), 'levy.docx', /the file is cut off/);
    }
  });

  it('without a document is refused', () =>
    refuses(archiveOf({ 'word/other.xml': '<a/>' }), 'levy.docx', /^levy\.docx: The Word document can't be read/));

  it('that is broken XML is refused with the part', () =>
    refuses(archiveOf(docxParts('<w:p>')), 'levy.docx', /^levy\.docx, word\/document\.xml, line 2: This is not XML/));

  it('without text is refused', () => refuses(archiveOf(docxParts(paragraph(' '))), 'levy.docx', /has no text/));
});
