import { InputError } from '../inputError';
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

/** Browsers stop nesting at 512; the parsers slow down by the square of it. */
const MAX_DEPTH = 512;
const MAX_ELEMENTS = 500_000;
/** Entities and signs that begin no tag are pieces of their own. */
const MAX_TEXTS = 1_000_000;
const MAX_ATTRIBUTES = 1000;

/** A page as a tree. No script runs, nothing is fetched. Throws an {@link InputError} where it is nested or large beyond what pages are. */
export function pageOf(markup: string, name: string, { DOMParser, Parser }: PageLibrary): ParsedPage {
  const { hasRoot, hasBody, ...size } = guarded(markup, name, Parser);
  // The parser makes no root and no body where they are left out, and nothing comes after a document type for it.
  const content = markup.replace(/<!doctype[^<>]*>/i, '');
  const bodied = hasBody ? content : content.replace(/<\/head\s*>/i, '$&<body>');
  const whole = hasRoot ? bodied : `<html><body>${content}</body></html>`;
  return { page: new DOMParser().parseFromString(whole, 'text/html') as unknown as HtmlPage, ...size };
}

/** Walks through the tags before a tree is made; gives whether there are the elements `html` and `body`, and its size. */
function guarded(
  markup: string,
  name: string,
  Parser: PageLibrary['Parser'],
): Omit<ParsedPage, 'page'> & { readonly hasRoot: boolean; readonly hasBody: boolean } {
  let [depth, deepest, depths, elements, texts] = [0, 0, 0, 0, 0];
  let [hasRoot, hasBody] = [false, false];
  const fail = (problem: string): never => {
    throw new InputError(problem, { path: name });
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      hasRoot ||= tag === 'html';
      hasBody ||= tag === 'body';
      deepest = Math.max(deepest, ++depth);
      depths += depth;
      if (depth > MAX_DEPTH) fail(`Elements are nested more than ${MAX_DEPTH} deep`);
      if (++elements > MAX_ELEMENTS) fail(`The page has more than ${MAX_ELEMENTS} elements`);
      if (Object.keys(attributes).length > MAX_ATTRIBUTES) fail('An element has too many attributes');
    },
    ontext: () => {
      if (++texts > MAX_TEXTS) fail(`The page has more than ${MAX_TEXTS} pieces of text`);
    },
    onclosetag: () => (depth -= 1),
  });
  parser.write(markup);
  parser.end();
  return { hasRoot, hasBody, elements, deepest, depths };
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
