import type { ReadContext } from '../format';
import type { ImportedInfo } from '../imported';
import type { Loss } from '../losses';
import { kindOf } from './kind';
import type { Libraries } from './libraries';

/** An article made of a file of another kind. */
export interface ReadArticle {
  /** LF text without a byte order mark, paragraphs apart by a blank line; its first line is the title where the page gives that apart.
   * Not blank. */
  readonly text: string;
  /** What the file says of itself: title, author, publisher, date, url, language, section. */
  readonly info: ImportedInfo;
  /** What was mended or left out. */
  readonly notes: readonly Loss[];
}

export interface ReadingContext {
  /** Told the file's name before each page or chapter of what has many; throws where the person cancelled. */
  readonly progress: ReadContext['progress'];
  readonly libraries: Libraries;
}

/** Reads a web page, a Word or PDF document, an electronic book or a plain text, whichever the bytes are. Nothing is fetched, no script runs.
 * Our part of each kind is evaluated, and its libraries are asked for, when the first file of that kind is read.
 * @param name the file's, without folders; it decides only where the bytes don't
 * Throws an {@link InputError} where there is no text, or the file is damaged, encrypted, or of no kind that is read. */
export async function readArticle(bytes: Uint8Array, name: string, context: ReadingContext): Promise<ReadArticle> {
  switch (kindOf(name, bytes)) {
    case 'html':
      return (await import('./html')).readHtml(bytes, name, context);
    case 'mhtml':
      return (await import('./mhtml')).readMhtml(bytes, name, context);
    case 'docx':
      return (await import('./docx')).readDocx(bytes, name, context);
    case 'pdf':
      return (await import('./pdf')).readPdf(bytes, name, context);
    case 'epub':
      return (await import('./epub')).readEpub(bytes, name, context);
    case 'text':
      return (await import('./text')).readText(bytes, name, context);
  }
}
