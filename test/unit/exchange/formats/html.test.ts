import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { html } from '../../../../src/exchange/formats/html';
import type { ExportArticle } from '../../../../src/exchange/format';
import { all, find, livePage, pageParser, type Page, type PageElement } from '../browserPage';
import { corpora } from '../corpora';
import { annotation, article, at, codebook, content, sample, text, written, writtenFiles } from '../sample';

const parsedPage = pageParser();

async function pageOf(articles: readonly ExportArticle[]): Promise<Page> {
  return parsedPage(await written(html, articles));
}

const texts = (elements: readonly PageElement[]): string[] => elements.map((one) => one.textContent);
const isShown = ({ hidden }: PageElement): boolean => !hidden;

describe('html', () => {
  it('holds the texts, and marks exactly what is annotated', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        // To parse the style takes longer than all else.
        const page = parsedPage((await written(html, articles)).replace(/<style>[^<]*<\/style>/, ''));
        assert.deepEqual(
          texts(all(page, '.text')),
          articles.map((one) => one.text),
        );
        const list = articles.flatMap((one) => one.annotations);
        const marked = new Map<string, string>();
        for (const piece of all(page, '.m')) {
          for (const number of (piece.getAttribute('data-a') ?? '').split(' ')) {
            marked.set(number, (marked.get(number) ?? '') + piece.textContent);
          }
        }
        assert.deepEqual(
          list.map((_, n) => marked.get(String(n + 1))),
          list.map(({ target }) => target.map(({ exact }) => exact).join('')),
        );
        assert.deepEqual(
          all(page, '.card').map(({ id }) => id),
          list.map((_, n) => `n${n + 1}`),
        );
        const ids = all(page, '[id]').map(({ id }) => id);
        assert.deepEqual(ids, [...new Set(ids)]);
        for (const link of all(page, 'a[href^="#"]'))
          assert.ok(ids.includes(link.getAttribute('href')?.slice(1) ?? ''));
      }),
      { numRuns: 40 },
    );
  });

  it('lets overlapping, nested and discontinuous marks be, and leads from each to its card and back', async () => {
    const words = 'one two three four';
    const list = [
      annotation('a', 'claim', [at(words, 'one two'), at(words, 'four')], { topic: 'tests' }),
      annotation('b', 'actor', at(words, 'two three')),
      annotation('c', 'actor', at(words, 'three')),
    ];
    const page = await pageOf([article('x.txt', words, list, codebook)]);
    const pieces = all(page, '.m').map((one) => [one.localName, one.textContent, one.getAttribute('data-a')]);
    assert.deepEqual(pieces, [
      ...[
        ['a', 'one ', '1'],
        ['a', 'two', '1 2'],
        ['span', ' ', '2'],
        ['a', 'three', '2 3'],
        ['span', 'four', '1'],
      ],
    ]);
    const both = find(page, '#t2');
    assert.deepEqual(
      all(both, 'span').map(({ className }) => className),
      ['claim', 'actor'],
    );
    assert.deepEqual(
      all(page, '.card blockquote a').map((link) => link.getAttribute('href')),
      ['#t1', '#t2', '#t3'],
    );
    assert.equal(find(page, '.m .many').textContent, 'three');
  });

  it('says in a card all that is known, by names', async () => {
    const page = await pageOf([sample]);
    const card = find(page, '#n2');
    assert.equal(find(card, '.head').textContent, 'Claim Missile tests are legitimate ▼ Oppose');
    const fields = all(card, 'dt, dd').map((one) => one.textContent);
    assert.deepEqual(fields, [
      ...[
        'Attribution',
        'quoted',
        'Speaker',
        'North Korea',
        'Russia for NATO; the alliance',
        'Holder',
        'NATO; the alliance',
      ],
      ...[
        'Addressee',
        'unheard-of',
        'Source',
        'KCNA; 18 Dec',
        'Evidence',
        'UNSCR 1718',
        'Counterevidence',
        'UNSCR 1718',
      ],
      ...['Speech act', 'Condemn', 'Hedged', 'no', 'Note', 'a\nb, "c"'],
    ]);
    assert.deepEqual(
      all(card, 'dd a').map((link) => link.getAttribute('href')),
      ['#n1', '#n3', '#n4'],
    );
    assert.equal(find(page, '#n1 .made').textContent, 'name · lee · 2026-11-22');
    assert.equal(page.title, 'A “statement”');
    assert.equal(find(page, 'h1').textContent, 'A “statement”');
  });

  it('keeps what has no sure place as a card that says so', async () => {
    const lost = annotation('m', 'actor', at(text, 'KCNA', 'orphaned'), { actor: 'russia' });
    const page = await pageOf([article('a.txt', content, [lost], codebook)]);
    assert.deepEqual(all(page, '.m'), []);
    assert.match(find(page, '.card').textContent, /KCNA.*gone from this article/);
  });

  it('shows excluded text, what is noted of articles, and contents where there are several', async () => {
    const excluded = [{ ...at(text, 'KCNA, 18'), standing: undefined }].map(({ standing, ...range }) => range);
    const coding = [{ creator: 'lee', status: 'done', note: 'twice' }];
    const info = { excluded, url: 'https://news.example/?a=1&b=2', language: 'en', attributes: { weight: 2 } };
    const one = {
      ...article('b.txt', content, [annotation('s', 'source', at(text, '18 Dec'))], codebook, info),
      coding,
    };
    const page = await pageOf([sample, one]);
    const second = find(page, '#a2');
    assert.deepEqual(texts(all(second, '.excluded')), ['KCNA, ', '18']);
    assert.equal(find(second, 'details').textContent, 'About this articleweight: 2Coding by lee: done (twice)');
    assert.equal(find(second, '.byline a').getAttribute('href'), info.url);
    assert.equal(find(second, '.text').getAttribute('lang'), 'en');
    assert.deepEqual(texts(all(page, '.contents li a')), ['A “statement”', 'b.txt']);
    assert.deepEqual([all(page, 'h1').length, all(page, 'h2').length], [1, 2]);
  });

  it('allows its own style and script alone, by their hashes', async () => {
    const page = await pageOf([sample]);
    const policy = find(page, 'meta[http-equiv="Content-Security-Policy"]').getAttribute('content') ?? '';
    const hash = (selector: string): string =>
      createHash('sha256').update(find(page, selector).textContent, 'utf8').digest('base64');
    assert.equal(
      policy,
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
    assert.deepEqual([all(page, 'style').length, all(page, 'script').length], [1, 1]);
    assert.deepEqual(all(page, '[style], [src], link, img, iframe, object, base'), []);
  });

  it('makes nothing of hostile texts but text', async () => {
    const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;</style></div>`;
    const fields = { actor: evil, form: evil, topic: evil, stance: evil, attribution: evil, note: evil, creator: evil };
    const list = [
      annotation('a', evil, at(evil, 'script'), { ...fields, attributes: { [evil]: evil }, created: evil, date: evil }),
      annotation('b', 'claim', at(evil, 'img'), {
        links: [{ role: evil, actor: evil, for: evil }],
        url: 'javascript:alert(1)',
      }),
    ];
    const info = { title: evil, author: evil, date: evil, url: `javascript:alert("${evil}")`, language: evil };
    const dangerous = { ...article(evil, evil, list, codebook, info), coding: [{ creator: evil, status: evil }] };
    const page = await pageOf([dangerous, dangerous]);
    assert.deepEqual([all(page, 'script').length, all(page, 'img').length], [1, 0]);
    assert.deepEqual(texts(all(page, '.text')), [evil, evil]);
    const links = all(page, 'a').map((link) => link.getAttribute('href'));
    assert.ok(
      links.every((href) => /^#[ant]?\w+$/.test(href ?? '')),
      links.join(' '),
    );
    const handlers = all(page, '*').flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')));
    assert.deepEqual(handlers, []);
  });

  it('counts what HTML can’t hold', async () => {
    const one = article('x.txt', 'a\u0000b\ud800c😀', [], codebook, { encoding: 'latin1' });
    const { files, losses } = await writtenFiles(html, [one]);
    const page = parsedPage(new TextDecoder().decode(files.get('')));
    assert.equal(find(page, '.text').textContent, 'a\ufffdb\ufffdc😀');
    assert.deepEqual(losses, [
      { what: 'encodings of articles (the text is written as UTF-8)', count: 1 },
      { what: 'characters that HTML can’t hold (written as U+FFFD)', count: 2 },
    ]);
  });

  it('counts the same of titles and notes', async () => {
    const one = article(
      'x.txt',
      content,
      [annotation('p', 'passage', at(text, 'report'), { note: 'y\udc00z' })],
      codebook,
      {
        title: 'a\u0000b',
      },
    );
    const { files, losses } = await writtenFiles(html, [one]);
    const page = parsedPage(new TextDecoder().decode(files.get('')));
    assert.deepEqual([find(page, 'h1').textContent, page.title], ['a\ufffdb', 'a\ufffdb']);
    assert.match(find(page, '.card').textContent, /y\ufffdz/);
    // The title stands in the page's title and heading, and names the list of annotations.
    assert.deepEqual(losses, [{ what: 'characters that HTML can’t hold (written as U+FFFD)', count: 4 }]);
  });

  it('gives machines no date that isn’t one', async () => {
    const dates = ['2023-12', 'Spring <2023>'];
    const pages = await Promise.all(
      dates.map((date) => written(html, [article('x.txt', content, [], codebook, { date })])),
    );
    const bylines = pages.map((page) => find(parsedPage(page), '.byline'));
    assert.deepEqual(texts(bylines), dates);
    assert.deepEqual(
      bylines.map((line) => line.querySelector('time')?.getAttribute('datetime')),
      ['2023-12', undefined],
    );
  });

  describe('in a browser', () => {
    it('shows the cards at a mark, by the pointer and by the keyboard, until Escape', async () => {
      const window = livePage(await written(html, [sample]));
      const page = window.document;
      const peek = find(page, '#peek');
      const claim = find(page, '#t2');
      assert.ok(peek.hidden);
      claim.dispatchEvent(new window.MouseEvent('mouseover', { bubbles: true }));
      assert.ok(!peek.hidden && peek.textContent.includes('Missile tests are legitimate'));
      assert.equal(claim.getAttribute('aria-describedby'), 'peek');
      assert.deepEqual(texts(all(page, '.m.lit')), ['We object', 'to all of it']);
      assert.ok(find(page, '#n2').classList.contains('on'));
      page.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      assert.ok(peek.hidden);
      assert.deepEqual(all(page, '.lit, .on, [aria-describedby]'), []);
      claim.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      assert.ok(!peek.hidden && page.activeElement === peek);
      peek.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      assert.ok(peek.hidden && page.activeElement === claim);
      assert.equal(all(page, '[id="n2"]').length, 1);
      window.close();
    });

    it('filters by type, actor, topic and stance', async () => {
      const window = livePage(await written(html, [sample]));
      const page = window.document;
      const shown = (): string[] =>
        all(page, '.cards > .card')
          .filter(isShown)
          .map(({ id }) => id);
      const said = (): string => find(page, '#shown').textContent;
      const change = (selector: string, set: (field: PageElement) => void): void => {
        const field = find(page, selector);
        set(field);
        field.dispatchEvent(new window.Event('change', { bubbles: true }));
      };
      assert.deepEqual([shown(), said()], [['n1', 'n2', 'n3', 'n4'].sort(), '4 annotations']);
      const options = [...find(page, 'select[name=actor]').options].map((one) => one.text);
      assert.deepEqual(options, ['all', 'NATO; the alliance (1)', 'North Korea (2)', 'Russia (2)', 'unheard-of (1)']);
      change('select[name=actor]', (field) => (field.value = '=Russia'));
      assert.deepEqual([shown(), said()], [['n2', 'n3'], '2 of 4 shown']);
      assert.ok(find(page, '#t1').classList.contains('off'));
      assert.equal(find(page, '#t1').tabIndex, -1);
      change('input[value=claim]', (field) => (field.checked = false));
      assert.deepEqual(shown(), ['n3']);
      find(page, '#clear').click();
      assert.equal(said(), '4 annotations');
      change('select[name=stance]', (field) => (field.value = '=Oppose'));
      assert.deepEqual(shown(), ['n2']);
      assert.deepEqual(
        all(page, '.legend')
          .filter(isShown)
          .map((one) => one.textContent.trim()),
        [...['Actor 1', 'Claim 1', 'Source 2']],
      );
      window.close();
    });

    it('is quiet without annotations and without articles', async () => {
      for (const list of [[], [article('x.txt', 'text', [], codebook)]]) {
        const window = livePage(await written(html, list));
        assert.equal(find(window.document, '#shown').textContent, '0 annotations');
        window.close();
      }
    });
  });
});
