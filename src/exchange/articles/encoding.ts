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

/** Null characters, as UTF-16 of English letters has, and ISO-2022's changes of letters: they are UTF-8 by chance. */

const otherThanUtf8 = /\0|\u001b[$(]/;

/** How much is shown to the detector: more doesn't change what it finds. */
const SAMPLE_BYTES = 128 * 1024;

interface Decoding {
  readonly notes: Losses;
  readonly libraries: Pick<Libraries, 'encodings'>;
  /** A label of the Encoding Standard as a web page gives it; unknown ones count as none. */
  readonly declared?: string | undefined;
}

/** A file's bytes as LF text. The encoding is what a byte order mark says; else `declared`, where the bytes may be that; else UTF-8
 * where they are; else what jschardet takes them for, which is noted. Throws an {@link InputError} where they are no text. */
export async function decodedText(
  bytes: Uint8Array,
  name: string,
  { notes, libraries, declared }: Decoding,
): Promise<string> {
  const label = markedEncoding(bytes) ?? (declared === undefined ? undefined : usable(declared));
  const isDeclared = label !== undefined && label !== 'utf-8';
  let text = isDeclared ? decodedAs(label, bytes) : decoded(bytes);
  if (text === undefined || (!isDeclared && otherThanUtf8.test(text))) {
    const guess = await detected(bytes, libraries);
    text = decodedAs(guess, bytes);
    if (!isBinary(text)) notes.add(`texts read as ${guess}, as their bytes look`);
  }
  if (isBinary(text)) throw new InputError('This is not text', { path: name });
  notes.add('characters that couldn’t be decoded', isDeclared ? text.split('\uFFFD').length - 1 : 0);
  return articleText(text);
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
