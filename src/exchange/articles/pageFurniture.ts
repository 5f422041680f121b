import { elementsIn, walked, type HtmlElement, type HtmlPage } from './htmlTree';

const roles: ReadonlySet<string> = new Set(['navigation', 'menu', 'menubar', 'search', 'dialog', 'alertdialog']);
const consent = /cookie|consent|gdpr/i;
/** What a list of links to the parts of a site has at least, and the length of their names on average, at most. */
const MENU = { links: 3, name: 25 };

/** Takes out of a page what is never its article: navigation, lists that are nothing but links with short names, and what asks for
 * consent. What holds a main heading or an article stays. */
export function removeFurniture(page: HtmlPage): void {
  const found: HtmlElement[] = [];
  const isFound = (element: HtmlElement): boolean => {
    const isFurniture = isNavigation(element) && !hasAny(element, 'h1', 'article', 'main', 'body');
    if (isFurniture) found.push(element);
    return isFurniture;
  };
  for (const step of walked(page, isFound)) void step;
  for (const element of found) element.remove();
}

function isNavigation(element: HtmlElement): boolean {
  const { localName } = element;
  if (localName === 'nav' || roles.has(element.getAttribute('role')?.trim().toLowerCase() ?? '')) return true;
  if (localName === 'ul' || localName === 'ol') return isMenu(element);
  return consent.test(`${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`);
}

/** Whether all of a list's text is that of links, and these are short; those to other places in the page don't count. */
function isMenu(list: HtmlElement): boolean {
  let [links, length] = [0, 0];
  for (const link of elementsIn(list, 'a')) {
    if (link.getAttribute('href')?.startsWith('#') ?? true) return false;
    links += 1;
    length += lettersIn(link);
  }
  return links >= MENU.links && length <= links * MENU.name && length === lettersIn(list);
}

function lettersIn(element: HtmlElement): number {
  return element.textContent?.replace(/\s/g, '').length ?? 0;
}

function hasAny(element: HtmlElement, ...names: readonly string[]): boolean {
  if (names.includes(element.localName)) return true;
  for (const found of elementsIn(element, ...names)) return found !== undefined;
  return false;
}
