import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import { Losses } from '../losses';
import { decodedText } from './encoding';
import { bylineName, metadataOf } from './htmlMetadata';
import { elementsIn, pageOf, type HtmlNode, type HtmlPage, type ParsedPage } from './htmlTree';
import type { PageLibrary } from './libraries';
import { plainTextOf } from './plainText';
import type { ReadArticle, ReadingContext } from './readArticle';

/** Less is a teaser or a notice, not an article. */
const MIN_ARTICLE = 200;
/** Readability's time grows by the square of these; beyond them it would be more than some seconds. Long articles have a tenth. */
const MAX_READABLE = { elements: 25_000, deepest: 256, depths: 500_000 };

/** A web page: the article in it as Mozilla's Readability finds it (0.6, https://github.com/mozilla/readability), as plain text with its
 * title as the first line. Where none is found, the page's whole text is taken, and that is noted. */
export async function readHtml(bytes: Uint8Array, name: string, { libraries }: ReadingContext): Promise<ReadArticle> {
  const notes = new Losses();
  const markup = await decodedText(bytes, name, { notes, libraries, declared: declaredEncoding(bytes) });
  return articleIn(markup, name, notes, await libraries.pages());
}

/** See {@link readHtml}; the page's text is decoded already. */
export function articleIn(markup: string, name: string, notes: Losses, library: PageLibrary): ReadArticle {
  const parsed = pageOf(markup, name, library);
  const { page } = parsed;
  const told = metadataOf(page, notes);
  const whole = plainTextOf(bodyOf(page));
  if (whole === '') throw new InputError('The page has no text', { path: name });
  const found = isReadable(parsed) ? readable(page, library) : undefined;
  const body = found && found.text.length >= Math.min(MIN_ARTICLE, whole.length / 2) ? found.text : undefined;
  if (body === undefined) notes.add('pages taken whole, since no article was found in them');
  const info: ImportedInfo = { ...(found?.author === undefined ? {} : { author: found.author }), ...told };
  return { text: withTitle(body ?? whole, body === undefined ? undefined : info.title), info, notes: notes.all };
}

/** The label in a page's first bytes, as browsers look for it: `<meta charset>` or `http-equiv`, or an XML declaration. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8192));
  const inMeta = /<meta\b[^<>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start);
  return (inMeta ?? /^\s*<\?xml\b[^<>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(start))?.[1];
}

function bodyOf(page: HtmlPage): HtmlNode {
  for (const body of elementsIn(page, 'body')) return body;
  return page;
}

function isReadable({ elements, deepest, depths }: ParsedPage): boolean {
  const { elements: most, deepest: deep, depths: sum } = MAX_READABLE;
  return elements <= most && deepest <= deep && depths <= sum;
}

/** The article that Readability finds; it takes the page apart. Undefined where there is none, or the page isn't built as Readability takes for
 * granted: it throws then. */
function readable(
  page: HtmlPage,
  { Readability }: PageLibrary,
): { readonly text: string; readonly author: string | undefined } | undefined {
  const options = { disableJSONLD: true, serializer: (node: unknown) => node as HtmlNode };
  const found = parsedBy(new Readability(page as never, options));
  return found?.content ? { text: plainTextOf(found.content), author: bylineName(found.byline ?? '') } : undefined;
}

function parsedBy<T>(readability: { parse(): T | null }): T | null {
  try {
    return readability.parse();
  } catch {
    return null;
  }
}

/** A text with the title as its first line, unless it begins with that. */
function withTitle(text: string, title: string | undefined): string {
  if (title === undefined) return text;
  const letters = (part: string): string =>
    part
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const [first = ''] = text.split('\n', 1);
  return letters(first) === letters(title) ? text : `${title}\n\n${text}`;
}
