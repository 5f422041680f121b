import { InputError } from '../inputError';
import { Losses } from '../losses';
import { childrenOf, type XmlElement } from '../reading/xml';
import { zipSource } from '../reading/zip';
import { decodedText } from './encoding';
import { pageOf } from './htmlTree';
import { dublinCoreOf, partOf } from './officeParts';
import { plainTextOf } from './plainText';
import type { ReadArticle, ReadingContext } from './readArticle';

const ENCRYPTION = 'META-INF/encryption.xml';
const CHAPTER_TYPE = /^(?:application\/xhtml\+xml|text\/html)$/;
/** Elements that HTML ends at once anyway. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** An electronic book (EPUB 2 and 3, https://www.w3.org/TR/epub-33/): its chapters in the order of the spine, without the table of contents. */
export async function readEpub(
  bytes: Uint8Array,
  name: string,
  { progress, libraries }: ReadingContext,
): Promise<ReadArticle> {
  const source = zipSource(bytes, name);
  const notes = new Losses();
  const container = await partOf(source, 'META-INF/container.xml');
  const root = childrenOf(container, 'rootfiles').flatMap((list) => childrenOf(list, 'rootfile'))[0];
  const packagePath = root?.attributes.get('full-path') ?? '';
  const book = await partOf(source, packagePath);
  const encrypted = source.paths.includes(ENCRYPTION) ? encryptedPaths(await partOf(source, ENCRYPTION)) : new Set();
  const chapters: string[] = [];
  for (const { path, isContents } of spineOf(book, packagePath)) {
    progress(name);
    if (encrypted.has(path)) throw new InputError('The book is protected against copying (DRM)', { path: name });
    if (isContents) {
      notes.add('tables of contents');
    } else if (source.paths.includes(path)) {
      const markup = await decodedText(await source.bytes(path), `${name}, ${path}`, { notes, libraries });
      const text = plainTextOf(pageOf(asHtml(markup), `${name}, ${path}`, await libraries.pages()).page);
      if (text !== '') chapters.push(text);
    } else {
      notes.add('chapters that the book names but doesn’t hold');
    }
  }
  if (chapters.length === 0) throw new InputError('The book has no text', { path: name });
  const [metadata] = childrenOf(book, 'metadata');
  return { text: chapters.join('\n\n'), info: metadata ? dublinCoreOf(metadata) : {}, notes: notes.all };
}

/** The chapters in reading order, as paths in the archive. */
function spineOf(book: XmlElement, packagePath: string): { readonly path: string; readonly isContents: boolean }[] {
  const items = new Map(
    childrenOf(book, 'manifest')
      .flatMap((list) => childrenOf(list, 'item'))
      .map(({ attributes }) => [attributes.get('id') ?? '', attributes]),
  );
  const contents = childrenOf(book, 'guide')
    .flatMap((list) => childrenOf(list, 'reference'))
    .filter(({ attributes }) => attributes.get('type') === 'toc')
    .map(({ attributes }) => resolved(attributes.get('href') ?? '', packagePath));
  return childrenOf(book, 'spine')
    .flatMap((list) => childrenOf(list, 'itemref'))
    .map(({ attributes }) => items.get(attributes.get('idref') ?? ''))
    .filter((item) => item !== undefined && CHAPTER_TYPE.test(item.get('media-type') ?? ''))
    .map((item) => {
      const path = resolved(item?.get('href') ?? '', packagePath);
      const isContents = (item?.get('properties') ?? '').split(/\s+/).includes('nav') || contents.includes(path);
      return { path, isContents };
    });
}

/** A reference's path in the archive; one that leads out of it, or elsewhere, names nothing in it. */
function resolved(href: string, base: string): string {
  const root = 'epub://book/';
  const encodedBase = base.split('/').map(encodeURIComponent).join('/');
  if (!URL.canParse(href, root + encodedBase)) return '';
  const url = new URL(href, root + encodedBase);
  return url.href.startsWith(root) ? unescapedPath(url.pathname.slice(1)) : '';
}

function unescapedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encryptedPaths(encryption: XmlElement): ReadonlySet<string> {
  const references = (element: XmlElement): string[] => [
    ...(element.name === 'CipherReference' ? [unescapedPath(element.attributes.get('URI') ?? '')] : []),
    ...element.children.flatMap(references),
  ];
  return new Set(references(encryption));
}

/** XHTML ends elements at once that HTML does not: `<title/>`. */
function asHtml(markup: string): string {
  return markup.replace(
    /<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*?)\/>/gi,
    (whole: string, tag: string, rest: string) => (VOID.test(tag) ? whole : `<${tag}${rest}></${tag}>`),
  );
}
