import { oneLine } from '../../model/oneLine';
import { elementsIn, isElement, type HtmlElement, type HtmlNode, type HtmlPage } from './htmlTree';

/** What stands between an article's title and the names of its section and its site. */
const separator = /\s*(?:[|»›·•_]|::)+\s*|\s+[-–—/:>]+\s*|\s*[–—]+\s+|:\s+|-(?=\p{Script=Han}+$)/gu;
const MAX_HEADINGS = 100;
/** Characters; longer ones are paragraphs that are made to look so. */
const MAX_LENGTH = 300;

/** Characters that systems cut titles to, at the least. */
const CUT_OFF = 60;

interface Heading {
  readonly text: string;
  readonly letters: string;
  readonly isFirst: boolean;
}

/** What is compared of titles: letters and numbers. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The title of the article in a page: of what the page calls itself, the part that stands in it as a heading; else the page's first
 * heading where that says much the same (titles in metadata are shortened, and written for machines); else all but the site's name.
 * @param told titles in the metadata, the surest first; that of the window is added
 * @param sites names of the site */
export function headlineOf(page: HtmlPage, told: readonly string[], sites: readonly string[]): string | undefined {
  const siteLetters = sites.map(lettersOf);
  const isSite = (text: string): boolean => {
    const letters = lettersOf(text);
    return (
      letters === '' || siteLetters.some((site) => site === letters || (letters.length > 3 && site.startsWith(letters)))
    );
  };
  const headings = headingsOf(page).filter(({ text }) => !isSite(text));
  const first = headings.filter(({ isFirst }) => isFirst);
  const window = textOfFirst(elementsIn(page, 'title'));
  const titles = [...told, ...(window === undefined ? [] : [window])].map(
    (title) => withoutSite(title, isSite) || title,
  );
  const [title] = titles;
  if (title === undefined) return first[0]?.text;
  const letters = new Set(headings.map((heading) => heading.letters));
  for (const one of titles) {
    const part = runsOf(one).find((run) => letters.has(lettersOf(run)));
    if (part !== undefined && (one === title || part === one)) return part;
  }
  const own = lettersOf(title);
  const [nearest] = first
    .map((heading) => ({ ...heading, likeness: likeness(heading.letters, own) }))
    .sort((a, b) => b.likeness - a.likeness);
  return nearest && nearest.likeness > 0.5 && !hasMore(nearest.text, title) ? nearest.text : title;
}

/** Whether a heading is the title with more in it, as a line above or below has; a title that is cut off doesn't count. */
function hasMore(heading: string, title: string): boolean {
  if (lettersOf(heading).endsWith(lettersOf(title))) return true;
  return title.length < CUT_OFF && heading.startsWith(title) && /^\s/.test(heading.slice(title.length));
}

/** A title's parts, and parts that follow each other together, the longest first. */
function runsOf(title: string): string[] {
  const parts = partsOf(title).slice(0, 8);
  const runs = parts.flatMap(({ start }, from) => parts.slice(from).map(({ end }) => title.slice(start, end)));
  return runs.sort((a, b) => b.length - a.length);
}

function withoutSite(title: string, isSite: (text: string) => boolean): string {
  const parts = partsOf(title).filter(({ start, end }) => !isSite(title.slice(start, end)));
  return title.slice(parts[0]?.start, parts.at(-1)?.end);
}

function partsOf(title: string): { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: between, index } of title.matchAll(separator)) {
    parts.push({ start, end: index });
    start = index + between.length;
  }
  return [...parts, { start, end: title.length }];
}

/** The page's headings but those that lead to the site's first page. */
function headingsOf(page: HtmlPage): Heading[] {
  const found: Heading[] = [];
  for (const element of elementsIn(page, 'h1', 'h2', 'h3')) {
    const text = textIn(element);
    if (text === '' || text.length > MAX_LENGTH || leadsHome(element)) continue;
    found.push({ text, letters: lettersOf(text), isFirst: element.localName === 'h1' });
    if (found.length === MAX_HEADINGS) break;
  }
  return found;
}

function leadsHome(heading: HtmlElement): boolean {
  const links = [...elementsIn(heading, 'a')];
  for (let up: HtmlNode | null = heading; up; up = up.parentNode)
    if (isElement(up) && up.localName === 'a') links.push(up);
  return links.some((link) => /^(?:https?:\/\/[^/]+)?\/?$/i.test(link.getAttribute('href')?.trim() ?? '#'));
}

function textOfFirst(elements: Iterable<HtmlElement>): string | undefined {
  for (const element of elements) {
    const text = textIn(element);
    if (text !== '') return text;
  }
  return undefined;
}

function textIn(element: HtmlElement): string {
  return oneLine(element.textContent ?? '');
}

/** The share of pairs of neighbouring letters that two texts have in common (Dice's coefficient), from 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 1; at < a.length; at++)
    pairs.set(a.slice(at - 1, at + 1), (pairs.get(a.slice(at - 1, at + 1)) ?? 0) + 1);
  let common = 0;
  for (let at = 1; at < b.length; at++) {
    const left = pairs.get(b.slice(at - 1, at + 1)) ?? 0;
    if (left > 0) common += 1;
    pairs.set(b.slice(at - 1, at + 1), left - 1);
  }
  return a.length + b.length > 2 ? (2 * common) / (a.length + b.length - 2) : 0;
}
