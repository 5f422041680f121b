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
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = decoded(bytes);
  if (text === undefined) {
    const line = textBeforeBreak(bytes).split('\n').length;
    throw new InputError('The file is not UTF-8', { path, line });
  }
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
