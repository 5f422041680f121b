import type { ImportedInfo } from '../imported';
import type { Losses } from '../losses';
import { dateIn } from './dates';
import { elementsIn, isElement, walked, type HtmlElement, type HtmlNode, type HtmlPage } from './htmlTree';
import { articleInJsonLd } from './jsonLd';
import { address, given, languageTag } from './metadataFields';

/** Names of `meta` (`name`, `property` or `itemprop`), in lower case, the surest first: OpenGraph, Dublin Core, Highwire, and
 * what publishers' systems write. */
const metaNames = {
  title: ['og:title', 'citation_title', 'dcterms.title', 'dc.title', 'twitter:title', 'headline'],
  author: [
    'author',
    'article:author',
    'citation_author',
    'dcterms.creator',
    'dc.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
  ],
  publisher: [
    'og:site_name',
    'citation_publisher',
    'dcterms.publisher',
    'dc.publisher',
    'publisher',
    'application-name',
  ],
  section: ['article:section', 'parsely-section', 'section'],
  date: [
    ...[
      'article:published_time',
      'datepublished',
      'citation_publication_date',
      'dcterms.issued',
      'dcterms.date',
      'dc.date.issued',
    ],
    ...[
      'dc.date',
      'dcterms.created',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publish-date',
      'publishdate',
      'date',
    ],
  ],
  url: ['og:url', 'twitter:url'],
  language: ['og:locale', 'dcterms.language', 'dc.language', 'content-language', 'language'],
} as const;

/** What a page says of itself: by JSON-LD, then `meta`, then its other elements. Of what contradicts, the first counts. */
export function metadataOf(page: HtmlPage, notes: Losses): ImportedInfo {
  const scripts: string[] = [];
  const metas = new Map<string, string[]>();
  for (const element of elementsIn(page, 'script', 'meta')) {
    if (element.localName === 'script') {
      if (element.getAttribute('type')?.trim().toLowerCase() === 'application/ld+json')
        scripts.push(element.textContent ?? '');
      continue;
    }
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim();
    if (!content) continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.trim().toLowerCase();
      if (name) metas.set(name, [...(metas.get(name) ?? []).slice(0, 20), content]);
    }
  }
  const told = articleInJsonLd(scripts, notes);
  const meta = (field: keyof typeof metaNames, map: (value: string) => string | undefined): string | undefined =>
    metaNames[field]
      .flatMap((name) => metas.get(name) ?? [])
      .map(map)
      .find((value) => value !== undefined);
  const isName = (value: string): string | undefined => (/^(?:https?:|@)/.test(value) ? undefined : value);
  const authors = metaNames.author.map((name) => [...new Set((metas.get(name) ?? []).filter(isName))]);
  const publisher = unescaped(told.publisher) ?? meta('publisher', isName);
  const title = unescaped(told.title) ?? meta('title', isName) ?? titleElement(page);
  return given({
    title: title === undefined ? undefined : withoutSite(title, publisher),
    author: unescaped(told.author) ?? authors.find((names) => names.length > 0)?.join(', ') ?? author(page),
    publisher,
    section: unescaped(told.section) ?? meta('section', isName),
    date: told.date ?? meta('date', dateIn) ?? timeElement(page),
    url: address(told.url) ?? canonical(page) ?? meta('url', address) ?? savedFrom(page),
    language:
      languageTag(told.language) ??
      languageTag(page.documentElement?.getAttribute('lang')) ??
      meta('language', languageTag),
  });
}

/** Systems write character references into JSON-LD, where they mean nothing. */
function unescaped(value: string | undefined): string | undefined {
  return value
    ?.replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole: string, name: string) => {
      const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }[name.toLowerCase()];
      const code = name.startsWith('#') ? Number(name.slice(1).replace(/^x/i, '0x')) : 0;
      return named ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole);
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Talks fail | The Daily" without its site, where that is known. */
function withoutSite(title: string, site: string | undefined): string {
  if (site === undefined || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  return title.slice(0, -site.length).replace(/\s+[-–—|·:»]\s*$/, '') || title;
}

/** The page's title; the first heading alone where the title has more around it. */
function titleElement(page: HtmlPage): string | undefined {
  const title = textOfFirst(elementsIn(page, 'title'));
  const heading = textOfFirst(elementsIn(page, 'h1'));
  return title === undefined || (heading && title.includes(heading)) ? heading : title;
}

function textOfFirst(elements: Iterable<HtmlElement>): string | undefined {
  for (const element of elements) {
    const text = element.textContent?.replace(/\s+/g, ' ').trim();
    if (text) return text;
  }
  return undefined;
}

/** What stands in the page as its author. */
function author(page: HtmlPage): string | undefined {
  for (const { node, isLeft } of walked(page)) {
    if (isLeft || !isElement(node)) continue;
    const isAuthor = node.getAttribute('rel') === 'author' || node.getAttribute('itemprop') === 'author';
    const name = isAuthor ? bylineName(node.textContent ?? '') : undefined;
    if (name) return name;
  }
  return undefined;
}

/** "By Jane Doe" gives "Jane Doe"; what is too long for names gives undefined. */
export function bylineName(byline: string): string | undefined {
  const name = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by|von|par|por)\s+/i, '');
  return name && name.length <= 100 ? name : undefined;
}

/** The time that the page gives as the one of publication; else the first in the article. */
function timeElement(page: HtmlPage): string | undefined {
  const times = [...elementsIn(page, 'time')].filter((time) => dateIn(time.getAttribute('datetime') ?? ''));
  const isTold = (time: HtmlElement): boolean =>
    time.getAttribute('itemprop') === 'datePublished' || time.getAttribute('pubdate') !== null;
  const time = times.find(isTold) ?? times.find((one) => isWithin(one, ['article', 'main', 'header']));
  return time && dateIn(time.getAttribute('datetime') ?? '');
}

function isWithin(node: HtmlNode, names: readonly string[]): boolean {
  for (let up = node.parentNode; up; up = up.parentNode) if (isElement(up) && names.includes(up.localName)) return true;
  return false;
}

function canonical(page: HtmlPage): string | undefined {
  for (const link of elementsIn(page, 'link')) {
    const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const url = rel.includes('canonical') ? address(link.getAttribute('href')) : undefined;
    if (url !== undefined) return url;
  }
  return undefined;
}

/** What browsers and SingleFile write into a page that they save: "saved from url=(0033)https://…", "url: https://…". */
function savedFrom(page: HtmlPage): string | undefined {
  for (const { node } of walked(page)) {
    if (node.nodeType !== 8) continue;
    const found = /(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S+)/.exec(
      node.textContent ?? '',
    );
    if (found) return address(found[1]);
  }
  return undefined;
}
