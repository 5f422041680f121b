import type { Range } from '../../model/range';
import { lastFrom } from '../lastFrom';

/**
 * A text as it is recognised elsewhere: without white space at its ends (a moved line has its break now before, now behind
 * it) and without its lines' indentation, which editors adapt on pasting.
 */
export class Passage {
  readonly key: string;
  /** Where stretches of the key begin, in the key and in the text, ascending; at least one. */
  readonly #inKey: number[] = [0];
  readonly #inText: number[];

  constructor(text: string) {
    const body = text.trim();
    const begin = text.length - text.trimStart().length;
    this.#inText = [begin];
    let key = '';
    let from = 0;
    for (const match of body.matchAll(/\n[ \t]+/g)) {
      key += body.slice(from, match.index + 1);
      from = match.index + match[0].length;
      this.#inKey.push(key.length);
      this.#inText.push(begin + from);
    }
    this.key = key + body.slice(from);
  }

  /** Whether it is more than one character, so that it may be known by its text. */
  get telling(): boolean {
    return this.key.length > 2 || (this.key.length === 2 && (this.key.codePointAt(0) ?? 0) < 0x10000);
  }

  /** Where a range of the text lies in the key; empty where it holds only what the key leaves out. */
  toKey({ start, end }: Range): Range {
    return { start: this.#offsetInKey(start), end: this.#offsetInKey(end) };
  }

  /** Where a range of the key, which isn't empty, lies in the text. */
  toText({ start, end }: Range): Range {
    return { start: this.#offsetInText(start), end: this.#offsetInText(end - 1) + 1 };
  }

  #offsetInKey(offset: number): number {
    const stretch = stretchAt(this.#inText, offset);
    const inside = Math.max(0, offset - (this.#inText[stretch] ?? 0));
    return Math.min((this.#inKey[stretch] ?? 0) + inside, this.#inKey[stretch + 1] ?? this.key.length);
  }

  #offsetInText(offset: number): number {
    const stretch = stretchAt(this.#inKey, offset);
    return (this.#inText[stretch] ?? 0) + offset - (this.#inKey[stretch] ?? 0);
  }
}

/** The last that begins at or before an offset; the first where none does. */
function stretchAt(begins: readonly number[], offset: number): number {
  return Math.max(
    0,
    lastFrom(begins, offset, (begin) => begin),
  );
}
