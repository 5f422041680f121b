import { InputError } from '../inputError';
import { MAX_INPUT_BYTES } from '../reading/text';
import { isZip, zipSource } from '../reading/zip';

export type ArticleKind = 'html' | 'mhtml' | 'docx' | 'pdf' | 'epub' | 'text';

const markup =
  /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|article|main|div|p|h1)\b/i;
const mimeMessage = /^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\/related\b/i;

/** What a file is, by its bytes; by its name only where it is text that may be markup or not. Throws an {@link InputError} for kinds
 * that are known and aren't read, in words that say what to do. */
export function kindOf(name: string, bytes: Uint8Array): ArticleKind {
  const refuse = (problem: string): never => {
    throw new InputError(problem, { path: name });
  };
  if (bytes.length > MAX_INPUT_BYTES) refuse(`The file has more than ${MAX_INPUT_BYTES / 1024 / 1024} MB`);
  const start = startOf(bytes);
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (isZip(bytes)) return packageKind(zipSource(bytes, name).paths, refuse);
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    return refuse(
      'This is a Word document of the old kind (.doc), or one with a password: save it as DOCX without one',
    );
  }
  if (start.startsWith('{\\rtf')) return refuse('RTF isn’t read: save it as DOCX');
  if (mimeMessage.test(start.replaceAll('\r\n', '\n'))) return 'mhtml';
  if (markup.test(start)) return 'html';
  return /\.x?html?$/i.test(name) && /<[a-z!]/i.test(start) ? 'html' : 'text';
}

function packageKind(paths: readonly string[], refuse: (problem: string) => never): ArticleKind {
  const has = (start: string): boolean => paths.some((path) => path.startsWith(start));
  if (has('META-INF/container.xml')) return 'epub';
  if (has('word/')) return 'docx';
  if (has('xl/')) return refuse('A spreadsheet isn’t read as an article');
  if (has('ppt/')) return refuse('A presentation isn’t read as an article: save it as PDF');
  if (has('content.xml')) return refuse('OpenDocument isn’t read: save it as DOCX');
  return refuse('The archive is neither a Word document (DOCX) nor an electronic book (EPUB)');
}

/** The first 4,096 bytes, each a character; of UTF-16 with a mark, every other one. */
function startOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0] = bytes;
  const head = bytes.subarray(0, 4096);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head);
  const from = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  return String.fromCharCode(...head.subarray(from));
}
