import assert from 'node:assert/strict';
import { archiveOf, epubParts } from './packages';
import { noted, read, refuses } from './reading';

const chapters = {
  'one.xhtml': '<h1>One</h1><p>First,<br/>then <a id="x"/>more.</p><script src="a.js"/><ul><li>a</li></ul>',
  'ein Kapitel.xhtml': '<h1>Zwei</h1><p>Grüße&nbsp;😀</p>',
};

describe('An electronic book as an article', () => {
  it('gives its chapters in the order of the spine, and what it says of itself', async () => {
    const article = await read(archiveOf(epubParts(chapters)), 'straits.epub');
    assert.equal(article.text, 'One\n\nFirst,\nthen more.\n\n- a\n\nZwei\n\nGrüße 😀');
    assert.deepEqual(article.info, {
      title: 'Straits & tolls',
      author: 'Ingrid Maslow, Tom Rask',
      publisher: 'Coastal Press',
      date: '2024-03',
      language: 'en-GB',
    });
    assert.equal(noted(article, 'tables of contents'), 1);
  });

  it('counts chapters that it names but doesn’t hold', async () => {
    const { 'OEBPS/text/one.xhtml': _, ...parts } = epubParts(chapters);
    const article = await read(archiveOf(parts), 'straits.epub');
    assert.equal(article.text, 'Zwei\n\nGrüße 😀');
    assert.equal(noted(article, /^chapters/), 1);
  });

  it('leaves out a table of contents that its guide names, as EPUB 2 has it', async () => {
    const parts = epubParts({ 'toc.xhtml': '<h1>Contents</h1><p>One</p>', ...chapters });
    const book = String(parts['OEBPS/content.opf']).replace(
      '</package>',
      '<guide><reference type="toc" href="text/toc.xhtml"/></guide></package>',
    );
    const article = await read(archiveOf({ ...parts, 'OEBPS/content.opf': book }), 'straits.epub');
    assert.match(article.text, /^One\n\nFirst/);
    assert.equal(noted(article, 'tables of contents'), 2);
  });

  it('may hide its fonts, but not its chapters', async () => {
    const hidden = (uri: string): Uint8Array =>
      archiveOf(
        epubParts(chapters, {
          'META-INF/encryption.xml': `<encryption><EncryptedData><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
        }),
      );
    await read(hidden('OEBPS/font.otf'), 'straits.epub');
    await refuses(hidden('OEBPS/text/ein%20Kapitel.xhtml'), 'straits.epub', /protected against copying/);
  });

  it('is refused where it is broken, with the part', async () => {
    const { 'OEBPS/content.opf': _, ...parts } = epubParts(chapters);
    await refuses(archiveOf(parts), 'straits.epub', /^straits\.epub, OEBPS\/content\.opf: The file has no such part/);
    await refuses(archiveOf(epubParts({})), 'straits.epub', /The book has no text/);
    const evil = { ...epubParts(chapters), '../x': '' };
    await refuses(archiveOf(evil), 'straits.epub', /leads out of its folder/);
    const entities = { 'META-INF/container.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' };
    await refuses(archiveOf(epubParts(chapters, entities)), 'straits.epub', /document type declaration is not taken/);
    const deep = archiveOf(epubParts({ 'a.xhtml': '<div>'.repeat(100_000) }));
    await refuses(deep, 'straits.epub', /^straits\.epub, OEBPS\/text\/a\.xhtml: Elements are nested/);
  });

  it('takes no chapter from elsewhere', async () => {
    const parts = epubParts({ 'a.xhtml': '<p>Here</p>' });
    const elsewhere = String(parts['OEBPS/content.opf']).replace('text/a.xhtml', 'https://evil.example/a.xhtml');
    await refuses(archiveOf({ ...parts, 'OEBPS/content.opf': elsewhere }), 'straits.epub', /The book has no text/);
  });
});
