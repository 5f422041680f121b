import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { oneLine } from '../../model/oneLine';
import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import { Losses } from '../losses';
import { dateIn } from './dates';
import { lettersOf } from './headline';
import { given, languageTag } from './metadataFields';
import { withoutFurniture } from './pdf/furniture';
import { LineJoiner } from './pdf/hyphens';
import { linesOf, uprightPieces, type PdfLine, type PdfPiece } from './pdf/lines';
import { paragraphsOf } from './pdf/paragraphs';
import type { ReadArticle, ReadingContext } from './readArticle';

const UNKNOWN_LETTERS = 'fonts (Chinese, Japanese or Korean) whose letters can’t be told';
/** More is no document that somebody reads. */
const MAX_LENGTH = 64 * 1024 * 1024;

/** The number of an object beyond what ISO 32000-1 (annex C) allows (8,388,607, so that eight digits are nearly always too many): pdf.js
 * goes through all numbers up to it. */
const hugeObject = /(?<!\d)[1-9]\d{7,}\s+\d+\s+obj\b/;
const CHUNK = 1024 * 1024;
/** Height of letters in points that nobody reads, and how many pieces in a row may be so, or out of sight. */
const SMALLEST = 0.1;
const MAX_UNSEEN = 200;

/** A PDF (ISO 32000) by pdf.js (5.0, the last that is evaluated without a DOMMatrix or Node 22): its text by paragraphs, with words put together that were broken at line ends, and without running heads, feet
 * and page numbers. Forms, annotations and pictures are left out. */
export async function readPdf(bytes: Uint8Array, name: string, context: ReadingContext): Promise<ReadArticle> {
  if (hasHugeObject(bytes)) throw new InputError('This is not a PDF, or it is damaged', { path: name });
  const notes = new Losses();
  const [lines, heights, told] = await withDocument(bytes, name, notes, context, async (document) => {
    const found: PdfLine[] = [];
    const pageHeights: number[] = [];
    let length = 0;
    for (let page = 0; page < document.numPages; page++) {
      context.progress(name);
      const proxy = await document.getPage(page + 1);
      const { pieces, height } = uprightPieces(await piecesOf(proxy, name), proxy.view);
      pageHeights.push(height);
      const lines = linesOf(pieces, page, () => notes.add('pieces of text that isn’t level'));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (length > MAX_LENGTH) throw new InputError('The PDF has more text than is taken', { path: name });
      if (lines.length === 0) notes.add('pages without text');
      for (const line of lines) found.push(line);
      proxy.cleanup();
    }
    return [found, pageHeights, await infoOf(document)] as const;
  });
  const { kept, removed } = withoutFurniture(lines, heights);
  if (kept.length === 0) {
    const isLettered = notes.all.some(({ what }) => what === UNKNOWN_LETTERS);
    const problem = isLettered
      ? 'The letters of the PDF’s fonts can’t be told'
      : 'The PDF has no text, but pictures of pages: let a program recognize the text first (OCR)';
    throw new InputError(problem, { path: name });
  }
  notes.add('running heads, feet and page numbers', removed);
  const joiner = new LineJoiner(kept.map(({ text }) => text));
  const paragraphs = paragraphsOf(kept, joiner);
  notes.add('words put together that were broken at line ends', joiner.mended);
  return { text: paragraphs.join('\n\n'), info: given({ ...told, ...headOf(kept, told) }), notes: notes.all };
}

function hasHugeObject(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('latin1');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    if (hugeObject.test(decoder.decode(bytes.subarray(at, at + CHUNK + 40)))) return true;
  }
  return false;
}

/** A page's pieces of text. Parts of a page may hold each other in a circle, which pdf.js follows for minutes: there the text soon is too
 * small to be seen, or beside the page. */
async function piecesOf(page: PDFPageProxy, name: string): Promise<PdfPiece[]> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const isSeen = ({ transform: [a = 0, b = 0, , , x = 0, y = 0] }: PdfPiece): boolean =>
    Math.hypot(a, b) > SMALLEST && x > left - top && x < right + top && y > bottom - right && y < top + right;
  const pieces: PdfPiece[] = [];
  let unseen = 0;
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const item of read.value.items) {
      if (!('str' in item)) continue;
      pieces.push(item as PdfPiece);
      unseen = isSeen(item as PdfPiece) ? 0 : unseen + 1;
      if (unseen > MAX_UNSEEN) throw new InputError('Parts of a page hold each other without end', { path: name });
    }
  }
  return pieces;
}

/** Opens a document in this thread, without fonts, fetching or generated code, and closes it. */
async function withDocument<T>(
  bytes: Uint8Array,
  name: string,
  notes: Losses,
  { libraries }: ReadingContext,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { getDocument, VerbosityLevel } = await libraries.pdf();
  /** Where the letters of a font can't be told without a table of Adobe's, which isn't shipped. */
  class NoCharacterMaps {
    async fetch(): Promise<never> {
      notes.add(UNKNOWN_LETTERS);
      throw new Error('No character maps');
    }
  }
  const task = getDocument({
    ...{ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, CMapReaderFactory: NoCharacterMaps },
    ...{ isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false },
    ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false, enableXfa: false },
  });
  try {
    return await use(await task.promise);
  } catch (error) {
    throw problemOf(error, name);
  } finally {
    await task.destroy();
  }
}

/** What pdf.js says, in our words; other errors as they are. */
function problemOf(error: unknown, name: string): unknown {
  const [kind, reason] = error instanceof Error ? [error.name, error.message] : ['', ''];
  if (kind === 'PasswordException') {
    return new InputError('The PDF is encrypted with a password: save a copy without one', { path: name });
  }
  if (kind === 'InvalidPDFException' || kind === 'FormatError') {
    return new InputError('This is not a PDF, or it is damaged', { path: name });
  }
  if (!kind.endsWith('Exception')) return error;
  const plain = reason.replace(/\s+/g, ' ').replace(/\.$/, '');
  return new InputError(`The PDF can't be read: ${plain}`, { path: name });
}

/** The document's information dictionary. */
async function infoOf(document: PDFDocumentProxy): Promise<ImportedInfo> {
  const { info } = await document.getMetadata();
  const field = (name: string): string => {
    const value = (info as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? oneLine(value) : '';
  };
  const title = field('Title').replace(/^Microsoft (?:Word|PowerPoint) - /, '');
  return given({
    title: /^(?:untitled|.*\.(?:docx?|indd|qxd|pptx?|xlsx?|pdf|tex|dvi))$/i.test(title) ? undefined : title,
    author: field('Author'),
    date: dateIn(field('CreationDate')),
    language: languageTag(field('Language')),
  });
}

/** The title and the author. Programs fill in names of files and of who is logged in: a title of no two words that doesn't stand on the
 * first page gives way to one that does, and an author of one word that doesn't is none. */
function headOf(
  lines: readonly PdfLine[],
  { title, author }: ImportedInfo,
): { readonly title?: string; readonly author?: undefined } {
  const first = lines.filter(({ page }) => page === (lines[0]?.page ?? 0));
  const letters = lettersOf(first.map(({ text }) => text).join(''));
  const isThere = (text: string): boolean => letters.includes(lettersOf(text));
  const isSure =
    title !== undefined && ((title.match(/(?<!\S)\p{L}{3,}(?![^\s,:;.!?])/gu)?.length ?? 0) > 1 || isThere(title));
  const shown = isSure ? undefined : titleOnPage(first, lines);
  const isAuthor = author === undefined || author.includes(' ') || isThere(author);
  return { ...(shown === undefined ? {} : { title: shown }), ...(isAuthor ? {} : { author: undefined }) };
}

/** The largest letters on the first page, where they are larger than the text's by a fifth: its title most likely. */
function titleOnPage(first: readonly PdfLine[], lines: readonly PdfLine[]): string | undefined {
  const largest = first.reduce((most, { size }) => Math.max(most, size), 0);
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  if (!(largest > (sizes[sizes.length >> 1] ?? 0) * 1.2)) return undefined;
  const start = first.findIndex(({ size }) => size > largest - 0.5);
  const rest = first.slice(start);
  const end = rest.findIndex(({ size }) => size <= largest - 0.5);
  const title = rest
    .slice(0, end < 0 ? undefined : end)
    .map(({ text }) => text)
    .join(' ');
  return title.length <= 300 && /\p{L}{2}/u.test(title) ? title : undefined;
}
