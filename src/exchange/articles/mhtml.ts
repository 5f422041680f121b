import { InputError } from '../inputError';
import { Losses } from '../losses';
import { decodedText } from './encoding';
import { articleIn } from './html';
import { address } from './metadataFields';
import type { ReadArticle, ReadingContext } from './readArticle';

interface Part {
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Each character a byte. */
  readonly body: string;
}

/** A page that a browser saved as one file (MHTML, RFC 2557): its first HTML part, read as {@link readHtml} reads a page. */
export async function readMhtml(bytes: Uint8Array, name: string, { libraries }: ReadingContext): Promise<ReadArticle> {
  const whole = partOf(new TextDecoder('latin1').decode(bytes));
  const page = partsOf(whole).find(({ headers }) =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? ''),
  );
  if (!page) throw new InputError('There is no HTML page in the MHTML file', { path: name });
  const notes = new Losses();
  const declared = parameter(page.headers.get('content-type'), 'charset');
  const markup = await decodedText(contentOf(page, name), name, { notes, libraries, declared });
  const article = articleIn(markup, name, notes, await libraries.pages());
  const url = address(whole.headers.get('snapshot-content-location') ?? page.headers.get('content-location'));
  return url === undefined ? article : { ...article, info: { url, ...article.info } };
}

/** The parts of a message, and once more those of a part that has some, as where a page has another form beside it. */
function partsOf(message: Part, isInner = false): Part[] {
  const boundary = parameter(message.headers.get('content-type'), 'boundary');
  if (boundary === undefined) return [];
  const parts = message.body.split(`\n--${boundary}`).map((part) => partOf(part.replace(/^.*\n/, '')));
  return isInner ? parts : parts.flatMap((part) => [part, ...partsOf(part, true)]);
}

/** A message or a part of one, at its first empty line cut into headers and body; the line break before the body stays in it, since it belongs
 * to a boundary. */
function partOf(text: string): Part {
  const [head = '', separator = ''] = /^[^]*?(\r?\n\r?\n)/.exec(text) ?? [text];
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((field) => field !== null);
  const headers = new Map(fields.map(([, field = '', value = '']) => [field.toLowerCase(), value.trim()]));
  return { headers, body: (separator ? text.slice(head.length - 1) : '').replaceAll('\r\n', '\n') };
}

function parameter(header = '', name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? [];
  return quoted ?? plain;
}

function contentOf({ headers, body }: Part, name: string): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  let content = body;
  if (encoding === 'quoted-printable') {
    content = body
      .replace(/=[ \t]*\n/g, '')
      .replace(/=([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  } else if (encoding === 'base64') {
    try {
      content = atob(body.replace(/[^\w+/=]/g, ''));
    } catch {
      throw new InputError('The page in the MHTML file is damaged', { path: name });
    }
  }
  return Uint8Array.from(content, (char) => char.charCodeAt(0));
}
