import { articleText } from '../model/article';

const UTF16_MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** An article's text as VS Code reads it: in the encoding that its bytes begin with a mark of, else in the named one,
 * else in UTF-8; undefined where nobody knows that name. */
export function textOf(
  bytes: Uint8Array,
  encoding: string | undefined,
): { readonly text: string; readonly encoding: string | undefined } | undefined {
  const marked = UTF16_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))?.encoding;
  const name = marked ?? encoding;
  try {
    return { text: articleText(new TextDecoder(name ?? 'utf-8', { ignoreBOM: true }).decode(bytes)), encoding: name };
  } catch {
    return undefined;
  }
}
