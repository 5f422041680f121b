import { outlineOf } from './htmlOutline';
import type { PageLibrary } from './libraries';

/** What we use of a node of a page. */
export interface HtmlNode {
  /** 1 element, 3 text, 4 CDATA, 8 comment, 9 document. */
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  remove(): void;
}

export interface HtmlPage extends HtmlNode {
  readonly documentElement: HtmlElement | null;
}

export interface ParsedPage {
  readonly page: HtmlPage;
  /** How much there is of it: elements, the depth of the deepest, and the sum of their depths. */
  readonly elements: number;
  readonly deepest: number;
  readonly depths: number;
}

/** A page as a tree. No script runs, nothing is fetched. Throws an {@link InputError} where it is nested or large beyond what pages are. */
export function pageOf(markup: string, name: string, { DOMParser, Parser }: PageLibrary): ParsedPage {
  const { changes, ...size } = outlineOf(markup, name, Parser);
  let [content, at] = ['', 0];
  for (const { start, end, text } of changes) {
    content += markup.slice(at, start) + text;
    at = Math.max(at, end);
  }
  content += markup.slice(at);
  return { page: new DOMParser().parseFromString(content, 'text/html') as unknown as HtmlPage, ...size };
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}

export type Step = { readonly node: HtmlNode; readonly isLeft: boolean };

/** A node and all in it, in order; elements are met again, as left, after what is in them. Where `isSkipped` says so, neither an element
 * is met nor what is in it. Doesn't call itself, so that depth is no matter. */
export function* walked(root: HtmlNode, isSkipped: (element: HtmlElement) => boolean = () => false): Iterable<Step> {
  let node: HtmlNode = root;
  for (;;) {
    const isMet = !(isElement(node) && isSkipped(node));
    if (isMet) yield { node, isLeft: false };
    if (isMet && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isMet && isElement(node)) yield { node, isLeft: true };
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode;
      if (isElement(node)) yield { node, isLeft: true };
    }
    if (node === root || !node.nextSibling) return;
    node = node.nextSibling;
  }
}

/** The elements in a node that have one of the names, in order. */
export function* elementsIn(root: HtmlNode, ...names: readonly string[]): Iterable<HtmlElement> {
  for (const { node, isLeft } of walked(root)) {
    if (!isLeft && isElement(node) && names.includes(node.localName)) yield node;
  }
}
