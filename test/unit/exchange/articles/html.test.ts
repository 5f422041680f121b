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
  told('a value where others have the content', '<meta name="date" value="2023-12-20">', { date: '2023-12-20' });
  told('tags and references where they mean nothing', '<meta name="author" content="Ana &amp;oacute;lafs <i>MP</i>">', {
    author: 'Ana ólafs MP',
  });
  told(
    'the page’s date, and the address without a place in it',
    `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","@id":"https://a.example/b#webpage","datePublished":"2023-12-20T08:00"},
    {"@type":"Article","headline":"H","mainEntityOfPage":{"@id":"https://a.example/b#webpage"}}]}</script>`,
    { title: 'H', date: '2023-12-20', url: 'https://a.example/b' },
  );
  told(
    'a canonical address from the page’s base, and the day in it',
    '<base href="https://ministry.example/"><link rel="canonical" href="news/2023/12/20/talks.html">',
    { url: 'https://ministry.example/news/2023/12/20/talks.html', date: '2023-12-20' },
  );

  const dated = (text: string, date: string | undefined, language = 'de'): Mocha.Test =>
    it(`a date near the heading: ${text}`, async () => {
      const body = `<h1>Talks</h1><div>${text}</div><p>${'Some words of an article, and on. '.repeat(30)}</p>`;
      const { info } = await read(
        `<html lang="${language}"><title>Talks</title><body>${body}</body></html>`,
        'page.html',
      );
      assert.equal(info.date, date);
    });

  dated('Pressemitteilung vom 25. Januar 2022 | Berlin', '2022-01-25');
  dated('Bonn, 11.10.2021', '2021-10-11');
  dated('Publié le 1er février 2022 à 8h', '2022-02-01', 'fr');
  dated('20 de diciembre de 2023', '2023-12-20', 'es');
  dated('20 декабря 2023 г.', '2023-12-20', 'ru');
  dated('2023年12月20日 08:00', '2023-12-20', 'ja');
  dated('02/10/2020', '2020-10-02', 'fr');
  dated('02/10/2020', undefined, 'en');
  dated('31. Februar 2022', undefined);
  dated('Updated 12/20/2023 10:02', '2023-12-20', 'en');

  const signed = (byline: string, author: string | undefined): Mocha.Test =>
    it(`a byline: ${byline}`, async () => {
      const body = `<h1>Talks</h1><p class="byline">${byline}</p><p>${'Some words of an article, and on. '.repeat(30)}</p>`;
      const { info } = await read(`<html><title>Talks</title><body>${body}</body></html>`, 'page.html');
      assert.equal(info.author, author);
    });

  signed('By Nathan Willis March 25, 2015', 'Nathan Willis');
  signed('January 17, 2017 at 6:08 PM ET by Kori Adler', 'Kori Adler');
  signed('Von Jörn Mecher am 08.12.2022', 'Jörn Mecher');
  signed('Autor: Anna Berg', 'Anna Berg');
  signed('par Attac', 'Attac');
  signed('Ursula von der Maas', 'Ursula von der Maas');
  signed('Jan Lee | @janlee', 'Jan Lee');
  signed('CC7567', 'CC7567');
  signed('Dec 1st 2016 1:01PM', undefined);

  const titled = (name: string, expected: string, head: string, body: string): Mocha.Test =>
    it(`a title: ${name}`, async () => {
      const words = `<p>${'Some words of an article, and on. '.repeat(30)}</p>`;
      const { info, text } = await read(`<html><head>${head}</head><body>${body}${words}</body></html>`, 'page.html');
      assert.equal(info.title, expected);
      assert.ok(text.startsWith(`${expected}\n\n`), text.slice(0, 100));
      assert.equal(text.split(expected).length, 2);
    });

  titled(
    'the heading in it, though the site’s name is a larger one',
    'Why the levy won’t last',
    '<title>Why the levy won’t last » Strait Talk</title>',
    '<h1><a href="/">Strait Talk</a></h1><h2>Why the levy won’t last</h2>',
  );
  titled(
    'without the site, which its address names',
    'Talks fail – again',
    '<title>Talks fail – again | MERROWPOST</title><link rel="canonical" href="https://www.merrowpost.example/x">',
    '',
  );
  titled(
    'in full where the metadata cut it off',
    'The ministry’s new political playbook should be read by everyone who sails in the strait',
    '<meta property="og:title" content="The ministry’s new political playbook should be read by everyone who sa">',
    '<h1>The ministry’s new political playbook should be read by everyone who sails in the strait</h1>',
  );
  titled(
    'in the page’s words rather than those for machines',
    'Coal’s big stronghold is losing steam, even as the chancellor aims for a revival',
    '<meta property="og:title" content="Coal’s stronghold is losing steam, even as chancellor aims for revival">',
    '<h1>Coal’s big stronghold is losing steam, even as the chancellor aims for a revival</h1>',
  );
  titled(
    'not another heading',
    'Strait levy doubled',
    '<meta property="og:title" content="Strait levy doubled">',
    '<h1>Press releases</h1>',
  );

  it('gives words without their pronunciation above them', async () => {
    const { text } = await read(
      page('', '<p><ruby>体罰<rp>(</rp><rt>たいばつ</rt><rp>)</rp></ruby>を禁止する</p>'),
      'page.html',
    );
    assert.match(text, /\n\n体罰を禁止する$/);
  });

  it('leaves out navigation, menus of links and requests for consent, wherever they are', async () => {
    const menu =
      '<ul><li><a href="/n">News</a></li><li><a href="/s">Sports</a></li><li><a href="/j">Jobs</a></li></ul>';
    const { text } = await read(
      page(
        '',
        `<nav><p>Go to the other parts of this site.</p></nav>${menu}
        <div class="cookie-notice"><p>${'We use cookies, and ask you to agree. '.repeat(20)}</p></div>
        <ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li><li><a href="#c">Three</a></li></ul>`,
      ),
      'page.html',
    );
    assert.doesNotMatch(text, /other parts|Sports|cookies/);
    assert.match(text, /- One\n- Two\n- Three$/);
  });

  it('with a second document type in its midst, as pictures bring', async () => {
    const picture =
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg><path d="M0"/></svg>';
    assert.equal((await read(newsPage.replace('<main>', `${picture}<main>`), 'page.html')).text, newsText);
  });

  for (const left of [
    /<\/head>|<\/?body>/g,
    /<\/?body>/g,
    /<\/?head>/g,
    /<\/?(?:head|body|html)[^>]*>/g,
    /<head>|<body>/g,
  ]) {
    it(`without tags that HTML lets a page leave out: ${left.source}`, async () => {
      const article = await read(newsPage.replace(left, ''), 'page.html');
      assert.equal(article.text, newsText);
      assert.equal(article.info.publisher, 'The Merrow Post');
      assert.deepEqual(article.notes, []);
    });
  }

  it('that hides all until a script runs', async () => {
    const hidden = newsPage.replace('<body>', '<body style="display: none">');
    const article = await read(hidden, 'page.html');
    assert.equal(article.text, newsText);
    assert.equal(noted(article, 'pages that hide their text until a script shows it'), 1);
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

  it('in UTF-8, though it says otherwise', async () => {
    const german = releasePage.replace('Velmar, Ostmark', 'Velmar – Größeres Östland');
    const { text } = await read(german.replace('charset="utf-8"', 'charset="iso-8859-1"'), 'page.html');
    assert.match(text, /Velmar – Größeres Östland/);
  });

  it('in UTF-8 that is broken in one place, and with a null character', async () => {
    const bytes = bytesOf(releasePage.replace('Velmar, Ostmark', `Velmar – ${'Größeres Östland '.repeat(10)}\0#`));
    bytes[bytes.lastIndexOf(0x23)] = 0xe4;
    const article = await read(bytes, 'page.html');
    assert.match(article.text, /Größeres Östland \ufffd/);
    assert.equal(noted(article, 'characters that couldn’t be decoded'), 1);
    assert.equal(noted(article, 'null characters'), 1);
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
    const inner = message
      .replace(
        'multipart/related;',
        'multipart/related; boundary="outer"\r\n\r\n--outer\r\nContent-Type: multipart/alternative;',
      )
      .concat('--outer--\r\n');
    assert.equal((await read(inner, 'page.mhtml')).text, newsText);
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

  it('without a body or a head of its own is read as browsers do', async () => {
    const words = '<p>We object to all of it, said the minister on Monday and left.</p>'.repeat(20);
    const bodiless = await read(`<html><head><title>T</title></head><article>${words}</article>`, 'page.html');
    assert.equal(noted(bodiless, 'pages taken whole, since no article was found in them'), 0);
    const bare = await read(`<html><div>${words}</div></html>`, 'page.html');
    assert.equal(noted(bare, 'pages taken whole, since no article was found in them'), 0);
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
