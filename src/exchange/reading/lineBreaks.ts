import { articleText } from '../../model/article';

/** A text as a format counts in it, with CRLF as two units and perhaps a byte order mark, and the LF text that we count in. */
export class CountedText {
  /** The LF text. */
  readonly text: string;
  /** Where units stand that the LF text hasn't, ascending. */
  readonly #gone: number[] = [];

  /** @param keepsMark where a U+FEFF at the start is a character of the text */
  constructor(
    readonly raw: string,
    keepsMark = false,
  ) {
    const mark = raw.startsWith('\uFEFF');
    if (mark && !keepsMark) this.#gone.push(0);
    for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) this.#gone.push(at);
    this.text = mark && keepsMark ? `\uFEFF${articleText(raw.slice(1))}` : articleText(raw);
  }

  /** The offset in the LF text for one in the text as it was, in logarithmic time; within a CRLF, the line feed's. */
  toText(offset: number): number {
    let [low, high] = [0, this.#gone.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#gone[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
