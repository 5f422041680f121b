import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import { Losses } from '../losses';
import { decodedText } from './encoding';
import { bylineName, signedName } from './bylines';
import { datesIn } from './dates';
import { lettersOf } from './headline';
import { metadataOf } from './htmlMetadata';
import { elementsIn, pageOf, type HtmlNode, type HtmlPage, type ParsedPage } from './htmlTree';
import type { PageLibrary } from './libraries';
import { given } from './metadataFields';
import { removeFurniture } from './pageFurniture';
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
  if (plainTextOf(bodyOf(page)) === '') {
    const shown = markup.replace(/\bdisplay\s*:\s*none|\bvisibility\s*:\s*hidden/gi, '');
    if (shown === markup) throw new InputError('The page has no text', { path: name });
    notes.add('pages that hide their text until a script shows it');
    return articleIn(shown, name, notes, library);
  }
  const { info: told, dateWords } = metadataOf(page, notes, library);
  removeFurniture(page);
  const whole = plainTextOf(bodyOf(page));
  if (whole === '') throw new InputError('The page has no text', { path: name });
  const found = isReadable(parsed) ? readable(page, library) : undefined;
  const body = found && found.text.length >= Math.min(MIN_ARTICLE, whole.length / 2) ? found.text : undefined;
  if (body === undefined) notes.add('pages taken whole, since no article was found in them');
  const near = linesNear(whole, told.title);
  const info: ImportedInfo = given({
    ...told,
    author:
      told.author ?? bylineName(found?.byline ?? '', dateWords) ?? firstOf(near, (line) => signedName(line, dateWords)),
    date: told.date ?? firstOf(near, (line) => datesIn(line, dateWords)[0]?.date),
  });
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
): { readonly text: string; readonly byline: string } | undefined {
  const options = { disableJSONLD: true, serializer: (node: unknown) => node as HtmlNode };
  const found = parsedBy(new Readability(page as never, options));
  return found?.content ? { text: plainTextOf(found.content), byline: found.byline ?? '' } : undefined;
}

/** The short lines around the title in a page's text, the nearest first: dates and names stand there. */
function linesNear(text: string, title: string | undefined): string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const letters = lettersOf(title ?? '');
  const at = letters === '' ? -1 : lines.findIndex((line) => lettersOf(line) === letters);
  if (at < 0) return [];
  const after = lines.slice(at + 1, at + 7);
  const before = lines.slice(Math.max(0, at - 4), at).reverse();
  const byDistance = after.flatMap((line, index) => [line, ...before.slice(index, index + 1)]);
  return byDistance.filter((line) => line.length <= 100).map((line) => line.replace(/^(?:- |\d+\. )/, ''));
}

function firstOf<T>(lines: readonly string[], find: (line: string) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = find(line);
    if (found !== undefined) return found;
  }
  return undefined;
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
  const [first = ''] = text.split('\n', 1);
  return lettersOf(first) === lettersOf(title) ? text : `${title}\n\n${text}`;
}
