import { JSDOM } from 'jsdom';

/** What the tests use of a browser's document: the project's types know no browser. */
export interface PageNode {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  dispatchEvent(event: object): boolean;
}

export interface PageElement extends PageNode {
  readonly id: string;
  readonly localName: string;
  readonly className: string;
  readonly classList: { contains(name: string): boolean };
  readonly textContent: string;
  readonly hidden: boolean;
  readonly tabIndex: number;
  readonly options: Iterable<{ readonly text: string }>;
  value: string;
  checked: boolean;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  click(): void;
}

export interface Page extends PageNode {
  readonly title: string;
  readonly activeElement: PageElement | null;
}

type EventClass = new (type: string, init: object) => object;

export interface BrowserWindow {
  readonly document: Page;
  readonly Event: EventClass;
  readonly MouseEvent: EventClass;
  readonly KeyboardEvent: EventClass;
  readonly Element: { readonly prototype: object };
  readonly DOMParser: new () => { parseFromString(html: string, type: 'text/html'): Page };
  close(): void;
}

const Browser = JSDOM as unknown as new (html: string, options?: object) => { readonly window: BrowserWindow };

/** Pages as a browser's parser sees them: their scripts don't run. Cheaper than a window each. */
export function pageParser(): (html: string) => Page {
  const parser = new new Browser('').window.DOMParser();
  return (html) => parser.parseFromString(html, 'text/html');
}

/** A page whose script has run. There is no layout in it. */
export function livePage(html: string): BrowserWindow {
  const { window } = new Browser(html, { runScripts: 'dangerously', pretendToBeVisual: true });
  Object.assign(window.Element.prototype, { scrollIntoView: () => undefined });
  return window;
}

export function all(parent: PageNode, selector: string): PageElement[] {
  return [...parent.querySelectorAll(selector)];
}

/** The first that fits; throws where there is none. */
export function find(parent: PageNode, selector: string): PageElement {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}
