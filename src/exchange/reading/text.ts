import { decoded, textBeforeBreak } from '../../sidecar/utf8';
import { InputError } from '../inputError';

/** Beyond this a file's text would hardly fit into one string. */
export const MAX_INPUT_BYTES = 256 * 1024 * 1024;

const BYTE_ORDER_MARK = '\uFEFF';

/** A file's bytes as text, without a byte order mark; line breaks stay as they are. UTF-8 alone is taken, but UTF-16 where a mark
 * says so. Throws an {@link InputError} with the line of what isn't. */
export function textOf(bytes: Uint8Array, path: string): string {
  if (bytes.length > MAX_INPUT_BYTES) {
    throw new InputError(`The file has more than ${MAX_INPUT_BYTES / 1024 / 1024} MB`, { path });
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16Of(bytes, 'utf-16le', path);
  if (first === 0xfe && second === 0xff) return utf16Of(bytes, 'utf-16be', path);
  const text = decoded(bytes);
  if (text === undefined) {
    const line = textBeforeBreak(bytes).split('\n').length;
    throw new InputError('The file is not UTF-8', { path, line });
  }
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function utf16Of(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', path: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('The file begins as UTF-16 and isn’t; is it cut off?', { path });
  }
}
