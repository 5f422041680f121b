import { oneLine } from '../../model/oneLine';
import type { ImportedInfo } from '../imported';
import type { Losses } from '../losses';
import { bylineName } from './bylines';
import { dateIn, dateWordsOf, type DateWords } from './dates';
import { headlineOf } from './headline';
import { dateInPage } from './htmlDates';
import { elementsIn, isElement, walked, type HtmlElement, type HtmlPage } from './htmlTree';
import { articleInJsonLd } from './jsonLd';
import type { PageLibrary } from './libraries';
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
      'citation_date',
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

/** Of a date's name in a publisher's own system: "sw-pubdate", "publication_date". */
const publicationDate = /pub(?:l?ish(?:ed|ing)?|lication)?[-_.: ]?(?:date|time)/;

/** What is known of a page, and what that rests on. */
export interface PageInfo {
  readonly info: ImportedInfo;
  readonly dateWords: DateWords;
}

/** What a page says of itself: by JSON-LD, then `meta`, then its other elements. Of what contradicts, the first counts. */
export function metadataOf(page: HtmlPage, notes: Losses, { Parser }: PageLibrary): PageInfo {
  const plain = (value: string | undefined): string | undefined => plainWords(value, Parser);
  const { scripts, metas } = machineData(page, plain);
  const told = articleInJsonLd(scripts, notes);
  const meta = (field: keyof typeof metaNames, map: (value: string) => string | undefined): string | undefined =>
    metaNames[field]
      .flatMap((name) => metas.get(name) ?? [])
      .map(map)
      .find((value) => value !== undefined);
  const language =
    languageTag(told.language) ??
    languageTag(page.documentElement?.getAttribute('lang')) ??
    meta('language', languageTag);
  const dateWords = dateWordsOf(language);
  const dated = (value: string): string | undefined => dateIn(value, dateWords);
  const url = addressOf([canonical(page), meta('url', address), told.url, savedFrom(page)]);
  const publisher = plain(told.publisher) ?? meta('publisher', isName);
  const authors = metaNames.author.map((name) => [...new Set((metas.get(name) ?? []).filter(isName))].join(', '));
  const author = plain(told.author) ?? authors.find((names) => names !== '');
  const otherDates = [...metas].filter(([name]) => publicationDate.test(name)).flatMap(([, values]) => values);
  const titles = [plain(told.title), plain(told.name), meta('title', isName)].filter((title) => title !== undefined);
  const sites = [publisher ?? '', ...siteNames(url)];
  const info = given({
    title: headlineOf(page, titles, sites),
    author: (author && bylineName(author, dateWords)) ?? authorElement(page, dateWords),
    publisher,
    section: plain(told.section) ?? meta('section', isName),
    date: told.date ?? meta('date', dated) ?? otherDates.map(dated).find(Boolean) ?? dateInPage(page, url, dateWords),
    url,
    language,
  });
  return { info, dateWords };
}

/** The contents of JSON-LD, and of `meta` elements by their names in lower case. */
function machineData(
  page: HtmlPage,
  plain: (value: string | undefined) => string | undefined,
): { readonly scripts: string[]; readonly metas: ReadonlyMap<string, string[]> } {
  const scripts: string[] = [];
  const metas = new Map<string, string[]>();
  for (const element of elementsIn(page, 'script', 'meta')) {
    if (element.localName === 'script') {
      if (element.getAttribute('type')?.trim().toLowerCase() === 'application/ld+json')
        scripts.push(element.textContent ?? '');
      continue;
    }
    const content = plain(element.getAttribute('content') ?? element.getAttribute('value') ?? undefined);
    if (!content) continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of element.getAttribute(key)?.toLowerCase().split(/\s+/) ?? []) {
        metas.set(name, [...(metas.get(name) ?? []).slice(0, 20), content]);
      }
    }
  }
  return { scripts, metas };
}

function isName(value: string): string | undefined {
  return /^(?:https?:|@)/.test(value) ? undefined : value;
}

/** Systems write tags and character references where they mean nothing. */
function plainWords(value: string | undefined, Parser: PageLibrary['Parser']): string | undefined {
  let text = value ?? '';
  if (/&[#\w]+;|<\/?[a-z]/i.test(text)) {
    text = '';
    const parser = new Parser({ ontext: (piece) => (text += piece) });
    parser.end(value);
  }
  return oneLine(text) || undefined;
}

/** The first address, without what leads to a place in its page; a site's own only where no other is there. */
function addressOf(values: readonly (string | undefined)[]): string | undefined {
  const urls = values.map((value) => address(value)?.replace(/#(?!!).*$/, '')).filter((url) => url !== undefined);
  return urls.find((url) => new URL(url).pathname !== '/') ?? urls[0];
}

/** Names that a site's address has: "www.merrowpost.example" is called "merrowpost" too. */
function siteNames(url: string | undefined): string[] {
  if (url === undefined) return [];
  const labels = new URL(url).hostname.replace(/^www\./, '').split('.');
  return [labels.join('.'), ...labels.slice(0, -1).filter((label) => label.length > 2)];
}

/** What stands in the page as its author: the first that is marked so, and those beside it. */
function authorElement(page: HtmlPage, dateWords: DateWords): string | undefined {
  const found: HtmlElement[] = [];
  for (const { node, isLeft } of walked(page)) {
    if (isLeft || !isElement(node)) continue;
    const isAuthor = node.getAttribute('rel') === 'author' || node.getAttribute('itemprop') === 'author';
    if (isAuthor && (!found[0] || found[0].parentNode === node.parentNode)) found.push(node);
  }
  const names = found.map((element) => {
    for (const { node } of walked(element)) {
      if (isElement(node) && node.getAttribute('itemprop') === 'name') return node.textContent ?? '';
    }
    return element.textContent ?? '';
  });
  const clean = names.map((name) => bylineName(name, dateWords)).filter((name) => name !== undefined);
  return [...new Set(clean)].join(', ') || undefined;
}

function canonical(page: HtmlPage): string | undefined {
  const base = [...elementsIn(page, 'base')].map((element) => address(element.getAttribute('href'))).find(Boolean);
  for (const link of elementsIn(page, 'link')) {
    const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const href = link.getAttribute('href')?.trim() ?? '';
    if (!rel.includes('canonical') || href === '') continue;
    const url = address(href) ?? (URL.canParse(href, base) ? address(new URL(href, base).href) : undefined);
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
