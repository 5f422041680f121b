import { oneLine } from '../../model/oneLine';
import { dateIn, datesIn, type DateWords } from './dates';
import { isElement, walked, type HtmlElement, type HtmlNode, type HtmlPage } from './htmlTree';

/** The day of publication that a page's elements tell: as marked by microdata or microformats, by a time in the article, or by the page's
 * address, as "…/2023/12/20/…". */
export function dateInPage(page: HtmlPage, url: string | undefined, words: DateWords): string | undefined {
  const marked: string[] = [];
  const within: string[] = [];
  for (const { node, isLeft } of walked(page)) {
    if (isLeft || !isElement(node)) continue;
    const isTime = node.localName === 'time';
    const isMarked =
      /\bdatePublished\b/.test(node.getAttribute('itemprop') ?? '') ||
      /(?:^|\s)(?:dt-)?published(?:\s|$)/.test(node.getAttribute('class') ?? '') ||
      (isTime && node.getAttribute('pubdate') !== null);
    if (!isMarked && !isTime) continue;
    const date = dateOfElement(node, words);
    if (date === undefined) continue;
    if (isMarked) marked.push(date);
    else if (isWithin(node, ['article', 'main', 'header'])) within.push(date);
  }
  return marked[0] ?? within[0] ?? dateInAddress(url);
}

function dateOfElement(element: HtmlElement, words: DateWords): string | undefined {
  for (const name of ['content', 'datetime', 'title']) {
    const date = dateIn(element.getAttribute(name) ?? '', words);
    if (date !== undefined) return date;
  }
  return datesIn(oneLine(element.textContent ?? '').slice(0, 100), words)[0]?.date;
}

function isWithin(node: HtmlNode, names: readonly string[]): boolean {
  for (let up = node.parentNode; up; up = up.parentNode) if (isElement(up) && names.includes(up.localName)) return true;
  return false;
}

function dateInAddress(url: string | undefined): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-])/.exec(url ?? '') ?? [];
  return year === undefined ? undefined : dateIn(`${year}-${month}-${day}`);
}
