import { articleText } from '../../model/article';
import { decoded } from '../../sidecar/utf8';
import { InputError } from '../inputError';
import type { Losses } from '../losses';
import type { Libraries } from './libraries';

/** The detector's names that aren't labels of the Encoding Standard, in lower case. */
const labels: Readonly<Record<string, string>> = {
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  cp932: 'shift_jis',
  shift_jis_2004: 'shift_jis',
  'euc-jis-2004': 'euc-jp',
  'iso2022-jp-2': 'iso-2022-jp',
  'iso2022-jp-ext': 'iso-2022-jp',
  cp949: 'euc-kr',
  cp874: 'windows-874',
  big5hkscs: 'big5',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
};

/** What windows-1252 has at 0x80 to 0x9F. Node 20's own decoder gives control characters there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** ISO-2022's changes of letters: they are UTF-8 by chance, as are many null characters, which UTF-16 of English letters has. */
const otherThanUtf8 = /\u001b[$(]/;
const NULL = '\0';
/** One null character in so many is an accident. */
const MIN_PER_NULL = 50;
const UNDECODED = '\uFFFD';
/** Of characters beyond ASCII in UTF-8, one in so many may be broken, as by a cut in its midst. */
const MIN_PER_BROKEN = 10;

/** How much is shown to the detector: more doesn't change what it finds. */
const SAMPLE_BYTES = 128 * 1024;

interface Decoding {
  readonly notes: Losses;
  readonly libraries: Pick<Libraries, 'encodings'>;
  /** A label of the Encoding Standard as a web page gives it; unknown ones count as none, as do those of pages that were turned into UTF-8
   * and don't say so. */
  readonly declared?: string | undefined;
}

/** A file's bytes as LF text. The encoding is what a byte order mark says; else `declared`, where the bytes may be that; else UTF-8
 * where they are, but for a few; else what jschardet takes them for, which is noted. Throws an {@link InputError} where they are no text.
 * Null characters that stand in a text by accident are counted and left out. */
export async function decodedText(
  bytes: Uint8Array,
  name: string,
  { notes, libraries, declared }: Decoding,
): Promise<string> {
  let text = decodedAsTold(bytes, declared);
  if (text === undefined) {
    const guess = await detected(bytes, libraries);
    text = decodedAs(guess, bytes);
    if (!isBinary(text)) notes.add(`texts read as ${guess}, as their bytes look`);
  }
  if (!hasMany(NULL, text)) {
    notes.add('null characters', count(NULL, text));
    text = text.replaceAll(NULL, '');
  }
  if (isBinary(text)) throw new InputError('This is not text', { path: name });
  notes.add('characters that couldn’t be decoded', count(UNDECODED, text) - count(UNDECODED, decoded(bytes) ?? ''));
  return articleText(text);
}

/** The text by its mark, by what is declared, or as UTF-8; undefined where it is neither. */
function decodedAsTold(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const mark = markedEncoding(bytes);
  if (mark?.startsWith('utf-16')) return decodedAs(mark, bytes);
  const asUtf8 = decoded(bytes);
  const label = mark ?? (declared === undefined ? undefined : usable(declared));
  if (label !== undefined && label !== 'utf-8') {
    return asUtf8 !== undefined && isUtf8ForSure(asUtf8) ? asUtf8 : decodedAs(label, bytes);
  }
  const text = asUtf8 ?? decodedAs('utf-8', bytes);
  const broken = asUtf8 === undefined ? count(UNDECODED, text) : 0;
  if (broken > 0 && count(/[^\0-\u007f]/g, text) < broken * MIN_PER_BROKEN) return undefined;
  return otherThanUtf8.test(text) || hasMany(NULL, text) ? undefined : text;
}

function count(what: string | RegExp, text: string): number {
  return typeof what === 'string' ? text.split(what).length - 1 : (text.match(what)?.length ?? 0);
}

function hasMany(what: string, text: string): boolean {
  return count(what, text) * MIN_PER_NULL > text.length;
}

/** Whether what was decoded as UTF-8 can't be another encoding by chance, as two or three pairs of bytes can. */
function isUtf8ForSure(text: string): boolean {
  return /[\u0800-\uffff]|(?:[^\0-\u007f][^]*?){4}/.test(text);
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** A label's encoding; a page that could be read so far as to find the label isn't UTF-16. */
function usable(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

function decodedAs(label: string, bytes: Uint8Array): string {
  const text = new TextDecoder(label).decode(bytes);
  if (label !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** The likeliest encoding of those that can be decoded. */
async function detected(bytes: Uint8Array, libraries: Decoding['libraries']): Promise<string> {
  const { detectAll } = await libraries.encodings();
  const telling = bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
  const from = Math.max(0, telling - 1024) & ~1;
  for (const { encoding } of detectAll(bytes.subarray(from, from + SAMPLE_BYTES), { minimumThreshold: 0 })) {
    const name = (encoding ?? '').toLowerCase();
    try {
      return new TextDecoder(Object.hasOwn(labels, name) ? labels[name] : name).encoding;
    } catch {
      // One that only the detector knows; the next is as good as equal.
    }
  }
  return 'windows-1252';
}

/** Whether a text has what texts don't have: a null character, or more than one in fifty that are control characters or undecodable. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const strange = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/g)?.length ?? 0;
  return strange * 50 > text.length;
}
