import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ImportedInfo } from '../imported';
import { InputError } from '../inputError';
import { Losses } from '../losses';
import { dateIn } from './dates';
import { given, languageTag } from './metadataFields';
import { withoutFurniture } from './pdf/furniture';
import { LineJoiner } from './pdf/hyphens';
import { linesOf, type PdfLine } from './pdf/lines';
import { paragraphsOf } from './pdf/paragraphs';
import type { ReadArticle, ReadingContext } from './readArticle';

/** More is no document that somebody reads. */
const MAX_LENGTH = 64 * 1024 * 1024;

/** A PDF (ISO 32000) by pdf.js (5.0, the last that is evaluated without a DOMMatrix or Node 22): its text by paragraphs, with words put together that were broken at line ends, and without running heads, feet
 * and page numbers. Forms, annotations and pictures are left out. */
export async function readPdf(bytes: Uint8Array, name: string, context: ReadingContext): Promise<ReadArticle> {
  const notes = new Losses();
  const [lines, heights, told] = await withDocument(bytes, name, notes, context, async (document) => {
    const found: PdfLine[] = [];
    const pageHeights: number[] = [];
    let length = 0;
    for (let page = 0; page < document.numPages; page++) {
      context.progress(name);
      const proxy = await document.getPage(page + 1);
      const [, bottom = 0, , top = 0] = proxy.view;
      pageHeights.push(top - bottom);
      const { items } = await proxy.getTextContent();
      const pieces = items.filter((item) => 'str' in item);
      const lines = linesOf(pieces, page, () => notes.add('pieces of text that isn’t level'));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (length > MAX_LENGTH) throw new InputError('The PDF has more text than is taken', { path: name });
      if (lines.length === 0) notes.add('pages without text');
      for (const line of lines) found.push(bottom === 0 ? line : { ...line, baseline: line.baseline - bottom });
      proxy.cleanup();
    }
    return [found, pageHeights, await infoOf(document)] as const;
  });
  const { kept, removed } = withoutFurniture(lines, heights);
  if (kept.length === 0) {
    throw new InputError('The PDF has no text, but pictures of pages: let a program recognize the text first (OCR)', {
      path: name,
    });
  }
  notes.add('running heads, feet and page numbers', removed);
  const joiner = new LineJoiner(kept.map(({ text }) => text));
  const paragraphs = paragraphsOf(kept, joiner);
  notes.add('words put together that were broken at line ends', joiner.mended);
  return { text: paragraphs.join('\n\n'), info: { ...titleOnPage(kept), ...told }, notes: notes.all };
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
      notes.add('fonts (Chinese, Japanese or Korean) whose letters can’t be told');
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
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  };
  const title = field('Title').replace(/^Microsoft (?:Word|PowerPoint) - /, '');
  return given({
    title: /^(?:untitled|.*\.(?:docx?|indd|qxd|pptx?|xlsx?|pdf|tex|dvi))$/i.test(title) ? undefined : title,
    author: field('Author'),
    date: dateIn(field('CreationDate')),
    language: languageTag(field('Language')),
  });
}

/** The largest letters on the first page, where they are larger than the text's by a fifth: its title most likely. */
function titleOnPage(lines: readonly PdfLine[]): ImportedInfo {
  const first = lines.filter(({ page }) => page === 0);
  const largest = first.reduce((most, { size }) => Math.max(most, size), 0);
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  if (!(largest > (sizes[sizes.length >> 1] ?? 0) * 1.2)) return {};
  const start = first.findIndex(({ size }) => size > largest - 0.5);
  const rest = first.slice(start);
  const end = rest.findIndex(({ size }) => size <= largest - 0.5);
  const title = rest.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
  return title.join(' ').length <= 300 ? { title: title.join(' ') } : {};
}
