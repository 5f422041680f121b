import assert from 'node:assert/strict';
import { blogPage, newsPage, newsText, releasePage } from './pages';
import { bytesOf, noted, read, refuses } from './reading';

/** Text as windows-1252 has it, of those of its letters that pages have. */
function windows1252(text: string): Uint8Array {
  const special = new Map([...'’“”–'].map((char, index) => [char, [0x92, 0x93, 0x94, 0x96][index] ?? 0]));
  return Uint8Array.from(text, (char) => special.get(char) ?? char.charCodeAt(0));
}

/** A page with enough text for an article. */
const page = (head: string, body = ''): string =>
  `<html><head>${head}</head><body><article>${`<p>${'Some words of an article, which go on, and on. '.repeat(8)}</p>`.repeat(3)}${body}</article></body></html>`;

describe('A web page as an article', () => {
  it('a newspaper’s: its text and nothing around it, what JSON-LD says of it', async () => {
    const article = await read(newsPage, 'page.html');
    assert.equal(article.text, newsText);
    assert.deepEqual(article.info, {
      title: 'Karsk doubles levy on ships & dares Velmar',
      author: 'Jane O’Dell, Tom Rask',
      publisher: 'The Merrow Post',
      section: 'World, Trade',
      date: '2024-03-04',
      url: 'https://www.merrowpost.example/2024/03/04/karsk-levy',
      language: 'en-GB',
    });
    assert.deepEqual(article.notes, []);
    assert.equal('evil' in globalThis, false);
  });

  it('a blog’s in windows-1252: quotation marks, paragraphs by breaks, numbers of a list', async () => {
    const { text, info, notes } = await read(windows1252(blogPage), 'blog.htm');
    assert.deepEqual(info, { title: 'Why the levy won’t last', author: 'M. K. Aslaksen', publisher: 'Strait Talk' });
    assert.match(text, /^Why the levy won’t last\n\nIt’s a truth “universally acknowledged” that/);
    assert.match(text, /don’t have to\.\n\nFirst, the text/);
    assert.match(text, /\n\n3\. Karsk needs the money\.\n4\. Velmar needs the grievance\.\n\nThird, nobody/);
    assert.doesNotMatch(text, /Archives|Facebook/);
    assert.deepEqual(notes, []);
  });

  it('a ministry’s: Dublin Core, the heading rather than the title around it', async () => {
    const { text, info } = await read(releasePage, 'release.html');
    assert.deepEqual(info, {
      title: 'Joint statement on the Merrow Strait',
      author: 'Ministry of Foreign Affairs',
      publisher: 'Government of Velmar',
      date: '2024-03-06',
      url: 'https://gov.example/joint-statement',
      language: 'en',
    });
    assert.match(text, /^Joint statement on the Merrow Strait\n\nPress release\n\nThe text of/);
    assert.match(text, /Lysa of 1931\.\n2\. It endangers/);
    assert.doesNotMatch(text, /useful|Benefits|Skip to/);
  });

  const told = (name: string, head: string, expected: object): Mocha.Test =>
    it(`tells of itself: ${name}`, async () => {
      assert.deepEqual((await read(page(head), 'page.html')).info, expected);
    });

  told('OpenGraph', '<meta property="og:title" content="T"><meta property="og:locale" content="de_DE">', {
    title: 'T',
    language: 'de-DE',
  });
  told('an author’s page is no name', '<meta property="article:author" content="https://facebook.example/x">', {});
  told('a date in English', '<meta name="date" content="December 20th, 2023">', { date: '2023-12-20' });
  told('a date that isn’t sure', '<meta name="date" content="03/04/2023">', {});
  told('several authors', '<meta name="citation_author" content="A B"><meta name="citation_author" content="C D">', {
    author: 'A B, C D',
  });
  told('where a browser saved it from', '<!-- saved from url=(0027)https://a.example/b?c=1&d=2 -->', {
    url: 'https://a.example/b?c=1&d=2',
  });
  told('an address that is none', '<link rel="canonical" href="javascript:alert(1)">', {});
  told(
    'JSON-LD about other things',
    '<script type="application/ld+json">[{"@type":"Person","name":"X"}, 3, null]</script>',
    {},
  );

  it('keeps what is preformatted, and runs other white space together', async () => {
    const { text } = await read(page('', '<pre>a  b\n  c\n\nd</pre><p>x \n\n y</p>'), 'page.html');
    assert.match(text, /\n\na {2}b\n {2}c\n\nd\n\nx y$/);
  });

  it('without a name’s help, and in UTF-16', async () => {
    const units = Array.from({ length: releasePage.length }, (_, at) => releasePage.charCodeAt(at));
    const bytes = Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]);
    assert.equal((await read(bytes, 'page')).text, (await read(releasePage, 'page.html')).text);
  });

  it('in an encoding that it doesn’t say, or says wrongly', async () => {
    const page = releasePage.replace('Velmar, Ostmark', 'Velmar – “Größeres Östland”, Ostmark');
    const said = await read(windows1252(page), 'page.html');
    assert.match(said.text, /Velmar – “Größeres Östland”, Ostmark/);
    assert.equal(noted(said, /^texts read as windows-1252/), 1);
    const silent = await read(windows1252(page.replace('<meta charset="utf-8">', '')), 'page.html');
    assert.equal(silent.text, said.text);
  });

  it('saved by a browser as one file (MHTML)', async () => {
    const quoted = [...bytesOf(newsPage)].map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    );
    const soft = quoted.map((piece, index) => (index % 60 === 59 ? `${piece}=\r\n` : piece)).join('');
    const message = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://other.example/',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----MultipartBoundary--x----"',
      '',
      '------MultipartBoundary--x----',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      soft,
      '------MultipartBoundary--x----',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '------MultipartBoundary--x------',
      '',
    ].join('\r\n');
    const article = await read(message, 'page.mhtml');
    assert.equal(article.text, newsText);
    assert.equal(article.info.url, 'https://www.merrowpost.example/2024/03/04/karsk-levy');
    await refuses(message.slice(0, 200), 'page.mhtml', /no HTML page in the MHTML/);
  });
});

describe('A hostile web page', () => {
  const broken = (name: string, script: string): Mocha.Test =>
    it(`JSON-LD ${name} is counted, and the page read`, async () => {
      const article = await read(
        page(`<script type="application/ld+json">${script}</script><title>T</title>`),
        'page.html',
      );
      assert.equal(noted(article, 'broken pieces of structured data (JSON-LD)'), 1);
      assert.deepEqual(article.info, { title: 'T' });
    });

  broken('that is cut off', '{"@type":"NewsArticle","headline":"X"');
  broken('that is nested deep', '['.repeat(100_000) + ']'.repeat(100_000));

  it('JSON-LD with __proto__ changes nothing', async () => {
    const script =
      '{"@type":"NewsArticle","__proto__":{"headline":"X","polluted":1},"author":{"__proto__":{"name":"Y"}},"headline":"H"}';
    const { info } = await read(page(`<script type="application/ld+json">${script}</script>`), 'page.html');
    assert.deepEqual(info, { title: 'H' });
    assert.equal('polluted' in {}, false);
  });

  it('nested 100,000 deep is refused at once', () =>
    refuses(
      `<html><body>${'<div>'.repeat(100_000)}x`,
      'page.html',
      /^page\.html: Elements are nested more than 512 deep\.$/,
    ));

  it('nested 500 deep is taken whole, which is noted', async () => {
    const deep = `${'<div>'.repeat(500)}at last${'</div>'.repeat(500)}<p hidden>Not this.</p>`;
    const article = await read(page('', deep), 'page.html');
    assert.match(article.text, /at last$/);
    assert.equal(noted(article, 'pages taken whole, since no article was found in them'), 1);
  });

  it('with thousands of attributes is refused', () =>
    refuses(
      `<html><body ${Array.from({ length: 5000 }, (_, n) => `a${n}=1`).join(' ')}>x`,
      'page.html',
      /too many attributes/,
    ));

  it('without a body or a head of its own is read as browsers do, or taken whole', async () => {
    const words = '<p>We object to all of it, said the minister on Monday and left.</p>'.repeat(20);
    const bodiless = await read(`<html><head><title>T</title></head><article>${words}</article>`, 'page.html');
    assert.equal(noted(bodiless, 'pages taken whole, since no article was found in them'), 0);
    const bare = await read(`<html><div>${words}</div></html>`, 'page.html');
    assert.equal(noted(bare, 'pages taken whole, since no article was found in them'), 1);
    for (const { text } of [bodiless, bare]) assert.equal(text.split('We object').length, 21);
  });

  it('in millions of pieces is refused', () =>
    refuses(`<html><p>${'&amp'.repeat(1_000_001)}`, 'page.html', /more than 1000000 pieces of text/));

  it('that is cut off anywhere gives text or a message', async () => {
    for (let end = 0; end < newsPage.length; end += 331) {
      const article = await read(newsPage.slice(0, end), 'page.html').catch((error: unknown) => error);
      if (article instanceof Error) assert.match(article.message, /^page\.html: (?:The page|The file) has no text\.$/);
    }
  });

  it('without text is refused', async () => {
    await refuses('<html><body><script>x()</script></body></html>', 'page.html', /has no text/);
    await refuses('', 'page.html', /has no text/);
  });
});
