import type { Range } from '../../model/range';
import { InputError } from '../inputError';
import type { PageLibrary } from './libraries';

/** A stretch of markup, and what is put in its place. */
export interface Change extends Range {
  readonly text: string;
}

/** How much there is of a page, and what the parser that makes a tree of it needs to be changed. */
export interface Outline {
  readonly elements: number;
  readonly deepest: number;
  /** The sum of all elements' depths. */
  readonly depths: number;
  /** In their order. */
  readonly changes: readonly Change[];
}

/** Browsers stop nesting at 512; the parsers slow down by the square of it. */
const MAX_DEPTH = 512;
const MAX_ELEMENTS = 500_000;
/** Entities and signs that begin no tag are pieces of their own. */
const MAX_TEXTS = 1_000_000;
const MAX_ATTRIBUTES = 1000;

/** What stands in a head; other elements and text end it. */
const inHead: ReadonlySet<string> = new Set([
  ...['title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template'],
]);

/** Walks through a page's tags before a tree is made. The parser of the tree makes no `html`, `head` and `body` where their tags are left
 * out, as HTML allows, and takes nothing after a document type for part of the page, which pictures (SVG) bring into its midst. Throws an
 * {@link InputError} where the page is nested or large beyond what pages are. */
export function outlineOf(markup: string, name: string, Parser: PageLibrary['Parser']): Outline {
  const types: Range[] = [];
  const starts = new Map<string, Range>();
  let [depth, deepest, depths, elements, texts, metadataDepth] = [0, 0, 0, 0, 0, 0];
  let contentStart: number | undefined;
  let headEnd: number | undefined;
  const fail = (problem: string): never => {
    throw new InputError(problem, { path: name });
  };
  const parser = new Parser({
    onprocessinginstruction: (instruction) => {
      if (/^!doctype$/i.test(instruction)) types.push({ start: parser.startIndex, end: parser.endIndex + 1 });
    },
    onopentag: (tag, attributes) => {
      deepest = Math.max(deepest, ++depth);
      depths += depth;
      if (depth > MAX_DEPTH) fail(`Elements are nested more than ${MAX_DEPTH} deep`);
      if (++elements > MAX_ELEMENTS) fail(`The page has more than ${MAX_ELEMENTS} elements`);
      if (Object.keys(attributes).length > MAX_ATTRIBUTES) fail('An element has too many attributes');
      if (contentStart !== undefined || metadataDepth > 0) return;
      if (inHead.has(tag)) metadataDepth = depth;
      else if (!/^(?:html|head|body)$/.test(tag)) contentStart = parser.startIndex;
      else if (!starts.has(tag)) starts.set(tag, { start: parser.startIndex, end: parser.endIndex + 1 });
    },
    ontext: (text) => {
      if (++texts > MAX_TEXTS) fail(`The page has more than ${MAX_TEXTS} pieces of text`);
      if (metadataDepth === 0 && /\S/.test(text)) contentStart ??= parser.startIndex;
    },
    onclosetag: (tag) => {
      if (depth === metadataDepth) metadataDepth = 0;
      depth -= 1;
      if (tag === 'head') headEnd ??= parser.startIndex;
    },
  });
  parser.write(markup);
  parser.end();
  const [html, head, body] = ['html', 'head', 'body'].map((tag) => starts.get(tag));
  const changes = types.map((range) => ({ ...range, text: '' }));
  const insert = (at: number, text: string): number => changes.push({ start: at, end: at, text });
  const content = body?.start ?? contentStart ?? markup.length;
  if (!html) insert(0, '<html>');
  if (!head) insert(html?.end ?? 0, '<head>');
  if (!head || headEnd === undefined || headEnd > content) insert(content, '</head>');
  if (!body) insert(content, '<body>');
  return { elements, deepest, depths, changes: changes.sort((a, b) => a.start - b.start) };
}
